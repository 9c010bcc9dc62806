"""Cross references as links in both directions: what a record cites, and what cites it.

A reference inside one report links to the anchor on the page; a reference to another report links to the address of the
record. A reference without a target, or to a report that is not public, is shown as printed, with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from django.db.models import Q, QuerySet

from findings.labels import Record, label_of, range_of, runs, short_title
from findings.models import CrossReference, Evidence
from inspections.lists.lookups import among
from inspections.models import Judgement, Report
from inspections.models.visibility import is_published

SOURCES = ("finding", "recommendation", "action")
TARGETS = ("target_finding", "target_recommendation", "target_section")
OF_A_REPORT = ("kind", "slug", "published", "year", "visibility")
NAMED_BY = {
    "finding": ("ref", "kind"),
    "recommendation": ("ref", "parent"),
    "action": ("ref",),
    "section": ("heading",),
}
"""The columns that the label of a record is made of, by its kind; ``OF_A_REPORT`` are those that its report needs."""
NOT_PUBLIC = "The report in which it stands is not public."
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A link to a record. ``url`` is "" if there is no target; ``note`` gives the reason, or names the other report."""

    text: str
    url: str
    note: str = ""


def place_in(report: Report, anchor: str) -> str:
    """The address that opens the page of a report on which the record with the anchor is shown."""
    return f"{report.get_absolute_url()}?at={quote(anchor)}#{anchor}"


def in_report(record: Record) -> str:
    """The address that opens the page of its report on which a record is shown."""
    return place_in(record.report, record.anchor)


def key_of(record: Record) -> Key:
    """The kind and primary key, which identify a record among all kinds."""
    return record.KIND, record.pk


def _what_links_need(end: str) -> tuple[str, ...]:
    """The columns that name and locate the record at one end of a reference. Links show no text of records."""
    own = (*NAMED_BY[end.removeprefix("target_")], "anchor", *(f"report__{name}" for name in OF_A_REPORT))
    return tuple(f"{end}__{name}" for name in (*own, "report__authority__slug"))


ENDS = (*SOURCES, *TARGETS)
NEEDED = {end: _what_links_need(end) for end in ENDS}


def references(ends: Collection[str] = ENDS) -> QuerySet[CrossReference]:
    """The cross references that public pages show, with only the columns that links need.

    ``ends`` are those that the references have: each joins three tables, which takes the longest of such a query.
    """
    related = [f"{end}__report__authority" for end in ends]
    return (
        CrossReference.objects.filter(is_published("report__"))
        .exclude(Q(finding__retired_at__isnull=False) | Q(recommendation__retired_at__isnull=False))
        .exclude(action__retired_at__isnull=False)
        .select_related(*related)
        .only("printed", "reason", *ENDS, *(name for end in ends for name in NEEDED[end]))
        .order_by("report", "ordinal")
    )


def link_to(record: Record, home: Report | None, *, whole_page: bool = False) -> RecordLink:
    """A link to a record.

    ``home`` is the report that the page is about. Its records need no note, and on its ``whole_page`` they are linked
    by anchor.
    """
    if home is None or record.report_id != home.pk:
        return RecordLink(label_of(record), record.get_absolute_url(), short_title(record.report))
    return RecordLink(label_of(record), f"#{record.anchor}" if whole_page else record.get_absolute_url())


@dataclass(frozen=True, slots=True)
class RecordLinks:
    """The links of many records, in printed order and without repeats: what each cites and what cites it."""

    cites: dict[Key, tuple[RecordLink, ...]]
    cited_by: dict[Key, tuple[RecordLink, ...]]

    def of(self, record: Record) -> tuple[tuple[RecordLink, ...], tuple[RecordLink, ...]]:
        """What the record cites, and what cites it."""
        return self.cites.get(key_of(record), ()), self.cited_by.get(key_of(record), ())


def _unique(links: dict[Key, list[RecordLink]]) -> dict[Key, tuple[RecordLink, ...]]:
    return {key: tuple(dict.fromkeys(found)) for key, found in links.items()}


def link_all(found: Iterable[CrossReference], home: Report | None = None, *, whole_page: bool = False) -> RecordLinks:
    """Turn references into links from both ends. Without ``home``, each end is at home in its own report."""
    cites: dict[Key, list[RecordLink]] = defaultdict(list)
    cited_by: dict[Key, list[RecordLink]] = defaultdict(list)
    for reference in found:
        source, target = reference.source, reference.leads_to
        if target is None:
            cites[key_of(source)].append(RecordLink(reference.printed.strip("()"), "", reference.reason))
            continue
        if not target.report.is_public:
            cites[key_of(source)].append(RecordLink(reference.printed.strip("()"), "", NOT_PUBLIC))
            continue
        cites[key_of(source)].append(link_to(target, home or source.report, whole_page=whole_page))
        cited_by[key_of(target)].append(link_to(source, home or target.report, whole_page=whole_page))
    return RecordLinks(_unique(cites), _unique(cited_by))


def links_in(report: Report) -> RecordLinks:
    """The links of all records of a report."""
    own = CrossReference.objects.filter(report=report)
    # One query for each end, each by its index: joined by OR, they would make the database scan all references.
    leading_here = (CrossReference.objects.filter(**{f"{target}__report": report}) for target in TARGETS)
    return link_all(_references_among([own, *leading_here]), report, whole_page=True)


def links_of(records: Iterable[Record]) -> RecordLinks:
    """The links of some records, each to its own page, in one query."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for record in records:
        by_kind[record.KIND].append(record.pk)
    found = [
        CrossReference.objects.filter(**{f"{end}__in": keys})
        for kind, keys in by_kind.items()
        for end in (kind, f"target_{kind}")
        if end in ENDS
    ]
    return link_all(_references_among(found)) if found else RecordLinks({}, {})


def _references_among(found: Sequence[QuerySet[CrossReference]]) -> QuerySet[CrossReference]:
    """The references out of all that were found, by their keys.

    The keys are queried first: as a subquery they would make the database scan all references. What ends they have is
    asked along with them.
    """
    first, *others = (rows.order_by().values_list("pk", *ENDS) for rows in found)
    keys = list(first.union(*others))
    if not keys:
        return CrossReference.objects.none()
    ends = [end for end, values in zip(ENDS, list(zip(*keys, strict=True))[1:], strict=True) if any(values)]
    return references(ends).filter(among(key for key, *_ in keys))


class EvidenceParagraph(NamedTuple):
    """What names and places a paragraph: a page of judgements has hundreds behind it, and shows the text of none."""

    ref: str
    anchor: str


def evidence_of(judgements: Iterable[Judgement], on_page_of: Report | None = None) -> dict[int, tuple[RecordLink, ...]]:
    """The live paragraphs that support each judgement, by its key, in one query.

    They are shown as ranges, each linked to its first paragraph in the report. A range that is known only in words has
    no link.
    """
    judgements = tuple(judgements)
    rows = Evidence.objects.filter(judgement__in=[judgement.pk for judgement in judgements]).order_by(
        "ordinal", "finding__ordinal"
    )
    held: dict[int, list[EvidenceParagraph]] = defaultdict(list)
    found = rows.filter(finding__retired_at__isnull=True).values_list("judgement", "finding__ref", "finding__anchor")
    for judgement, ref, anchor in found:
        held[judgement].append(EvidenceParagraph(ref, anchor))
    return {judgement.pk: _evidence_links(judgement, held[judgement.pk], on_page_of) for judgement in judgements}


def _evidence_links(
    judgement: Judgement, paragraphs: list[EvidenceParagraph], on_page_of: Report | None
) -> tuple[RecordLink, ...]:
    if not paragraphs:
        return (RecordLink(f"Paragraphs {judgement.evidence_range}", ""),) if judgement.evidence_range else ()
    here = on_page_of is not None and judgement.report_id == on_page_of.pk
    return tuple(
        RecordLink(range_of(run), f"#{run[0].anchor}" if here else place_in(judgement.report, run[0].anchor))
        for run in runs(paragraphs)
    )
