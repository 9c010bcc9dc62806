"""A draft of a report is read, and never as complete."""

import pytest

from ingest.draft_copies import draft_notice
from ingest.extract import extract
from ingest.readers.text import read
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import ReadingStatus
from tests.ingest.profiles.reading import sample

TITLE = "Inspection of Wexcombe local authority children's services"


@pytest.mark.parametrize(
    "line",
    [
        "DRAFT for factual accuracy check",
        "Draft",
        "Confidential draft: not for circulation",
        "Draft report",
        "For factual accuracy check",
        "Pre-publication draft",
        f"DRAFT – {TITLE}",
        f"{TITLE} (draft)",
        "Draft inspection report v2",
    ],
)
def test_a_line_at_the_beginning_says_that_a_report_is_a_draft(line: str) -> None:
    notice = draft_notice(read(f"{line}\n\nInspection dates: 6 to 17 November 2023\n".encode()).blocks)
    assert notice is not None
    assert line[:20] in notice.message


@pytest.mark.parametrize(
    "line", ["Plans in draft are shared with families early.", "Drafting of plans", "The draft plan of the partnership"]
)
def test_a_line_about_a_draft_of_something_else_says_nothing(line: str) -> None:
    assert draft_notice(read(f"{TITLE}\n\n{line}\n".encode()).blocks) is None


def test_a_draft_is_partly_read_and_a_published_report_completely() -> None:
    published = sample("12")
    draft = published.replace(TITLE, f"DRAFT for factual accuracy check: {TITLE}")
    found = extract(draft.encode())
    (report,) = found.reports
    assert found.status is ReadingStatus.PARTIAL
    assert NoticeCode.DRAFT_REPORT in {notice.code for notice in report.notices}
    assert extract(published.encode()).status is ReadingStatus.COMPLETE
