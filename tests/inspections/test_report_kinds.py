"""Kinds of report that no inspectorate wrote."""

import pytest

from inspections.report_kinds import PAPERS, step_of
from inspections.vocabulary import ReportKind


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
