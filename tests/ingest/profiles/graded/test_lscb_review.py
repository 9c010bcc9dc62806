"""Reviews of a safeguarding board: the one bound in behind the report on Kingston upon Hull, and an invented one."""

from pathlib import Path

import pytest

from ingest.drafts import Extraction
from ingest.extract import extract
from ingest.profiles.graded.lscb_review import LscbReview
from ingest.profiles.protocol import Part
from ingest.readers import read
from inspections.vocabulary import FindingKind, ReportKind
from tests.ingest.reports import codes, grades, paragraphs, primary, read_report


@pytest.fixture(scope="module")
def hull(shared: Path) -> Extraction:
    (path,) = (shared / "documents" / "reports").glob("kingston-upon-hull-sif-*.pdf")
    return extract(path.read_bytes())


def test_two_reports_in_one_file_are_read_apart(hull: Extraction) -> None:
    assert [report.kind for report in hull.reports] == [ReportKind.SIF, ReportKind.LSCB_REVIEW]
    assert [report.authority.la_code for report in hull.reports if report.authority] == ["810", "810"]
    assert [report.published.iso for report in hull.reports if report.published] == ["2015-02-03", "2015-02-10"]
    # What it says of the fostering of 2010, judged satisfactory, is told and not taken for a grade of its framework.
    found = [code for report in hull.reports for code in codes(report)]
    assert found == ["reported-unclear", "lead-inspector-missing"]


def test_numbers_begin_again_and_carry_the_one_grade(hull: Extraction) -> None:
    inspection, review = hull.reports
    assert "lscb" not in grades(inspection)
    assert grades(review) == {"lscb": "requires-improvement"}
    assert primary(review)["lscb"].evidence == paragraphs(1, 21)
    assert [f.ref for f in review.findings if f.ref] == [str(n) for n in range(1, 22)]


def test_recommendations_stay_apart_from_the_lines_that_divide_them(hull: Extraction) -> None:
    review = hull.reports[1]
    assert len(review.recommendations) == 7
    assert all(r.domain == "lscb" and r.text.endswith(".") for r in review.recommendations)


INVENTED = """Wexcombe

Review of the effectiveness of the Local Safeguarding Children Board

Review date: 6 March to 10 March 2017

Report published: 28 April 2017

The effectiveness of the Local Safeguarding Children Board (LSCB) is good

Executive summary

The board asks what its work changes.

Recommendations

1. Keep the report short (paragraph 2).

Inspection findings - the Local Safeguarding Children Board

2. Partners challenge each other.
"""


def test_a_review_by_itself() -> None:
    report = read_report(INVENTED)
    assert report.kind is ReportKind.LSCB_REVIEW
    assert grades(report) == {"lscb": "good"}
    assert [(f.kind, f.ref) for f in report.findings] == [(FindingKind.SUMMARY, None), (FindingKind.FINDING, "2")]
    assert report.recommendations[0].paragraphs == ("2",)


def test_a_review_without_its_sentence_has_no_grade() -> None:
    report = read_report(
        INVENTED.replace("The effectiveness of the Local Safeguarding Children Board (LSCB) is good\n", "")
    )
    assert grades(report) == {}
    assert "judgement-missing" in codes(report)


TITLE = "Review of the effectiveness of the Local Safeguarding Children Board"
DATES = "Review date: 6 March to 10 March 2017"
OF_ALL = "Inspection of services for children in need of help and protection"


def test_a_review_by_itself_has_its_title_and_lacks_nothing() -> None:
    report = read_report(INVENTED)
    assert (report.title, codes(report)) == (TITLE, ["lead-inspector-missing"])
    assert [notice.level for notice in report.notices] == ["info"]


def test_the_lead_of_a_review_is_read_where_one_is_named() -> None:
    report = read_report(INVENTED.replace("Report published", "Lead inspector: Judith Amory HMI\n\nReport published"))
    assert report.inspection
    assert (report.inspection.lead_inspector, codes(report)) == ("Judith Amory", [])


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (INVENTED, [0]),
        (INVENTED.removeprefix("Wexcombe\n\n"), [0]),
        (INVENTED.replace("Wexcombe", "This is about the board of Wexcombe."), [1]),
        (INVENTED.replace(DATES, ""), []),
        (INVENTED.replace("Wexcombe", f"Wexcombe\n\n{OF_ALL}\n\nand"), []),
        (INVENTED.replace(TITLE, f"{TITLE} {'of the whole area ' * 5}"), []),
        (INVENTED.replace(TITLE, f"About the {TITLE.lower()}"), []),
        (f"{TITLE}\n", []),
        ("Wexcombe\n", []),
    ],
    ids=["name-above", "title", "sentence-above", "no-dates", "single-inspection", "long", "mention", "alone", "name"],
)
def test_a_review_opens_with_its_title_or_the_name_above_it(text: str, opening: list[int]) -> None:
    blocks = read(text.encode()).blocks
    assert [index for index in range(len(blocks)) if LscbReview().opens(blocks, index)] == opening


@pytest.mark.parametrize(
    ("text", "score"),
    [
        (INVENTED, 1),
        (INVENTED.replace(DATES, ""), 3 / 4),
        (INVENTED.replace(TITLE, "A review"), 0),
        (INVENTED.replace("Wexcombe", OF_ALL), 0),
        (f"{TITLE}\n\nAll is well.\n", 0),
    ],
    ids=["whole", "no-dates", "no-title", "single-inspection", "title-alone"],
)
def test_a_review_is_told_by_its_title_and_another_sign(text: str, score: float) -> None:
    assert LscbReview().score(Part(read(text.encode()).blocks, "text/plain")) == pytest.approx(score)
