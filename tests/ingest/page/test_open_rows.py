"""Rows that a page break divides without a line: their upright lines end near the foot, or begin near the head."""

import pytest

from ingest.page.tables import DrawnLine, RuledGrid, find_grids

HEIGHT = 600
XS = (70, 200, 400)


def grids(*lines: DrawnLine, height: float = HEIGHT) -> list[tuple[int, bool, bool]]:
    """The number of rows of each grid, and whether its first and its last row go on at another page."""
    found: list[RuledGrid] = find_grids(lines, height)
    return [(grid.rows, grid.open_top, grid.open_bottom) for grid in found]


def upright(top: float, bottom: float, xs: tuple[float, ...] = XS) -> list[DrawnLine]:
    return [DrawnLine(x, top, x, bottom) for x in xs]


def level(*ys: float) -> list[DrawnLine]:
    return [DrawnLine(XS[0], y, XS[-1], y) for y in ys]


def test_a_row_at_the_foot_of_a_page_is_closed_by_its_end() -> None:
    assert grids(*level(100, 130), *upright(100, 560)) == [(2, False, True)]
    assert grids(*level(100, 130, 560), *upright(100, 560)) == [(2, False, False)]


def test_a_row_at_the_head_of_a_page_is_closed_by_its_beginning() -> None:
    assert grids(*level(130, 300), *upright(40, 300)) == [(2, True, False)]


def test_a_row_of_a_whole_page_has_no_level_line() -> None:
    assert grids(*upright(40, 560)) == [(1, True, True)]


@pytest.mark.parametrize(
    "lines",
    [
        [*upright(200, 400)],
        [*upright(40, 560, XS[:2])],
        [*level(100), *upright(100, 470)],
        [*upright(590, 598)],
        [DrawnLine(x, 40, x, bottom) for x, bottom in zip(XS, (500, 530, 560), strict=True)],
    ],
)
def test_other_lines_make_no_row(lines: list[DrawnLine]) -> None:
    assert grids(*lines) == []


def test_without_its_height_no_row_goes_over_the_end_of_a_page() -> None:
    assert grids(*level(100, 130), *upright(100, 560), height=0) == [(1, False, False)]
