"""The content of one report as its pages show it: sections in order, each with its records and their links.

Everything is loaded in a fixed number of queries, however long the report is. Records stand in their section in the
order of their places in the document; records without a section come first. A long report is divided into chapters, and
its links lead to the page that shows the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from findings.citations.facts import locator_of
from findings.labels import Record, label_of
from findings.models import Recommendation, Section
from findings.references.links import RecordLink, RecordLinks, evidence_of, link_to, links_in
from findings.reports.chapters import ChapterCut, SectionRecords, total
from findings.reports.headings import without_grade
from findings.reports.outline import ReportOutline
from inspections.models import Judgement, Notice, Report
from inspections.report_kinds import NATIONAL

DEEPEST_HEADING = 6
FIRST_HEADING = 2
IN_CONTENTS = 2
MOST_JUDGEMENTS = 50
"""How many judgements of a report on many authorities its page shows."""


@dataclass(frozen=True, slots=True)
class ContentItem:
    """A record to show.

    ``url`` is its permanent address; ``place`` is where its report shows it, "" if that is not known.
    """

    record: Record
    kind: str
    label: str
    url: str
    cites: tuple[RecordLink, ...] = ()
    cited_by: tuple[RecordLink, ...] = ()
    parts: tuple[ContentItem, ...] = ()
    notices: tuple[Notice, ...] = ()
    same_as: tuple[RecordLink, ...] = ()
    place: str = ""

    @property
    def all_cites(self) -> tuple[RecordLink, ...]:
        """What the record and its items cite, each once."""
        return tuple(dict.fromkeys(link for item in (self, *self.parts) for link in item.cites))

    @property
    def cited_as(self) -> str:
        """The name and place of the record within a citation."""
        return locator_of(self.record)

    @property
    def template(self) -> str:
        """The component that shows a record of its kind."""
        return f"components/records/{self.kind}.html"

    @property
    def has_references(self) -> bool:
        """Whether the record cites anything, or is cited or restated."""
        return bool(self.cites or self.cited_by or self.same_as)


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement with the paragraphs that support it."""

    judgement: Judgement
    evidence: tuple[RecordLink, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentSection:
    """A section with its depth, from 0. ``section`` is None for records outside of any.

    ``reach``: "Paragraphs 14 to 38".

    ``heading_level`` has no gaps, and is 1 for the section whose heading is the title of the page. ``address`` is where
    it is shown.
    """

    section: Section | None
    depth: int
    items: tuple[ContentItem, ...]
    judgement: Judgement | None
    reach: str
    heading_level: int
    address: str

    @property
    def heading(self) -> str:
        """The heading. A grade at its end is shown beside it instead."""
        if self.section is None:
            return ""
        return without_grade(self.section.heading, self.judgement) if self.judgement else self.section.heading

    @property
    def in_contents(self) -> bool:
        """Whether the table of contents lists it."""
        return self.section is not None and self.depth < IN_CONTENTS


@dataclass(frozen=True, slots=True)
class ReportChapter:
    """One page of a report.

    ``head`` is its first section if that gives the page its title; ``of`` is the number of pages of that section.
    """

    address: str
    number: int
    of: int
    parts: tuple[ContentSection, ...]
    head: ContentSection | None

    @property
    def title(self) -> str:
        """The heading of the page, "" for the report's own page."""
        if self.head is None:
            return f"Before the sections, page {self.number} of {self.of}" if self.number > 1 else ""
        return f"{self.head.heading}, page {self.number} of {self.of}" if self.of > 1 else self.head.heading


@dataclass(frozen=True)
class ReportContent:
    """Everything that was read from a report.

    ``number_of_judgements`` is that of all, of which ``judgements`` may be the first. ``size`` is the estimated size
    in bytes of all its parts on one page.
    """

    report: Report
    judgements: tuple[JudgementRow, ...]
    number_of_judgements: int
    chapters: tuple[ReportChapter, ...]
    notices: tuple[Notice, ...]
    counts: tuple[tuple[int, str, str], ...]
    size: int

    @property
    def is_whole(self) -> bool:
        """Whether one page shows all of it."""
        return len(self.chapters) == 1

    @cached_property
    def parts(self) -> tuple[ContentSection, ...]:
        """The sections in order. A section that continues over several pages comes once for each page."""
        return tuple(part for chapter in self.chapters for part in chapter.parts)

    @cached_property
    def contents(self) -> tuple[ContentSection, ...]:
        """The sections in the table of contents, each once."""
        listed = {part.section: part for part in reversed(self.parts) if part.in_contents}
        return tuple(reversed(listed.values()))

    @cached_property
    def recommendations(self) -> tuple[ContentItem, ...]:
        """The recommendations in order."""
        return tuple(item for part in self.parts for item in part.items if item.kind == Recommendation.KIND)


def judgement_rows(judgements: Iterable[Judgement]) -> tuple[JudgementRow, ...]:
    """Judgements with their evidence, each linked to its own page, in one query."""
    judgements = tuple(judgements)
    evidence = evidence_of(judgements)
    return tuple(JudgementRow(judgement, evidence[judgement.pk]) for judgement in judgements)


class _ContentBuilder:
    """Combines the records of one report with their links and notices."""

    def __init__(self, outline: ReportOutline, places: dict[str, str], front: str) -> None:
        self.report = outline.report
        self.outline = outline
        self.places = places
        self.front = front
        self.links: RecordLinks = links_in(self.report)
        self.notices: dict[str, list[Notice]] = defaultdict(list)
        for notice in Notice.objects.open().filter(report=self.report):
            self.notices[notice.anchor].append(notice)

    def with_page_links(self, links: Iterable[RecordLink]) -> tuple[RecordLink, ...]:
        """Links within the report, changed to lead to the page that shows the record."""
        return tuple(
            replace(link, url=f"{self.places.get(link.url[1:], self.front)}{link.url}")
            if link.url.startswith("#")
            else link
            for link in links
        )

    def item(self, record: Record) -> ContentItem:
        cites, cited_by = self.links.of(record)
        same = self._same_as(record) if isinstance(record, Recommendation) else ()
        return ContentItem(
            record,
            record.KIND,
            label_of(record),
            f"{self.outline.base}{record.anchor}/",
            self.with_page_links(cites),
            self.with_page_links(cited_by),
            tuple(self.item(part) for part in self.outline.items_of(record)),
            tuple(self.notices[record.anchor]),
            self.with_page_links(same),
            f"{self.places.get(record.anchor, self.front)}#{record.anchor}",
        )

    def _same_as(self, recommendation: Recommendation) -> tuple[RecordLink, ...]:
        others = [recommendation.restates] if recommendation.restates else []
        others += [other for other in recommendation.restated_by.all() if other.retired_at is None]
        return tuple(link_to(other, self.report, whole_page=True) for other in others if other.report.is_public)


def _graded_heads(sections: list[Section], judgements: Iterable[Judgement]) -> dict[int, Judgement]:
    """The judgement to show beside a heading, by section.

    The heading is that of the highest section of the domain, if it is the only one of its level.
    """
    by_domain: dict[int, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        by_domain[judgement.domain_id].append(judgement)
    heads: dict[int, Judgement] = {}
    for domain, found in by_domain.items():
        own = [section for section in sections if section.domain_id == domain]
        highest = [section for section in own if section.level == min(other.level for other in own)]
        if len(found) == len(highest) == 1:
            heads[highest[0].pk] = found[0]
    return heads


def _rows(assembly: _ContentBuilder, judgements: Sequence[Judgement]) -> tuple[JudgementRow, ...]:
    evidence = evidence_of(judgements, assembly.report)
    return tuple(
        JudgementRow(
            judgement,
            assembly.with_page_links(evidence[judgement.pk]),
            tuple(assembly.notices[judgement.anchor]),
        )
        for judgement in judgements
    )


def judgements_of(report: Report) -> list[Judgement]:
    """The judgements that a report states or quotes, with everything that a row shows.

    Of a report on many authorities these are the first ones; the list of judgements shows all of them.
    """
    most = MOST_JUDGEMENTS if report.kind in NATIONAL else None
    return list(
        Judgement.objects.live()
        .filter(report=report)
        .select_related(
            "domain",
            "grade",
            "inspection__authority",
            "inspection__framework",
            "report__authority",
            "report__inspection",
        )
        .order_by("ordinal")[:most]
    )


def read_content(report: Report, *, front: str | None = None, whole: bool = False) -> ReportContent:
    """Load the content of a report.

    ``front`` is the address of the page that shows its first chapter, if that is not its own page; ``whole`` leaves it
    in one chapter.
    """
    outline = ReportOutline(report, whole=whole)
    front = outline.base if front is None else front
    if len(outline.cuts) == 1:
        front = ""
    assembly = _ContentBuilder(outline, outline.places(front), front)
    judgements = judgements_of(report)
    heads = _graded_heads(outline.sections, (j for j in judgements if j.inspection_id == report.inspection_id))
    reaches = outline.reaches()

    def content_section(one: ChapterCut, part: SectionRecords, address: str) -> ContentSection:
        items = tuple(assembly.item(sized.record) for sized in part.records)
        if (section := part.section) is None:
            return ContentSection(None, 0, items, None, "", FIRST_HEADING, address)
        top = outline.depths[one.head.pk] + 1 if one.head else 0
        level = min(FIRST_HEADING + part.depth - top, DEEPEST_HEADING)
        place = address if section == one.head else f"{address}#{section.anchor}"
        return ContentSection(
            section, part.depth, items, heads.get(section.pk), reaches.get(section.pk, ""), level, place
        )

    def chapter(one: ChapterCut) -> ReportChapter:
        address = one.address(outline.base) if one.head or one.number > 1 else front
        parts = tuple(content_section(one, part, address) for part in one.parts)
        return ReportChapter(address, one.number, one.of, parts, parts[0] if one.head else None)

    return ReportContent(
        report,
        _rows(assembly, judgements),
        Judgement.objects.live().filter(report=report).count() if report.kind in NATIONAL else len(judgements),
        tuple(chapter(one) for one in outline.cuts),
        tuple(assembly.notices[""]),
        _counts(
            judgements=judgements,
            findings=outline.findings,
            recommendations=outline.recommendations,
            actions=outline.actions,
            risks=outline.risks,
        ),
        total(outline.parts),
    )


def _counts(**records: list[Record] | list[Judgement] | list[Recommendation]) -> tuple[tuple[int, str, str], ...]:
    names = {"judgements": "judgement", "findings": "finding", "recommendations": "recommendation", "actions": "action"}
    return tuple((len(found), names.get(name, "risk"), name) for name, found in records.items() if found)
