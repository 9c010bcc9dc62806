"""The outline of a report: its sections, the records of each in order, and the page that shows them.

Records stand in their section in the order of their places in the document; records without a section come first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from findings.labels import Record, range_of, runs
from findings.models import Action, Finding, Recommendation, Risk, Section
from findings.reports.chapters import SectionRecords, SizedRecord, cut, estimated_size
from inspections.models import Inspection, Judgement, Report


def front_of(report: Report) -> Inspection | Report:
    """Where the report begins to be read: its inspection if the report is the inspection's own, else the report."""
    return report.inspection if report.inspection and report.is_own and not report.retired_at else report


def _place(record: Record) -> tuple[int, int, float, int]:
    """The place of a record in the document, by which records of several kinds are put in one order."""
    top = float(record.boxes[0][2]) if record.boxes else 0.0
    return record.page or 0, record.line or 0, top, record.ordinal


def in_order(records: Iterable[Record]) -> list[Record]:
    """Records in order: those of a single kind keep theirs, several kinds are merged by their places."""
    found = list(records)
    return found if len({record.KIND for record in found}) == 1 else sorted(found, key=_place)


def _depths(sections: list[Section]) -> dict[int, int]:
    depths: dict[int, int] = {}
    for section in sections:
        depths[section.pk] = depths[section.parent_id] + 1 if section.parent_id in depths else 0
    return depths


class ReportOutline:
    """The sections of a report with their records, divided into chapters. Links are not loaded."""

    def __init__(self, report: Report, *, whole: bool = False) -> None:
        self.report = report
        self.base = report.get_absolute_url()
        self.sections = list(Section.objects.live().filter(report=report).order_by("ordinal"))
        self.depths = _depths(self.sections)
        self.findings, self.actions, self.risks = (self._rows(model) for model in (Finding, Action, Risk))
        self.recommendations, self.sub_items = self._recommendations()
        self.parts = self._parts()
        self.cuts = cut(self.parts, whole=whole)

    def _rows(self, model: type[Finding | Action | Risk]) -> list[Any]:
        return list(model.objects.live().filter(report=self.report).order_by("ordinal"))

    def _recommendations(self) -> tuple[list[Recommendation], dict[int, list[Recommendation]]]:
        """Top-level recommendations, and the items of those that have any."""
        found = (
            Recommendation.objects.live()
            .filter(report=self.report)
            .select_related("domain", "section", "restates__report__authority")
            .prefetch_related("restated_by__report__authority")
            .order_by("ordinal")
        )
        tops, parts = [], defaultdict(list)
        for recommendation in found:
            if recommendation.parent_id:
                parts[recommendation.parent_id].append(recommendation)
            else:
                tops.append(recommendation)
        return tops, parts

    def _parts(self) -> list[SectionRecords]:
        records: dict[int | None, list[Record]] = defaultdict(list)
        for record in (*self.findings, *self.recommendations, *self.actions, *self.risks):
            records[record.section_id].append(record)
        known = {section.pk for section in self.sections}
        loose = [record for section, found in records.items() if section not in known for record in found]
        parts = [SectionRecords(None, 0, self._sized(loose))] if loose else []
        return parts + [
            SectionRecords(section, self.depths[section.pk], self._sized(records[section.pk]))
            for section in self.sections
        ]

    def _sized(self, records: list[Record]) -> tuple[SizedRecord, ...]:
        return tuple(
            SizedRecord(record, sum(estimated_size(one, self.base) for one in (record, *self.items_of(record))))
            for record in in_order(records)
        )

    def items_of(self, record: Record) -> list[Recommendation]:
        """The items of a recommendation."""
        return self.sub_items.get(record.pk, []) if isinstance(record, Recommendation) else []

    def reaches(self) -> dict[int, str]:
        """By section, "Paragraphs 14 to 38" if its numbered paragraphs, with inner sections, are one range."""
        parents = {section.pk: section.parent_id for section in self.sections}
        held: dict[int, list[Finding]] = defaultdict(list)
        for finding in self.findings:
            section = finding.section_id if finding.ref else None
            while section is not None:
                held[section].append(finding)
                section = parents.get(section)
        return {section: range_of(found) for section, found in held.items() if len(runs(found)) == 1}

    def places(self, front: str | None = None) -> dict[str, str]:
        """The address of the page that shows each section and record, by anchor.

        ``front`` is the address of the report's own page.
        """
        front = self.base if front is None else front
        found: dict[str, str] = {}
        for one in self.cuts:
            address = one.address(self.base) if one.head or one.number > 1 else front
            for part in one.parts:
                if part.section:
                    found.setdefault(part.section.anchor, address)
                for sized in part.records:
                    found |= {record.anchor: address for record in (sized.record, *self.items_of(sized.record))}
        return found

    def place_of(self, anchor: str) -> str:
        """The address at which a section or record is shown. Has no anchor if the report does not have it.

        The first page of an inspection's own report is shown on the page of the inspection.
        """
        front = front_of(self.report).get_absolute_url()
        if found := self.places(front).get(anchor):
            return f"{found}#{anchor}"
        is_judgement = Judgement.objects.live().filter(report=self.report, anchor=anchor).exists()
        return f"{front}#{anchor}" if is_judgement else front
