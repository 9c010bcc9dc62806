"""What tells a report of an inspectorate by its body, where its cover is lost."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.extract import extract
from ingest.readers.text import read
from ingest.structure.council_paper import is_paper
from ingest.structure.inspectors_report import is_of_inspectorate
from inspections.notice_codes import NoticeCode
from tests.ingest.profiles.reading import sample

HEADINGS = (
    "Executive summary\n\nRecommendations\n\nInspection findings\n\nThe experiences and progress of care leavers\n\n"
)
LIKE_A_PAPER = "Apologies are made to families.\n\nDecision - the panel meets weekly\n\n"


def of_inspectorate(text: str) -> bool:
    return is_of_inspectorate(read(text.encode()).blocks)


def test_three_headings_of_such_reports_tell_one() -> None:
    assert of_inspectorate(HEADINGS)
    assert not of_inspectorate(HEADINGS.replace("Inspection findings", "Findings"))


def test_the_publishers_text_tells_one() -> None:
    assert of_inspectorate("Plans are clear.\n\nAny complaints about the inspection should be made to Ofsted.\n")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Inspection of Wexcombe local authority children's services", True),
        ("Area SEND inspection report: Wexcombe Local Area Partnership", True),
        ("Report of the inspection of services", False),
        ("Inspection", False),
    ],
)
def test_a_running_line_that_names_an_inspection_tells_one(line: str, told: bool) -> None:
    foot = Block(BlockKind.FURNITURE, line, line, Place(page=2))
    assert is_of_inspectorate([foot]) is told


@pytest.mark.parametrize("routed", ["Report to: Cabinet", "Report author: Ida Marsh", "Wards affected: all"])
def test_a_paper_that_is_routed_is_none_whatever_it_quotes(routed: str) -> None:
    assert not of_inspectorate(f"{routed}\n\n{HEADINGS}")


def test_a_single_inspection_without_its_cover_is_refused_and_is_no_councils_paper() -> None:
    report = sample("05")
    body = LIKE_A_PAPER + report[report.index("\nExecutive summary") :]
    assert is_paper(read(body.encode()).blocks)
    extraction = extract(body.encode())
    assert extraction.reports == ()
    (notice,) = [notice for notice in extraction.notices if notice.code is NoticeCode.UNKNOWN_REPORT]
    assert "whose cover or headings are missing" in notice.message
