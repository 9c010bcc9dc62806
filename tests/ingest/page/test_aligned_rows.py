"""Which lines of a table without drawn lines begin a row."""

import pytest

from ingest.page.aligned_rows import Columns, Words, starts_of
from ingest.page.tables import DrawnLine
from tests.ingest.page.words import row

COLUMNS = Columns((70.0, 220.0, 320.0, 420.0))
LEFT = (72.0, 230.0, 330.0)


def body(*lines: tuple[str, str, str], tops: tuple[float, ...] = ()) -> list[Words]:
    """The lines of a table of three columns; each is 14 points below the one before unless ``tops`` tell."""
    return [
        [word for text, left in zip(texts, LEFT, strict=True) if text for word in row(text, left, top)]
        for texts, top in zip(lines, tops or range(0, 14 * len(lines), 14), strict=True)
    ]


def starts(lines: list[Words], *drawn: float) -> list[int]:
    return starts_of(lines, COLUMNS, [DrawnLine(72, y, 410, y) for y in drawn])


ONE = ("Visit families", "Ann", "May")
TWO = ("Train all staff", "Bo", "June")
THREE = ("Audit plans", "Cy", "July")


def test_each_line_is_a_row_where_all_cells_are_filled_and_had_room() -> None:
    assert starts(body(ONE, TWO, THREE)) == [0, 1, 2]


def test_wider_space_parts_rows_of_several_lines() -> None:
    lines = (ONE, ("and record it", "", ""), TWO, THREE, ("in each team", "Dee", ""))
    assert starts(body(*lines, tops=(0, 14, 36, 58, 72))) == [0, 2, 3]


def test_a_line_goes_on_in_small_letters_or_where_no_room_was_left() -> None:
    full = ("Visit all families", "Ann", "May")
    assert starts(body(full, ("and record it", "", ""), TWO, THREE)) == [0, 2, 3]
    assert starts(body(full, ("Wexcombe", "", ""), TWO, THREE)) == [0, 2, 3]


@pytest.mark.parametrize(
    "second",
    [
        ("Meet", "", ""),  # room was left, and it begins like a sentence
        ("within five days", "of", "this"),  # all cells go on
    ],
)
def test_lines_that_may_belong_to_either_row_give_none(second: tuple[str, str, str]) -> None:
    assert starts(body(ONE, second, TWO, THREE)) == []


def test_a_group_of_one_cell_is_no_row() -> None:
    lines = (ONE, ("and write", "it", ""), ("Record it", "", ""), TWO)
    assert starts(body(*lines, tops=(0, 14, 38, 62))) == []


def test_references_begin_rows_behind_wider_space() -> None:
    lines = (("1.1", "Visit", "May"), ("", "Record", ""), ("1.2", "Train", "June"), ("1.3", "Audit", "July"))
    assert starts(body(*lines, tops=(0, 20, 46, 60))) == []  # the last stands as near as a line of a cell
    assert starts(body(*lines, tops=(0, 14, 40, 66))) == [0, 2, 3]


def test_lines_drawn_across_part_the_rows_whatever_their_space() -> None:
    assert starts(body(ONE, ("Meet", "", ""), TWO, THREE), 27.0, 41.0) == [0, 2, 3]


def test_a_word_across_an_edge_does_not_fit() -> None:
    assert COLUMNS.fit(row("Visit", 72.0))
    assert not COLUMNS.fit(row("Visit", 210.0))
    assert not COLUMNS.fit(row("Visit", 410.0))


def test_a_line_drawn_in_pieces_under_each_cell_is_one() -> None:
    lines = body(ONE, TWO, THREE)
    pieces = [DrawnLine(x0, y, x1, y) for y in (13.0, 27.0) for x0, x1 in ((72, 220), (220, 320), (320, 410))]
    doubtful = body(ONE, ("Meet", "", ""), THREE)
    assert starts_of(doubtful, COLUMNS, pieces) == starts_of(lines, COLUMNS, pieces) == [0, 1, 2]
    assert starts_of(doubtful, COLUMNS, pieces[::3]) == []


def test_lines_of_a_centred_cell_stand_between_those_of_a_higher_one() -> None:
    def group(top: float) -> list[Words]:
        return body(
            ("Visit all of", "", "May"), ("", "Ann", ""), ("the families", "", "2024"), tops=(top, top + 7, top + 14)
        )

    level = body(TWO, ("of the team", "", "2024"), tops=(108, 122))
    assert starts([*group(0), *group(36), *group(72), *level]) == [0, 3, 6, 9]


def test_lines_far_from_each_other_are_rows_of_one_line() -> None:
    lines = (ONE, ("Meet", "", "June"), THREE)
    assert starts(body(*lines, tops=(0, 24, 48))) == [0, 1, 2]
    assert starts(body(*lines, tops=(0, 14, 28))) == []


def test_space_that_differs_too_little_hides_no_row() -> None:
    lines = (ONE, ("and record", "it", ""), TWO, ("and others", "", ""), THREE, ("of them", "", ""))
    assert starts(body(*lines, tops=(0, 14, 32, 46, 64, 78))) == [0, 2, 4]
    hidden = (ONE, ("and record", "it", ""), TWO, THREE, ("of them", "", ""))
    assert starts(body(*hidden, tops=(0, 14, 32, 46, 60))) == []


def test_one_cell_of_three_that_begins_anew_hides_a_row() -> None:
    hidden = (
        ONE,
        ("and record", "it", ""),
        TWO,
        ("Audit all of the plans", "Cy and others", "July"),
        ("of them", "", ""),
    )
    assert starts(body(*hidden, tops=(0, 14, 32, 46, 60))) == []


def test_the_first_lines_of_a_page_may_be_half_a_row() -> None:
    lines = body(
        ("and write it", "", ""), ("down", "", ""), TWO, ("and others", "", ""), THREE, tops=(0, 14, 36, 50, 72)
    )
    assert starts_of(lines, COLUMNS, [], goes_on=True) == [0, 2, 4]
    assert starts_of(lines, COLUMNS, []) == []
