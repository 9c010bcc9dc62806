"""Cross references as links, both ways: what a record cites, and what cites it.

A reference inside one report leads to the anchor on the page; one to another report leads to the record's own address. A reference that
points nowhere, or to a report that is hidden from the public, stays as printed, with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.db.models import Q, QuerySet

from findings.labels import Record, label_of, range_of, runs, short_title
from findings.models import CrossReference
from inspections.lists.lookups import among
from inspections.models import Judgement, Report

SOURCES = ("finding", "recommendation", "action")
TARGETS = ("target_finding", "target_recommendation", "target_section")
OF_A_REPORT = ("kind", "slug", "published", "year", "is_public")
NAMED_BY = {
    "finding": ("ref", "kind"),
    "recommendation": ("ref", "parent"),
    "action": ("ref",),
    "section": ("heading",),
}
"""What the label of a record is made of, by its kind; and above it what the name and address of its report are, and whether it is shown."""
NOT_PUBLIC = "The report in which it stands is not public."
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class RecordLink:
    """Where a reference leads. ``url`` is "" for one that points nowhere, and ``note`` says why, or in which other report it leads."""

    text: str
    url: str
    note: str = ""


def place_in(report: Report, anchor: str) -> str:
    """The address that leads to the page of a report on which the record of an anchor is read."""
    return f"{report.get_absolute_url()}?at={quote(anchor)}#{anchor}"


def in_report(record: Record) -> str:
    """The address that leads to where a record is read in its report."""
    return place_in(record.report, record.anchor)


def key_of(record: Record) -> Key:
    """What tells a record from all others."""
    return record.KIND, record.pk


def _what_links_need(end: str) -> tuple[str, ...]:
    """The columns of the record at one end of a reference that name and place it: a link shows none of its text."""
    own = (*NAMED_BY[end.removeprefix("target_")], "anchor", *(f"report__{name}" for name in OF_A_REPORT))
    return tuple(f"{end}__{name}" for name in (*own, "report__authority__slug"))


NEEDED = ("printed", "reason", *(name for end in (*SOURCES, *TARGETS) for name in _what_links_need(end)))


def references() -> QuerySet[CrossReference]:
    """Cross references that the pages show, with what their links need and nothing else."""
    related = [f"{name}__report__authority" for name in (*SOURCES, *TARGETS)]
    return (
        CrossReference.objects.filter(report__is_public=True, report__retired_at__isnull=True)
        .exclude(Q(finding__retired_at__isnull=False) | Q(recommendation__retired_at__isnull=False))
        .exclude(action__retired_at__isnull=False)
        .select_related(*related)
        .only(*NEEDED)
        .order_by("report", "ordinal")
    )


def link_to(record: Record, home: Report | None, *, whole_page: bool = False) -> RecordLink:
    """A link to a record.

    ``home`` is the report that the page is about: its records need no note, and on its ``whole_page`` they are an anchor away.
    """
    if home is None or record.report_id != home.pk:
        return RecordLink(label_of(record), record.get_absolute_url(), short_title(record.report))
    return RecordLink(label_of(record), f"#{record.anchor}" if whole_page else record.get_absolute_url())


@dataclass(frozen=True, slots=True)
class RecordLinks:
    """The links of many records: what each cites and what cites it, without repeats and in printed order."""

    cites: dict[Key, tuple[RecordLink, ...]]
    cited_by: dict[Key, tuple[RecordLink, ...]]

    def of(self, record: Record) -> tuple[tuple[RecordLink, ...], tuple[RecordLink, ...]]:
        """What the record cites, and what cites it."""
        return self.cites.get(key_of(record), ()), self.cited_by.get(key_of(record), ())


def _unique(links: dict[Key, list[RecordLink]]) -> dict[Key, tuple[RecordLink, ...]]:
    return {key: tuple(dict.fromkeys(found)) for key, found in links.items()}


def link_all(found: Iterable[CrossReference], home: Report | None = None, *, whole_page: bool = False) -> RecordLinks:
    """Turn references into links from both of their ends; without ``home`` each end is at home in its own report."""
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
    """The links of every record of a report."""
    own = CrossReference.objects.filter(report=report)
    # One question an end, each by its index: asked together with OR, the database would look at every reference there is.
    leading_here = (CrossReference.objects.filter(**{f"{target}__report": report}) for target in TARGETS)
    ends = own.order_by().values("pk").union(*(found.order_by().values("pk") for found in leading_here))
    return link_all(_references_with(ends), report, whole_page=True)


def links_of(records: Iterable[Record]) -> RecordLinks:
    """The links of some records, each to its own page, in one query."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for record in records:
        by_kind[record.KIND].append(record.pk)
    found = [
        CrossReference.objects.filter(**{f"{end}__in": keys}).order_by().values("pk")
        for kind, keys in by_kind.items()
        for end in (kind, f"target_{kind}")
        if end in (*SOURCES, *TARGETS)
    ]
    return link_all(_references_with(found[0].union(*found[1:]))) if found else RecordLinks({}, {})


def _references_with(ends: QuerySet[Any]) -> QuerySet[CrossReference]:
    """References by their keys, which are asked for first: inside the question the database would look for them in all there are."""
    return references().filter(among(key for (key,) in ends.values_list("pk")))


def evidence_of(judgement: Judgement, on_page_of: Report | None = None) -> tuple[RecordLink, ...]:
    """The paragraphs that carry a judgement as ranges, each linked to where it begins in the report.

    Needs ``evidence`` prefetched with its findings. A range that is known only in words is shown without links.
    """
    findings = [evidence.finding for evidence in judgement.evidence.all()]
    if not findings:
        return (RecordLink(f"Paragraphs {judgement.evidence_range}", ""),) if judgement.evidence_range else ()
    here = on_page_of is not None and judgement.report_id == on_page_of.pk
    return tuple(
        RecordLink(range_of(run), f"#{run[0].anchor}" if here else place_in(judgement.report, run[0].anchor))
        for run in runs(findings)
    )
