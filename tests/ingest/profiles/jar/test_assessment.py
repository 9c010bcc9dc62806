"""The annual performance assessment in an annex of a joint area review."""

import pytest

from inspections.vocabulary import Basis
from tests.ingest.profiles.reading import codes, doubts, read_report, sample

OLD = """Annex A: Most recent annual performance assessment

In the year before the review the council's services for children were assessed from data and documents.
"""
TABLE = """Assessment judgement area\tAPA grade
Overall effectiveness of children's services\t2
Being healthy\t3
Staying safe\t2
"""


def told(annex: str):
    assert OLD in sample("15")
    return read_report(sample("15").replace(OLD, annex))


@pytest.mark.parametrize(
    "annex",
    [
        f"Annex A: Annual performance assessment 2007\n\n{TABLE}",
        f"Annex A: MOST RECENT ANNUAL PERFORMANCE ASSESSMENT: WEXCOMBE\n\nIt was made in 2007.\n\n{TABLE}",
        "Annex A: Annual performance assessment 2007\n\n" + TABLE.split("\n", 1)[1],
    ],
)
def test_its_grades_are_reported_judgements_of_the_assessment(annex):
    report = told(annex)
    reported = [judgement for judgement in report.judgements if judgement.basis is Basis.REPORTED]
    assert [(j.domain, j.grade, j.grade_wording) for j in reported] == [
        ("childrens-services", "adequate", "2"),
        ("being-healthy", "good", "3"),
        ("staying-safe", "adequate", "2"),
    ]
    assert {(j.inspection.framework, j.inspection.published.iso) for j in reported} == {("apa", "2007")}
    assert {j.inspection.printed for j in reported} == {annex.partition("\n")[0]}
    assert [j.anchor for j in reported] == [f"reported-apa-{j.domain}" for j in reported]
    assert reported[0].domain_wording == "Overall effectiveness of children's services"
    assert [j.place.line for j in reported] == [j.inspection.place.line + n for n, j in enumerate(reported)]
    assert len([judgement for judgement in report.judgements if judgement.basis is Basis.PRIMARY]) == 6
    assert [mention.framework for mention in report.mentions] == ["apa"]
    assert codes(report) == []


def test_without_a_year_they_are_left_out_and_named():
    report = told(f"Annex A: Most recent annual performance assessment\n\n{TABLE}")
    assert all(judgement.basis is Basis.PRIMARY for judgement in report.judgements)
    assert codes(report) == ["judgement-without-inspection"]
    (doubt,) = doubts(report)
    assert doubt.startswith("warning judgement-without-inspection at line ")
    assert doubt.endswith(
        ": An annex prints the grades of an annual performance assessment without its year; they were left out."
    )


def test_an_annex_without_a_table_gives_none():
    assert all(judgement.basis is Basis.PRIMARY for judgement in read_report(sample("15")).judgements)
