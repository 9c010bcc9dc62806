"""Where a report to a council's meeting begins."""

import pytest

from ingest.profiles.papers.cabinet_cover import is_cover_table
from ingest.profiles.papers.cover_opening import opens_report
from tests.ingest.profiles.papers.test_cabinet_cover import DAY, LINES, MEETING, OFFICERS, TABLE, blocks


def opens(text: str) -> list[int]:
    read_blocks = blocks(text)
    return [i for i in range(len(read_blocks)) if opens_report(read_blocks, i)]


def test_a_report_opens_at_the_name_of_the_meeting_or_at_the_table_that_holds_all() -> None:
    assert opens(LINES) == [0]
    assert opens(TABLE) == [0]
    assert is_cover_table(blocks(TABLE)[0])


def test_a_meeting_that_is_only_named_opens_none() -> None:
    assert opens("CABINET\n\nThe Cabinet met on 3 December 2013 and agreed to the plan.") == []
    assert opens(LINES.replace("3 DECEMBER 2013\n", "")) == []


def test_without_the_name_of_the_meeting_its_day_over_the_officers_opens_the_report() -> None:
    assert opens(LINES.replace("CABINET\n", "")) == [0]


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ((MEETING, DAY, "PLANS", OFFICERS), [0]),
        ((MEETING, "A", "B", DAY, "PLANS", OFFICERS), [0]),
        ((MEETING, DAY, "PLANS", "Words."), []),
        ((MEETING, DAY, "PLANS", "Summary"), [0]),
        ((MEETING, DAY, *(f"LINE {n}" for n in range(13)), "Summary"), [0]),
        ((MEETING, DAY, *(f"LINE {n}" for n in range(14)), "Summary"), []),
        ((DAY, "A", "B", "C", OFFICERS), [0]),
        ((DAY, "A", "B", "C", "D", OFFICERS), []),
        ((DAY, "PLANS", "Report by: Ida"), []),
        ((MEETING, "A", "B", "C", DAY, OFFICERS), [4]),
        ((MEETING, "A", "B", DAY, OFFICERS), [0]),
        ((DAY, "A", MEETING, DAY, "PLANS", OFFICERS), [2]),
        (("Report to: Cabinet", "Date of meeting: 3 May 2013", "Report by: Ida", "Subject: Plans"), [0]),
        (("1. Report to: Cabinet", "Report by: Ida", "Subject: Plans"), []),
        (("Report to: Cabinet", "Report by: Ida", "Report to: Cabinet", "Report by: Ida"), [0]),
        (("Report to: Cabinet", "Words."), []),
        ((DAY, TABLE.partition("\n\n")[0]), [1]),
        ((TABLE.partition("\n\n")[0].replace("Title", "Pages"),), []),
        ((TABLE.partition("\n\n")[0].replace("Report by", "Pages"),), []),
    ],
)
def test_a_report_opens_at_the_first_line_of_its_cover_and_nowhere_else(lines: tuple[str, ...], at: list[int]) -> None:
    assert opens("\n\n".join(lines)) == at
