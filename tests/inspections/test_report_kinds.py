"""What is true of each kind of report: every kind is declared, and papers come after the inspectorate."""

import pytest

from inspections.report_kinds import BY_INSPECTORATES, NATIONAL, PAPERS, REPORT_KINDS, step_of
from inspections.vocabulary import ReportKind


def test_every_kind_of_report_is_declared():
    assert list(REPORT_KINDS) == list(ReportKind), "add the new kind to REPORT_KINDS, in the order of the vocabulary"
    assert len(BY_INSPECTORATES) + len(PAPERS) + len(NATIONAL) == len(ReportKind)


def test_an_inspectorate_speaks_before_every_paper():
    assert step_of(ReportKind.ILACS) < min(paper.step for paper in PAPERS.values())


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (ReportKind.COMMISSIONER_REPORT, ReportKind.STATUTORY_DIRECTION),
        (ReportKind.STATUTORY_DIRECTION, ReportKind.CABINET_REPORT),
        (ReportKind.IMPROVEMENT_PLAN, ReportKind.AGENDA),
    ],
)
def test_what_is_repeated_came_first_from_the_earlier_step(earlier: ReportKind, later: ReportKind):
    assert step_of(earlier) < step_of(later)


def test_every_author_is_named_with_or_without_its_authority():
    named = {kind: paper.author.format(authority="Wexcombe") for kind, paper in PAPERS.items()}
    assert all(named.values())
    assert named[ReportKind.CABINET_REPORT] == "Wexcombe Cabinet"
