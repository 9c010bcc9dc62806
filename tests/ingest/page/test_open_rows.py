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
    assert grids(*level(100, 130), *upright(100, 560), height=0) == [(2, False, False)]
    assert grids(*upright(40, 560), height=0) == []


def test_lines_between_cells_alone_make_a_table_with_its_sides() -> None:
    inner = [DrawnLine(x, 100, x, 220) for x in (200, 300)] + [DrawnLine(70, y, 400, y) for y in (140, 180)]
    (grid,) = find_grids(inner, HEIGHT)
    assert (grid.edges, grid.rows, len(grid.cells)) == ((70, 200, 300, 400), 3, 9)
    assert (grid.top, grid.bottom, grid.open_top, grid.open_bottom) == (100, 220, False, False)


def test_lines_between_cells_at_the_end_of_a_page_leave_no_row_open() -> None:
    inner = [DrawnLine(x, 100, x, 560) for x in (200, 300, 350)] + [DrawnLine(70, y, 400, y) for y in (140, 180)]
    assert grids(*inner) == [(3, False, False)]


def test_lines_that_end_a_little_beyond_others_or_cross_one_alone_have_no_side() -> None:
    crossed = [DrawnLine(x, 95, x, 185) for x in (70, 400)] + [DrawnLine(65, y, 405, y) for y in (100, 180)]
    assert grids(*crossed) == [(1, False, False)]
    assert grids(DrawnLine(70, 100, 400, 100), DrawnLine(70, 180, 400, 180), DrawnLine(200, 60, 200, 220)) == []
