"""Covers of reports to a council's meeting: lines with a table of officers, or one table of labels."""

import pytest

from ingest.blocks import Block
from ingest.profiles.papers.cabinet_cover import COVER_LENGTH, is_officers, read_cover
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


def test_both_forms_give_title_and_day_of_the_meeting() -> None:
    for text, title in ((LINES, "PROGRESS AFTER THE INSPECTION"), (TABLE, "Progress after the inspection")):
        cover = read_cover(blocks(text))
        assert (cover.title, cover.published and cover.published.iso) == (title, "2013-12-03")


def test_the_body_begins_at_the_summary_or_at_the_first_number() -> None:
    lines, table = read_cover(blocks(LINES)), read_cover(blocks(TABLE))
    assert blocks(LINES)[lines.end].text == "Summary"
    assert blocks(TABLE)[table.end].number == "1"


def test_a_cover_without_title_or_day_says_so_by_none() -> None:
    cover = read_cover(blocks("CABINET\n\nPortfolio Holder\tCouncillor Ida Marsh\n\nSummary\n\nWords."))
    assert (cover.title, cover.published) == ("", None)


MEETING, DAY = "CABINET", "3 DECEMBER 2013"
TEAMS = "Team\tPosts\nDuty\t4"
OFFICERS = "Portfolio Holder\tCouncillor Ida Marsh"
LONG = "The council had its inspection in May and it has acted on all that was found then."


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        # the words behind a label, in its line or row, or in the next line
        (("Report to: Cabinet", "Date: 3 December 2013", "Subject: Our plans", "Report by: Ida", "1. Background"),
         ("Our plans", "2013-12-03", 4, ["Report to: Cabinet", "Date: 3 December 2013", "Subject: Our plans",
                                         "Report by: Ida"])),
        (("Report to: Cabinet", "Date of meeting:", "3 December 2013", "Report title:", "Our plans", "Introduction"),
         ("Our plans", "2013-12-03", 5, ["Report to: Cabinet", "Date of meeting:", "Report title:"])),
        ((MEETING, "Decision date\t3 December 2013\nHeading\tOur plans\nDirector\tX", "Recommendations"),
         ("Our plans", "2013-12-03", 2, [MEETING, "Decision date\t3 December 2013\nHeading\tOur plans\nDirector\tX"])),
        (("Decision maker / Date: Cabinet 3 December 2013", "Title/subject: Our plans", "Summary"),
         ("Our plans", "2013-12-03", 2,
          ["Decision maker / Date: Cabinet 3 December 2013", "Title/subject: Our plans"])),
        (("Report to: Cabinet", "Report title:", TEAMS), ("", None, 2, ["Report to: Cabinet", "Report title:"])),
        (("EXECUTIVE BOARD", "Monday 3rd December 2013", "TITLE: Our plans", "What is this report about?"),
         ("Our plans", "2013-12-03", 3, ["EXECUTIVE BOARD", "TITLE: Our plans"])),
        # the lines behind the day, up to the officers or a table
        ((MEETING, DAY, "PLANS", "FOR ALL", "Report by: Ida", "WESTMARSH", "Summary"),
         ("PLANS FOR ALL", "2013-12-03", 6, [MEETING, "Report by: Ida", "WESTMARSH"])),
        ((MEETING, DAY, "Report by: Ida", "PLANS", "FOR ALL", "Summary"),
         ("PLANS FOR ALL", "2013-12-03", 5, [MEETING, "Report by: Ida"])),
        ((MEETING, DAY, "PLANS", OFFICERS, "WESTMARSH", "Summary"),
         ("PLANS", "2013-12-03", 5, [MEETING, OFFICERS, "WESTMARSH"])),
        (("Kent County Council", MEETING, DAY, "Home > Council > Plans", "PLANS", "Background"),
         ("PLANS", "2013-12-03", 5, ["Kent County Council", MEETING, "Home > Council > Plans"])),
        # the lines in front of it
        ((MEETING, "PLANS", DAY, OFFICERS, "Summary"), ("PLANS", "2013-12-03", 4, [MEETING, OFFICERS])),
        (("PLANS", MEETING, DAY, OFFICERS, "Summary"), ("PLANS", "2013-12-03", 4, [MEETING, OFFICERS])),
        # a line may name the meeting and its day
        (("PLANS", "Children and Education Overview Committee, Wednesday 4 December 2013 7.00 pm", "Minutes"),
         ("PLANS", "2013-12-04", 2,
          ["Children and Education Overview Committee, Wednesday 4 December 2013 7.00 pm"])),
        (("PLANS", "Scrutiny Committee (Children), Tuesday 4 July 2017", "Minutes"),
         ("PLANS", "2017-07-04", 2, ["Scrutiny Committee (Children), Tuesday 4 July 2017"])),
        (("PAPER D", "COMMISSION FOR CHILDREN AND SCHOOLS - 1 FEBRUARY 2006", "PLANS", "SUMMARY / PURPOSE"),
         ("PLANS", "2006-02-01", 3, ["PAPER D", "COMMISSION FOR CHILDREN AND SCHOOLS - 1 FEBRUARY 2006"])),
        # a sentence of minutes without its full stop is no part of a title
        (("Meeting: 15/12/2022 - Cabinet (Item 8)", "PLANS", "The Chair referred to it and invited Ida", "Minutes"),
         ("PLANS", "2022-12-15", 3,
          ["Meeting: 15/12/2022 - Cabinet (Item 8)", "The Chair referred to it and invited Ida"])),
        # what a site prints over the page of an item is none of its title
        (("Skip to main content", "Jobs", "Agenda item", "PLANS", "Minutes"),
         ("PLANS", None, 4, ["Skip to main content", "Jobs", "Agenda item"])),
        # a title may have the number of its item in front, and be printed without it first
        (("Plans for all", "Meeting: 15/12/2022 - Cabinet (Item 181)", "181 Plans for all", "Minutes"),
         ("Plans for all", "2022-12-15", 3, ["Meeting: 15/12/2022 - Cabinet (Item 181)"])),
        (("Wexcombe Council", "Meeting: 15/12/2022 - Cabinet (Item 38)", "38. Plans for all", LONG),
         ("Plans for all", "2022-12-15", 3, ["Wexcombe Council", "Meeting: 15/12/2022 - Cabinet (Item 38)"])),
        # what a site writes behind the title is none of it, but told
        (("Plans for all", "Meeting: 15/12/2022 - Cabinet (Item 7)", "7 Plans for all PDF 375 KB", "Minutes"),
         ("Plans for all", "2022-12-15", 3,
          ["Meeting: 15/12/2022 - Cabinet (Item 7)", "7 Plans for all PDF 375 KB"])),
        (("Agendas, Meetings and Minutes - Agenda item", "PLANS (Agenda item 9)", "Minutes"),
         ("PLANS", None, 2, ["Agendas, Meetings and Minutes - Agenda item", "PLANS (Agenda item 9)"])),
        # a decision may have its labels at the end
        (("Decision details", "Plans for all", "Decision Maker: Cabinet", "Is subject to call in?: No", LONG,
          "Date of decision: 07/03/2017"),
         ("Plans for all", "2017-03-07", 4,
          ["Decision details", "Decision Maker: Cabinet", "Is subject to call in?: No"])),
        (("Cabinet Decision: 2nd November 2006", "Title of Item/Report", "Plans for all", "Record of the Decision"),
         ("Plans for all", "2006-11-02", 4,
          ["Cabinet Decision: 2nd November 2006", "Title of Item/Report", "Record of the Decision"])),
        # minutes tell all in one line
        (("Minutes of the Cabinet held on 3 December 2013", MEETING, "1. Present", "Words."),
         ("Minutes of the Cabinet held on 3 December 2013", "2013-12-03", 2, [MEETING])),
        # a day of an inspection is not that of the meeting; a sentence about a meeting may give it
        ((MEETING, "Inspection in May 2013", "4 June 2013", "PLANS", "Summary"),
         ("PLANS", "2013-06-04", 4, [MEETING, "Inspection in May 2013"])),
        ((MEETING, "Inspection on 4 May 2013", "PLANS", "Summary"),
         ("Inspection on 4 May 2013 PLANS", None, 3, [MEETING])),
        ((MEETING, "Plans that the cabinet saw when it held its meeting in the old town hall on 4 May 2013", "Summary"),
         ("Plans that the cabinet saw when it held its meeting in the old town hall on 4 May 2013", "2013-05-04", 2,
          [MEETING])),
        ((MEETING, "Plans that schools saw when they held their days in the old town hall on 4 May 2013", "Summary"),
         ("Plans that schools saw when they held their days in the old town hall on 4 May 2013", None, 2,
          [MEETING])),
        # the body begins at a sentence or at a table of anything else
        ((MEETING, DAY, "PLANS", LONG, "Summary"), ("PLANS", "2013-12-03", 3, [MEETING])),
        ((MEETING, DAY, "PLANS", TEAMS, "MORE", "Summary"), ("PLANS", "2013-12-03", 3, [MEETING])),
        ((MEETING, DAY, "PLANS", f"{OFFICERS}\nDirector\tX\nPages\t4", "MORE", "Summary"),
         ("PLANS", "2013-12-03", 5, [MEETING, f"{OFFICERS}\nDirector\tX\nPages\t4", "MORE"])),
        ((MEETING, DAY, "PLANS", f"{OFFICERS}\nPages\t4", "MORE", "Summary"), ("PLANS", "2013-12-03", 3, [MEETING])),
        # where no line can be a title, headings are; where none is, there is no title
        ((MEETING, "Date: 3 December 2013", "PLANS AND MORE: CHILDREN", "Summary"),
         ("", "2013-12-03", 3, [MEETING, "Date: 3 December 2013", "PLANS AND MORE: CHILDREN"])),
        ((MEETING, "KENT COUNTY COUNCIL", DAY, "Summary"), ("KENT COUNTY COUNCIL", "2013-12-03", 3, [MEETING])),
        (("Children's Scrutiny Panel – 3 December 2013", "KENT COUNTY COUNCIL", "PRESENT: X"),
         ("Children's Scrutiny Panel – 3 December 2013", "2013-12-03", 3, ["KENT COUNTY COUNCIL", "PRESENT: X"])),
        (("Agenda item", "REPORT FROM OFSTED INSPECTION", "Minutes"),
         ("REPORT FROM OFSTED INSPECTION", None, 2, ["Agenda item"])),
        (("Words",), ("Words", None, 1, [])),
    ],
)  # fmt: skip
def test_a_cover_gives_title_day_and_what_else_it_tells(
    lines: tuple[str, ...], expected: tuple[str, str | None, int, list[str]]
) -> None:
    cover = read_cover(blocks("\n\n".join(lines)))
    assert (cover.title, cover.published and cover.published.iso, cover.end, [b.text for b in cover.told]) == expected


def test_a_cover_ends_somewhere() -> None:
    cover = read_cover(blocks("\n\n".join(["CABINET", *(f"LINE {'A' * n}" for n in range(1, 60))])))
    assert cover.end == 2 * COVER_LENGTH


def test_officers_are_named_in_front_of_a_colon_or_in_the_first_cells_of_a_table() -> None:
    (line, far, plain, table, other) = blocks(
        "Report by: Ida\n\nReport by the officers of the council in this year: Ida\n\nReport by Ida\n\n"
        f"Team\tX\n{OFFICERS}\n\n{TEAMS}"
    )
    assert [is_officers(block) for block in (line, far, plain, table, other)] == [True, False, False, True, False]


WEB_PAGE = """Issue - meetings

A visit to Wexcombe

Meeting of the Scrutiny Board of Wexcombe (Item 5.)

Report attached.

To share the letter of the inspectors

The letter and the paper are to follow on 20 March 2025.

Minutes:

The member introduced the paper."""


def test_the_pages_of_an_item_have_its_title_alone_and_no_day_of_something_else() -> None:
    cover = read_cover(blocks(WEB_PAGE))
    assert (cover.title, cover.published) == ("A visit to Wexcombe", None)
