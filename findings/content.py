"""The content of one report as a page shows it: its sections in order, and in each its records with their links.

Everything is loaded in a fixed number of queries, whatever the length of the report. Records stand in their section by the place where
they were read; those without a section come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from findings.labels import Record, label_of, range_of, runs
from findings.linking import Link, Links, evidence_of, link_to, links_in
from findings.models import Action, Evidence, Finding, Recommendation, Risk, Section
from inspections.models import Judgement, Notice, Report

DEEPEST_HEADING = 6
FIRST_HEADING = 2
IN_CONTENTS = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A record as it is shown; ``url`` is its permanent address."""

    record: Record
    kind: str
    label: str
    url: str
    cites: tuple[Link, ...] = ()
    cited_by: tuple[Link, ...] = ()
    parts: tuple[Item, ...] = ()
    notices: tuple[Notice, ...] = ()
    same_as: tuple[Link, ...] = ()

    @property
    def template(self) -> str:
        """The component that shows a record of its kind."""
        return f"_components/items/{self.kind}.html"

    @property
    def has_references(self) -> bool:
        """Whether anything is linked with it."""
        return bool(self.cites or self.cited_by or self.same_as)


@dataclass(frozen=True, slots=True)
class JudgementRow:
    """A judgement with the paragraphs that carry it."""

    judgement: Judgement
    evidence: tuple[Link, ...]
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A section with its depth, from 0; ``section`` is None for what stands outside of any. ``reach``: "Paragraphs 14 to 38"."""

    section: Section | None
    depth: int
    items: tuple[Item, ...]
    judgement: Judgement | None
    reach: str

    @property
    def heading_level(self) -> int:
        """The level of its heading, without gaps."""
        return min(FIRST_HEADING + self.depth, DEEPEST_HEADING)

    @property
    def in_contents(self) -> bool:
        """Whether the contents list it."""
        return self.section is not None and self.depth < IN_CONTENTS


@dataclass(frozen=True, slots=True)
class Content:
    """A report with all that was read from it."""

    report: Report
    judgements: tuple[JudgementRow, ...]
    parts: tuple[Part, ...]
    notices: tuple[Notice, ...]
    counts: tuple[tuple[int, str, str], ...]


def judgements_with_evidence() -> Prefetch[str]:
    """What ``evidence_of`` needs, in one query for any number of judgements."""
    findings = Evidence.objects.filter(finding__retired_at__isnull=True).select_related("finding").order_by("ordinal")
    # Only what names and places a paragraph: a page of judgements has hundreds behind it, and shows the text of none.
    names = ("judgement", "ordinal", "finding__ref", "finding__anchor", "finding__report")
    return Prefetch("evidence", queryset=findings.only(*names))


def _place(record: Record) -> tuple[int, int, float, int]:
    """Where a record was read, so that records of several kinds stand in one order."""
    top = float(record.boxes[0][2]) if record.boxes else 0.0
    return record.page or 0, record.line or 0, top, record.ordinal


def in_order(records: Iterable[Record]) -> list[Record]:
    """One kind alone keeps its own order; several are merged by their places."""
    found = list(records)
    return found if len({record.KIND for record in found}) == 1 else sorted(found, key=_place)


class _Assembly:
    """Puts the records of one report together."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.base = report.get_absolute_url()
        self.links: Links = links_in(report)
        self.notices: dict[str, list[Notice]] = defaultdict(list)
        for notice in Notice.objects.filter(report=report):
            self.notices[notice.anchor].append(notice)

    def item(self, record: Record, parts: tuple[Item, ...] = ()) -> Item:
        cites, cited_by = self.links.of(record)
        same = self._same_as(record) if isinstance(record, Recommendation) else ()
        return Item(
            record,
            record.KIND,
            label_of(record),
            f"{self.base}{record.anchor}/",
            cites,
            cited_by,
            parts,
            tuple(self.notices[record.anchor]),
            same,
        )

    def _same_as(self, recommendation: Recommendation) -> tuple[Link, ...]:
        others = [recommendation.restates] if recommendation.restates else []
        others += [other for other in recommendation.restated_by.all() if other.retired_at is None]
        return tuple(link_to(other, self.report, whole_page=True) for other in others)

    def rows(self, model: type[Finding | Action | Risk]) -> list[Any]:
        return list(model.objects.current().filter(report=self.report).order_by("ordinal"))

    def recommendations(self) -> tuple[list[Recommendation], dict[int, tuple[Item, ...]]]:
        """Top-level recommendations, and the items of those that have sub-items."""
        found = (
            Recommendation.objects.current()
            .filter(report=self.report)
            .select_related("domain", "restates__report__authority")
            .prefetch_related("restated_by__report__authority")
            .order_by("ordinal")
        )
        tops, parts = [], defaultdict(list)
        for recommendation in found:
            if recommendation.parent_id:
                parts[recommendation.parent_id].append(self.item(recommendation))
            else:
                tops.append(recommendation)
        return tops, {parent: tuple(items) for parent, items in parts.items()}


def _depths(sections: list[Section]) -> dict[int, int]:
    depths: dict[int, int] = {}
    for section in sections:
        depths[section.pk] = depths[section.parent_id] + 1 if section.parent_id in depths else 0
    return depths


def _graded_heads(sections: list[Section], judgements: Iterable[Judgement]) -> dict[int, Judgement]:
    """The judgement to show beside a heading: the highest section of its domain that is the only one of its level."""
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


def _reaches(sections: list[Section], findings: list[Finding]) -> dict[int, str]:
    """The paragraphs of each section and of those within it, where they are one range."""
    parents = {section.pk: section.parent_id for section in sections}
    held: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        section = finding.section_id if finding.ref else None
        while section is not None:
            held[section].append(finding)
            section = parents.get(section)
    return {section: range_of(found) for section, found in held.items() if len(runs(found)) == 1}


def _rows(assembly: _Assembly, judgements: Iterable[Judgement]) -> tuple[JudgementRow, ...]:
    return tuple(
        JudgementRow(judgement, evidence_of(judgement, assembly.report), tuple(assembly.notices[judgement.anchor]))
        for judgement in judgements
    )


def judgements_of(report: Report) -> list[Judgement]:
    """The judgements that a report states or quotes, with all that a row shows."""
    return list(
        Judgement.objects.current()
        .filter(report=report)
        .select_related(
            "domain",
            "grade",
            "inspection__authority",
            "inspection__framework",
            "report__authority",
            "report__inspection",
        )
        .prefetch_related(judgements_with_evidence())
        .order_by("ordinal")
    )


def read_content(report: Report) -> Content:
    """Load a report's content and put it together."""
    assembly = _Assembly(report)
    sections = list(Section.objects.current().filter(report=report).order_by("ordinal"))
    judgements = judgements_of(report)
    tops, sub_items = assembly.recommendations()
    findings, actions, risks = (assembly.rows(model) for model in (Finding, Action, Risk))
    records: dict[int | None, list[Record]] = defaultdict(list)
    for record in (*findings, *tops, *actions, *risks):
        records[record.section_id].append(record)
    known = {section.pk for section in sections}
    reaches = _reaches(sections, findings)
    loose = [record for section, found in records.items() if section not in known for record in found]
    depths = _depths(sections)
    heads = _graded_heads(sections, (j for j in judgements if j.inspection_id == report.inspection_id))

    def part(section: Section | None, found: list[Record]) -> Part:
        items = tuple(
            assembly.item(record, sub_items.get(record.pk, ()) if isinstance(record, Recommendation) else ())
            for record in in_order(found)
        )
        if section is None:
            return Part(None, 0, items, None, "")
        return Part(section, depths[section.pk], items, heads.get(section.pk), reaches.get(section.pk, ""))

    parts = [part(None, loose)] if loose else []
    parts += [part(section, records[section.pk]) for section in sections]
    return Content(
        report,
        _rows(assembly, judgements),
        tuple(parts),
        tuple(assembly.notices[""]),
        _counts(judgements=judgements, findings=findings, recommendations=tops, actions=actions, risks=risks),
    )


def _counts(**records: list[Record] | list[Judgement] | list[Recommendation]) -> tuple[tuple[int, str, str], ...]:
    names = {"judgements": "judgement", "findings": "finding", "recommendations": "recommendation", "actions": "action"}
    return tuple((len(found), names.get(name, "risk"), name) for name, found in records.items() if found)
