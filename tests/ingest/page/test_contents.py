"""Lists of contents: which lines are one, and the table that they make."""

import pytest

from ingest.blocks import BlockKind
from ingest.page.contents import contents_block, find_contents
from ingest.page.lines import PrintedLine, make_line
from tests.ingest.page.words import line, row, word


def entry(heading: str, number: str, top: float, **more) -> PrintedLine:
    return make_line(1, [*row(heading, top=top, **more), word(number, 500, top, **more)])


ENTRIES = [entry("Summary", "1", 100), entry("Findings", "3", 120), entry("About us", "9", 140)]


def test_three_lines_with_growing_page_numbers_are_a_list_of_contents() -> None:
    around = [line("Contents", top=60), *ENTRIES, line("Leaders know their services.", top=200)]
    assert find_contents(around) == range(1, 4)
    assert find_contents(ENTRIES) == range(3)


def test_two_lines_or_numbers_that_go_back_are_none() -> None:
    assert not find_contents(ENTRIES[:2])
    assert not find_contents([ENTRIES[2], ENTRIES[0], ENTRIES[1]])
    assert not find_contents([])


def test_two_headings_may_stand_on_one_page() -> None:
    assert find_contents([*ENTRIES[:2], entry("Leaders", "3", 140)]) == range(3)


@pytest.mark.parametrize(
    ("first", "begins"),
    [
        (line("What children say of the", top=85), 0),
        (line("What children say of the", top=83), 1),
        (line("What children say of the", top=85, size=11), 1),
        (line("What children say of the", top=85, bold=True), 1),
        (line("What children say of the", top=100), 1),
    ],
)
def test_a_first_heading_of_two_lines_begins_near_and_in_its_type(first, begins) -> None:
    assert find_contents([first, *ENTRIES]).start == begins


def test_the_table_has_a_row_of_heading_and_number_for_each_entry() -> None:
    two_lines = [line("What children say of", top=100), entry("their carers....", "5", 114)]
    block = contents_block([*two_lines, entry("Summary", "7", 140)])
    assert block.kind is BlockKind.TABLE
    assert [row.texts for row in block.rows] == [("What children say of their carers", "5"), ("Summary", "7")]
    assert block.text == "What children say of their carers\t5\nSummary\t7"
    assert block.orig == "What children say of\ntheir carers.... 5\nSummary 7"
    assert [len(row.place.boxes) for row in block.rows] == [2, 1]
    assert (block.page, len(block.place.boxes)) == (1, 3)
