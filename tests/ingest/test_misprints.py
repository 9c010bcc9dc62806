"""Misprinted dates and a file that breaks off are told; dates and ends of every usual form are not."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.misprints import check_dates, check_doubled, check_end
from inspections.notice_codes import NoticeCode


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, text, text, Place(page=3))


@pytest.mark.parametrize(
    "date",
    [
        "13 Febrkary 2018",
        "3 eptember 2019",
        "14 Agust 2006",
        "200 September 2019",
        "19 May 202",
        "4 July 20133",
        "20 June 2204",
    ],
)
def test_a_date_that_is_none_is_told_with_its_page(date):
    (notice,) = check_dates([block(f"The bakers met on {date} and ate.")])
    assert (notice.code, notice.level, notice.page) == (NoticeCode.DATES_DOUBTED, "error", 3)
    assert f"“{date}”" in notice.message


@pytest.mark.parametrize(
    "words",
    [
        "13 Febrkary 1018", "41 Febrkary 2018",
        "13 February 2018", "3 Sept 2019", "3rd of March 2019", "31 March 15 kettles", "On 31 March 150 kettles",
        "October 2019 April 2020", "12 kettles 2018", "In 2018 12 bakers 2019", "14 children 2006", "1 Mar 2011",
    ],
)  # fmt: skip
def test_dates_and_other_figures_are_not_told(words):
    assert list(check_dates([block(words)])) == []


def test_a_file_that_ends_within_a_sentence_is_told():
    running = block("Wexcombe 3", BlockKind.FURNITURE)
    (notice,) = check_end([block("Bakers carry flour to the harbour before dawn, and all the kettles in"), running])
    assert (notice.code, notice.level, notice.page) == (NoticeCode.TEXT_BREAKS_OFF, "error", 3)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bakers carry flour to the harbour before dawn, and all the kettles sing.", BlockKind.PARAGRAPH),
        ("The harbour, the lighthouse, the bakery and the long sandy beach of Wexcombe", BlockKind.PARAGRAPH),
        ("Write to the bakers of the harbour if you like bread: kettles@wexcombe.example", BlockKind.PARAGRAPH),
        ("His Majesty's Inspector who leads the inspection of bakeries and other kitchens", BlockKind.PARAGRAPH),
        ("and all the kettles in", BlockKind.PARAGRAPH),
        ("Bakers carry flour to the harbour before dawn, and all the kettles in", BlockKind.ITEM),
    ],
)
def test_files_that_end_in_usual_ways_are_not_told(text, kind):
    assert list(check_end([block(text, kind)])) == []


def test_a_line_that_stands_twice_one_under_the_other_is_told():
    running = block("Wexcombe 3", BlockKind.FURNITURE)
    (notice,) = check_doubled([block("Date: 3 May 2019"), running, block("Date: 3 May 2019")])
    assert (notice.code, notice.level, notice.page) == (NoticeCode.TEXT_REPEATED, "warning", 3)


def test_a_line_that_stands_many_times_is_told_once():
    assert len(list(check_doubled([block("Date: 3 May 2019")] * 4))) == 1


def test_a_row_that_stands_twice_is_told():
    rows = tuple(TableRow(tuple(TableCell((text,)) for text in ("Visit", "the harbour", "May"))) for _ in range(2))
    (notice,) = check_doubled([replace(block("", BlockKind.TABLE), rows=rows)])
    assert "Visit the harbour May" in notice.message


@pytest.mark.parametrize("texts", [("Bake some bread", "Sing a song", "Bake some bread"), ("Not judged", "Not judged")])
def test_lines_that_come_again_further_on_and_short_ones_are_not_told(texts):
    assert list(check_doubled([block(text) for text in texts])) == []
