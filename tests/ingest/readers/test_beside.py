"""Tables beside each other: invented sheets, a letter or word for each cell."""

import pytest

from ingest.readers import read
from ingest.readers.beside import parted
from ingest.readers.passages import ACROSS, Cell, Grid, Passage, cell_of
from tests.office import workbook

HEAD = ("Ref", "Action", "Lead", "By when")
FIRST, SECOND = ("1", "Audit plans", "Ann", "May"), ("2", "Visit homes", "Cid", "July")
THIRD, FOURTH = ("3", "Train staff", "Bob", "June"), ("4", "Hold panels", "Dee", "August")
NONE = ("", "", "", "")
GAP = ("",)


def tables(*rows: tuple[str | Cell, ...]) -> list[str | list[tuple[str, ...]]]:
    """The titles and the words of the tables into which rows part."""
    cells = [tuple(one if isinstance(one, Cell) else cell_of(one) for one in row) for row in rows]
    grid = Grid(tuple((f"row {number}", row) for number, row in enumerate(cells, 1)))
    return [
        part.text
        if isinstance(part, Passage)
        else [tuple(" ".join(cell.paragraphs) for cell in row) for _, row in part.rows]
        for part in parted(grid)
    ]


def test_two_tables_of_actions_are_read_one_after_the_other() -> None:
    both = [HEAD + GAP + HEAD, FIRST + GAP + THIRD, SECOND + GAP + FOURTH]
    assert tables(*both) == [[HEAD, FIRST, SECOND], [HEAD, THIRD, FOURTH]]


def test_tables_of_different_length_lose_their_empty_rows() -> None:
    both = [HEAD + GAP + HEAD, FIRST + GAP + THIRD, SECOND + GAP + NONE]
    assert tables(*both) == [[HEAD, FIRST, SECOND], [HEAD, THIRD]]
    both = [HEAD + GAP + HEAD, FIRST + GAP + THIRD, NONE + GAP + FOURTH]
    assert tables(*both) == [[HEAD, FIRST], [HEAD, THIRD, FOURTH]]


def test_headings_that_begin_anew_part_tables_without_an_empty_column() -> None:
    assert tables(HEAD + HEAD, FIRST + THIRD, SECOND + FOURTH) == [[HEAD, FIRST, SECOND], [HEAD, THIRD, FOURTH]]


def test_three_tables_are_parted() -> None:
    three = [HEAD + GAP + HEAD + GAP + HEAD, FIRST + GAP + SECOND + GAP + THIRD]
    assert tables(*three) == [[HEAD, FIRST], [HEAD, SECOND], [HEAD, THIRD]]


def test_a_table_with_an_action_of_its_own_may_have_other_columns() -> None:
    other = ("Task", "Owner", "Deadline")
    assert tables(HEAD + GAP + other, FIRST + GAP + ("Write", "Eve", "May")) == [
        [HEAD, FIRST],
        [other, ("Write", "Eve", "May")],
    ]


@pytest.mark.parametrize("head", [("Risk", "Likelihood", "Mitigation"), ("Budget line", "Sum", "")])
def test_columns_that_plans_do_not_have_are_another_table(head: tuple[str, ...]) -> None:
    beside = ("Staff leave", "High", "Recruit")
    assert tables(HEAD + GAP + head, FIRST + GAP + beside) == [[HEAD, FIRST], [head, beside]]


def test_a_key_beside_a_table_is_none_of_its_columns() -> None:
    given = [HEAD + GAP + ("RAG key", ""), FIRST + GAP + ("Green", "Complete"), SECOND + GAP + ("Red", "Late")]
    assert tables(*given) == [[HEAD, FIRST, SECOND], "RAG key", [("Green", "Complete"), ("Red", "Late")]]


def test_words_beside_a_table_without_a_heading_belong_to_no_row() -> None:
    given = [HEAD + GAP + GAP, FIRST + GAP + ("Green is complete",), SECOND + GAP + GAP]
    assert tables(*given) == [[HEAD, FIRST, SECOND], "Green is complete"]


def test_a_table_that_begins_lower_or_higher_is_parted() -> None:
    lower = [HEAD + GAP + NONE, FIRST + GAP + HEAD, SECOND + GAP + THIRD]
    assert tables(*lower) == [[HEAD, FIRST, SECOND], [HEAD, THIRD]]
    higher = [("Plan", "", "", "", *GAP, *HEAD), HEAD + GAP + THIRD, FIRST + GAP + FOURTH]
    assert tables(*higher) == ["Plan", [HEAD, FIRST], [HEAD, THIRD, FOURTH]]


def test_titles_over_both_tables_stay_with_each() -> None:
    titles = ("Help", "", "", "", *GAP, "Care", "", "", "")
    assert tables(titles, HEAD + GAP + HEAD, FIRST + GAP + THIRD) == ["Help", [HEAD, FIRST], "Care", [HEAD, THIRD]]


def test_a_title_over_all_columns_stays_in_front() -> None:
    title = (cell_of("Plan"), *[ACROSS] * 8)
    given = tables(title, HEAD + GAP + HEAD, FIRST + GAP + THIRD)
    assert given == ["Plan", [HEAD, FIRST], [HEAD, THIRD]]


def test_a_row_that_goes_through_the_empty_column_ends_both_tables() -> None:
    foot = ("Total", "", "", "", "2", "", "", "", "")
    given = tables(HEAD + GAP + HEAD, FIRST + GAP + THIRD, foot, SECOND + GAP + NONE)
    assert given == [[HEAD, FIRST], [HEAD, THIRD], [foot, SECOND + GAP + NONE]]


@pytest.mark.parametrize(
    "more",
    [
        ("Q1", "Q2", "Q3"),
        ("April", "May 2025", "Sept"),
        ("RAG", "Progress", "Remarks of the chair"),
        ("RAG", "Progress", "RAG"),
        ("Remarks of the chair",),
    ],
)
def test_columns_of_progress_belong_to_the_table_however_far_they_stand(more: tuple[str, ...]) -> None:
    given = [HEAD + GAP + more, FIRST + GAP + tuple("abc"[: len(more)])]
    assert tables(*given) == [given]


def test_a_column_without_a_heading_right_beside_the_last_belongs_to_it() -> None:
    given = [HEAD + GAP, (*FIRST, "2026")]
    assert tables(*given) == [given]


@pytest.mark.parametrize(
    "given",
    [
        [("Council", "Grade", "Date", "", "Council", "Grade", "Date"), ("A", "1", "May", "", "B", "2", "June")],
        [("", "Ref", "", "Action", "", "Lead"), ("", "1", "", "Audit", "", "Ann")],
        [HEAD + GAP + HEAD],
        [(*HEAD, "Comments", *GAP), (*FIRST, "a", "")],
    ],
    ids=["no actions", "columns apart", "no rows", "nothing beside"],
)
def test_any_other_grid_stays_one_table(given: list[tuple[str, ...]]) -> None:
    assert tables(*given) == [given]


def test_the_reader_of_spreadsheets_parts_tables_and_keeps_their_rows() -> None:
    blank = (None, None, None, None, None, None, None, None, None)
    document = read(workbook((*HEAD, None, *HEAD), (*FIRST, None, *THIRD), blank, (*SECOND, None, *FOURTH)))
    assert [[row.texts for row in block.rows] for block in document.blocks if block.rows] == [
        [HEAD, FIRST, SECOND],
        [HEAD, THIRD, FOURTH],
    ]
    assert [row.place.where for row in document.blocks[-1].rows] == [f"sheet Actions, row {at}" for at in (1, 2, 4)]
