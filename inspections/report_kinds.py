"""Papers: the kinds of report that no inspectorate wrote, with their authors and their place in the chain of advice.

A paper follows up an inspection and never states one of its own. Every other kind of report is an inspectorate's. A new
kind of paper is added here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from inspections.vocabulary import ReportKind


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper.

    ``author`` is its author as citations name it, with ``{authority}`` for the name of the authority. ``step`` is its
    place in the chain of advice: a recommendation that several reports print was made by the one with the lowest step.
    An inspectorate's report is step 0, the commissioner's report on it 1, what the government decides upon that 2, what
    the council answers 3, an agenda that repeats all of it 4.
    """

    author: str
    step: int


PAPERS: Mapping[ReportKind, Paper] = {
    ReportKind.COMMISSIONER_REPORT: Paper("Commissioner for children’s services in {authority}", 1),
    ReportKind.STATUTORY_DIRECTION: Paper("Secretary of State for Education", 2),
    ReportKind.IMPROVEMENT_NOTICE: Paper("Department for Education", 2),
    ReportKind.CABINET_REPORT: Paper("{authority} Cabinet", 3),
    ReportKind.IMPROVEMENT_PLAN: Paper("{authority}", 3),
    ReportKind.AGENDA: Paper("{authority} Cabinet", 4),
}


NATIONAL = frozenset({ReportKind.OUTCOMES_TABLE})
"""Kinds of report about many authorities at once: their records, not they, say which authority is meant."""


def step_of(kind: ReportKind) -> int:
    """The place of a kind of report in the chain of advice; 0 for an inspectorate's own."""
    paper = PAPERS.get(kind)
    return paper.step if paper else 0
