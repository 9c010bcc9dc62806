"""Reading a graded report with its tables of earlier grades."""

from pathlib import Path

import pytest

from ingest.drafts import ReportDraft
from ingest.extract import extract
from inspections.vocabulary import Basis, ReadingStatus

SAMPLE = Path("ingest/samples/12-ilacs-2023.txt").read_text(encoding="utf-8")
LISTS = "What needs to improve?"


def with_table(*rows: str, status: ReadingStatus = ReadingStatus.COMPLETE) -> ReportDraft:
    table = "\n".join(rows)
    extraction = extract(SAMPLE.replace(LISTS, f"{table}\n\n{LISTS}", 1).encode())
    assert extraction.status is status
    return extraction.reports[0]


def test_grades_of_earlier_years_are_reported_and_never_the_own() -> None:
    report = with_table(
        "Judgement\t2015\t2021", "Overall effectiveness\tInadequate\tAdequate", "Leadership\tGood\tGood"
    )
    own = {j.domain: j.grade for j in report.judgements if j.basis is Basis.PRIMARY}
    assert own["overall-effectiveness"] == own["leadership"] == "good"
    told = [
        (j.inspection.framework, j.inspection.started and j.inspection.started.iso, j.domain, j.grade)
        for j in report.judgements
        if j.inspection and j.anchor.startswith("tabled")
    ]
    assert told == [
        ("sif", "2015", "overall-effectiveness", "inadequate"),
        (None, "2021", "overall-effectiveness", "adequate"),
        ("sif", "2015", "leadership", "good"),
        (None, "2021", "leadership", "good"),
    ]
    assert {mention.framework for mention in report.mentions} >= {"sif", None}


def test_an_earlier_grade_without_a_date_is_told() -> None:
    report = with_table("Judgement\tGrade\tPrevious grade", "Overall effectiveness\tGood\tInadequate")
    (told,) = [j for j in report.judgements if j.anchor.startswith("tabled")]
    assert (told.grade, told.inspection and told.inspection.started) == ("inadequate", None)
    assert "reported-undated" in [notice.code for notice in report.notices]


def test_a_row_that_cannot_be_read_is_told() -> None:
    rows = ("Leadership\tGood\tGood", "Overall effectiveness\tGood\tInadequte")
    report = with_table("Judgement\tGrade\tPrevious grade", *rows, status=ReadingStatus.PARTIAL)
    (notice,) = [notice for notice in report.notices if notice.code == "reported-unclear"]
    assert "Overall effectiveness | Good | Inadequte" in notice.message


def test_what_a_sentence_tells_too_is_one_judgement() -> None:
    report = with_table("Judgement\tSeptember 2019", "Overall effectiveness\tInadequate", "Leadership\tGood")
    told = [j for j in report.judgements if j.basis is Basis.REPORTED]
    assert [(j.domain, j.grade) for j in told] == [("overall-effectiveness", "inadequate"), ("leadership", "good")]


@pytest.mark.parametrize("kind", ["05-single-inspection", "07-joint-targeted-area-inspection"])
def test_a_report_without_such_tables_is_read_as_it_is(kind: str) -> None:
    report = extract(Path(f"ingest/samples/{kind}.txt").read_bytes()).reports[0]
    assert not [j for j in report.judgements if j.anchor.startswith("tabled")]
