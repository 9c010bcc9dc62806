"""Covers of reports to a council's meeting: lines with a table of officers, or one table of labels."""

from ingest.blocks import Block
from ingest.profiles.papers.cabinet_cover import is_cover_table, opens_report, read_cover
from ingest.readers.text import read

LINES = """CABINET

3 DECEMBER 2013

PROGRESS AFTER THE INSPECTION

Portfolio Holder\tCouncillor Ida Marsh
Report from\tOwen Tarrant

Summary

Words of the report."""
TABLE = """Report to:\tCabinet
Date:\t3 December 2013
Title:\tProgress after the inspection
Report by:\tOwen Tarrant

1. Background

1.1 Words."""


def blocks(text: str) -> tuple[Block, ...]:
    return read(text.encode()).blocks


def opens(text: str) -> list[int]:
    read_blocks = blocks(text)
    return [i for i in range(len(read_blocks)) if opens_report(read_blocks, i)]


def test_both_forms_give_title_and_day_of_the_meeting() -> None:
    for text, title in ((LINES, "PROGRESS AFTER THE INSPECTION"), (TABLE, "Progress after the inspection")):
        cover = read_cover(blocks(text))
        assert (cover.title, cover.published and cover.published.iso) == (title, "2013-12-03")


def test_the_body_begins_at_the_summary_or_at_the_first_number() -> None:
    lines, table = read_cover(blocks(LINES)), read_cover(blocks(TABLE))
    assert blocks(LINES)[lines.end].text == "Summary"
    assert blocks(TABLE)[table.end].number == "1"


def test_a_report_opens_at_the_name_of_the_meeting_or_at_the_table_that_holds_all() -> None:
    assert opens(LINES) == [0]
    assert opens(TABLE) == [0]
    assert is_cover_table(blocks(TABLE)[0])


def test_a_meeting_that_is_only_named_opens_none() -> None:
    assert opens("CABINET\n\nThe Cabinet met on 3 December 2013 and agreed to the plan.") == []
    assert opens(LINES.replace("3 DECEMBER 2013\n", "")) == []


def test_without_the_name_of_the_meeting_its_day_over_the_officers_opens_the_report() -> None:
    assert opens(LINES.replace("CABINET\n", "")) == [0]


def test_a_cover_without_title_or_day_says_so_by_none() -> None:
    cover = read_cover(blocks("CABINET\n\nPortfolio Holder\tCouncillor Ida Marsh\n\nSummary\n\nWords."))
    assert (cover.title, cover.published) == ("", None)
