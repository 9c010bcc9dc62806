"""What is true of each kind of report: who writes it, and what its place is among the others.

Every kind stands in ``REPORT_KINDS`` exactly once. An inspectorate's report states an inspection of its own. A paper
follows one up and never states its own. A table of outcomes tells of the inspections of many authorities.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspections.vocabulary import ReportKind


@dataclass(frozen=True, slots=True)
class InspectorateReport:
    """A kind of report that an inspectorate writes, which says what became of earlier recommendations.

    ``is_visit`` says that it looks at a few matters within days, ``is_joint`` that inspectorates look together at the
    partners of an area too, health services among them. Both count in the judgement whether a report looked at the
    matter of a recommendation at all (``findings.interpretation.matters.coverage``).
    """

    is_visit: bool = False
    is_joint: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of report that no inspectorate wrote.

    ``author`` is its author as citations name it, with ``{authority}`` for the name of the authority. ``step`` is its
    place in the chain of advice: a recommendation that several reports print was made by the one with the lowest step.
    An inspectorate's report is step 0, the commissioner's report on it 1, what the government decides upon that 2, what
    the council answers 3, an agenda that repeats all of it 4.
    """

    author: str
    step: int


@dataclass(frozen=True, slots=True)
class NationalTable:
    """A kind of report about many authorities at once: its records, not the report, say which authority is meant."""


REPORT_KINDS: Mapping[ReportKind, InspectorateReport | Paper | NationalTable] = {
    ReportKind.ILACS: InspectorateReport(),
    ReportKind.SIF: InspectorateReport(),
    ReportKind.LAC: InspectorateReport(),
    ReportKind.CHILD_PROTECTION: InspectorateReport(),
    ReportKind.SLAC: InspectorateReport(),
    ReportKind.JAR: InspectorateReport(is_joint=True),
    ReportKind.APA: InspectorateReport(),
    ReportKind.UCRA: InspectorateReport(is_visit=True),
    ReportKind.CQC_REVIEW: InspectorateReport(),
    ReportKind.FOCUSED_VISIT: InspectorateReport(is_visit=True),
    ReportKind.MONITORING_VISIT: InspectorateReport(is_visit=True),
    ReportKind.JTAI: InspectorateReport(is_joint=True),
    ReportKind.SEND: InspectorateReport(is_joint=True),
    ReportKind.LSCB_REVIEW: InspectorateReport(),
    ReportKind.JAR_PROGRESS: InspectorateReport(),
    ReportKind.CABINET_REPORT: Paper("{authority} Cabinet", 3),
    ReportKind.COMMISSIONER_REPORT: Paper("Commissioner for children’s services in {authority}", 1),
    ReportKind.STATUTORY_DIRECTION: Paper("Secretary of State for Education", 2),
    ReportKind.IMPROVEMENT_NOTICE: Paper("Department for Education", 2),
    ReportKind.IMPROVEMENT_PLAN: Paper("{authority}", 3),
    ReportKind.AGENDA: Paper("{authority} Cabinet", 4),
    ReportKind.OUTCOMES_TABLE: NationalTable(),
}

BY_INSPECTORATES: Mapping[ReportKind, InspectorateReport] = {
    kind: facts for kind, facts in REPORT_KINDS.items() if isinstance(facts, InspectorateReport)
}
PAPERS: Mapping[ReportKind, Paper] = {kind: facts for kind, facts in REPORT_KINDS.items() if isinstance(facts, Paper)}
NATIONAL = frozenset(kind for kind, facts in REPORT_KINDS.items() if isinstance(facts, NationalTable))


def step_of(kind: ReportKind) -> int:
    """The place of a kind of report in the chain of advice; 0 for an inspectorate's own."""
    paper = PAPERS.get(kind)
    return paper.step if paper else 0
