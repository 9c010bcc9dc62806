"""Grids: which cells drawn lines enclose, which words stand in them, and what is expected of pdfplumber for that."""

import subprocess
import sys
from itertools import pairwise

import pdfplumber
import pytest
from pdfplumber import table
from pdfplumber.utils.geometry import filter_edges

from ingest.page import tables
from ingest.page.open_rows import Edge
from ingest.page.tables import DrawnLine, find_grids, take_words
from ingest.page.words import PrintedWord

LOAD_NOTHING = """
import sys
import ingest.extract
from ingest.page.open_rows import Edge
from ingest.page.tables import DrawnLine, find_grids
assert find_grids([DrawnLine(72, y, 200, y + 0.5) for y in (100, 120, 140, 160)]) == []
sys.exit("pdfplumber" in sys.modules)
"""


def drawn(xs: tuple[float, ...], ys: tuple[float, ...]) -> list[DrawnLine]:
    """The lines of a table with these columns and rows, each from end to end."""
    return [
        *(DrawnLine(x, ys[0], x, ys[-1]) for x in xs),
        *(DrawnLine(xs[0], y, xs[-1], y) for y in ys),
    ]


def box(x0: float, top: float, x1: float, bottom: float) -> list[DrawnLine]:
    return drawn((x0, x1), (top, bottom))


def places(lines: list[DrawnLine]) -> list[list[tuple[int, int, int]]]:
    """Row, column and number of columns of each cell, grid by grid."""
    return [[(cell.row, cell.column, cell.columns) for cell in grid.cells] for grid in find_grids(lines)]


def word(text: str, x0: float, top: float) -> PrintedWord:
    return PrintedWord(text, x0, top, x0 + 6 * len(text), top + 12, 12, False)


def test_cells_are_numbered_by_row_and_column_and_know_their_box() -> None:
    (grid,) = find_grids(drawn((70, 200, 400), (100, 130, 160)))
    assert (grid.columns, grid.rows, grid.edges) == (2, 2, (70, 200, 400))
    assert (grid.x0, grid.top, grid.x1, grid.bottom) == (70, 100, 400, 160)
    assert [(c.row, c.column, c.columns) for c in grid.cells] == [(0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1)]
    last = grid.cells[-1]
    assert (last.x0, last.top, last.x1, last.bottom) == (200, 130, 400, 160)


def test_a_cell_may_span_columns_or_rows() -> None:
    assert places([*box(70, 100, 400, 130), *drawn((70, 200, 400), (130, 160))]) == [[(0, 0, 2), (1, 0, 1), (1, 1, 1)]]
    beside = [*box(70, 100, 200, 160), *drawn((200, 400), (100, 130, 160))]
    assert places(beside) == [[(0, 0, 1), (0, 1, 1), (1, 1, 1)]]


def test_a_frame_is_a_grid_of_one_cell_and_grids_come_from_the_top_down() -> None:
    lines = [*box(70, 500, 400, 560), *drawn((70, 200, 400), (300, 330)), *box(70, 100, 400, 160)]
    assert [(grid.top, len(grid.cells)) for grid in find_grids(lines)] == [(100, 1), (300, 2), (500, 1)]


def test_a_frame_in_a_frame_is_a_grid_of_its_own() -> None:
    assert places([*box(40, 60, 560, 800), *drawn((100, 200, 300), (300, 330))]) == [
        [(0, 0, 1)],
        [(0, 0, 1), (0, 1, 1)],
    ]


def test_lines_in_small_pieces_make_one_grid_and_a_stray_line_none() -> None:
    pieces = [DrawnLine(70, 100, 70.2, 103.2), DrawnLine(70, 103.2, 70.2, 140), DrawnLine(500, 100, 500.2, 140)]
    flat = [DrawnLine(70, 100, 300, 100.5), DrawnLine(300, 100, 500, 100.5), DrawnLine(70, 140, 500, 140.5)]
    assert places([*pieces, *flat, DrawnLine(72, 700, 200, 700.5)]) == [[(0, 0, 1)]]


@pytest.mark.parametrize(("gap", "grids"), [(2.9, 1), (3.2, 0)])
def test_lines_may_miss_each_other_by_three_points(gap: float, grids: int) -> None:
    uprights = [DrawnLine(70, 100, 70, 140), DrawnLine(300 + gap, 100, 300 + gap, 140)]
    assert len(find_grids([*uprights, DrawnLine(70, 100, 300, 100), DrawnLine(70, 140, 300, 140)])) == grids


@pytest.mark.parametrize(("gap", "grids"), [(2.9, 1), (3.2, 0)])
def test_upright_lines_may_miss_level_ones_by_three_points(gap: float, grids: int) -> None:
    level = [DrawnLine(70, 100 - gap, 300, 100 - gap), DrawnLine(70, 140, 300, 140)]
    assert len(find_grids([*level, DrawnLine(70, 100, 70, 140), DrawnLine(300, 100, 300, 140)])) == grids


def test_lines_are_more_than_twice_as_long_as_thick() -> None:
    def short(thickness: float) -> list[DrawnLine]:
        level = [DrawnLine(70, y, 80, y + thickness) for y in (100, 140)]
        return [*level, *(DrawnLine(x, 100, x, 144) for x in (70, 80))]

    assert len(find_grids(short(4.9))) == 1
    assert find_grids(short(5.1)) == []


def test_drawn_boxes_that_are_thin_are_edges_along_their_middle() -> None:
    (grid,) = find_grids(
        [
            *(DrawnLine(70, y, 300, y + 2) for y in (100, 140)),
            *(DrawnLine(x, 100, x + 2, 142) for x in (70, 298)),
        ]
    )
    assert (grid.x0, grid.top, grid.x1, grid.bottom) == (71, 101, 299, 141)


@pytest.mark.parametrize(
    "lines",
    [
        [DrawnLine(72, y, 200, y + 0.5) for y in (100, 120, 140, 160)],
        [DrawnLine(x, 100, x + 0.5, 200) for x in (100, 120, 140, 160)],
        box(100, 100, 103.9, 103.9),
        [DrawnLine(x, y, x + 8, y + 8) for x in (100, 200) for y in (100, 200)],
        [DrawnLine(x, y, x + 0.9, y) for x in (100, 101) for y in (100, 101)],
        box(100, 100, 200, 200)[:3],
    ],
    ids=["underlines", "bars", "a box of less than four points", "squares", "specks", "three sides"],
)
def test_what_encloses_nothing_is_no_table(lines: list[DrawnLine]) -> None:
    assert find_grids(lines) == []


@pytest.mark.parametrize("limit", ["MAX_LINES", "MAX_PAIRS", "MAX_CROSSINGS"])
def test_a_page_with_too_many_lines_holds_a_drawing(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    lines = drawn((70, 200, 400), (100, 130))
    assert len(lines) == 5
    at = {"MAX_LINES": 5, "MAX_PAIRS": 6, "MAX_CROSSINGS": 6}[limit]
    monkeypatch.setattr(tables, limit, at)
    assert len(find_grids(lines)) == 1
    monkeypatch.setattr(tables, limit, at - 1)
    assert find_grids(lines) == []


def test_words_go_to_the_cell_in_which_their_middle_lies() -> None:
    (grid,) = find_grids(drawn((70, 200, 400), (100, 130, 160)))
    outside = take_words([grid], [word("in", 210, 135), word("over", 190, 105), word("out", 450, 135)])
    assert [w.text for w in outside] == ["out"]
    assert {(c.row, c.column): w.text for c in grid.cells for w in c.words} == {(1, 1): "in", (0, 1): "over"}


def test_a_word_goes_to_the_smallest_of_the_cells_around_it() -> None:
    grids = find_grids([*box(40, 60, 560, 800), *box(100, 300, 300, 330)])
    right = find_grids([*box(10, 300, 510, 330), *box(450, 304, 500, 326)])
    assert take_words(right, [word("inner", 460, 306)]) == []
    assert [len(grid.cells[0].words) for grid in right] == [0, 1]
    assert take_words(grids, [word("inner", 110, 310), word("outer", 110, 400)]) == []
    assert [[w.text for w in grid.cells[0].words] for grid in grids] == [["outer"], ["inner"]]


def test_without_grids_all_words_stand_outside() -> None:
    words = [word("Staff", 72, 100)]
    assert take_words([], words) == words


def test_pdfplumber_is_loaded_for_a_page_with_a_grid_and_not_before() -> None:
    result = subprocess.run([sys.executable, "-c", LOAD_NOTHING], check=False)
    assert result.returncode == 0, "importing the readers, or a page without grids, imported pdfplumber"


class TestWhatPdfplumberGives:
    """The functions of ``pdfplumber.table`` that make grids are not documented and may change with a version."""

    SEEN = f"pdfplumber {pdfplumber.__version__} answers otherwise than 0.11.10: mend ingest/page/tables.py first"

    @staticmethod
    def edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> Edge:
        box = {"x0": x0, "top": top, "x1": x1, "bottom": bottom}
        return {"orientation": orientation, **box, "width": x1 - x0, "height": bottom - top}

    def edges(self) -> list[Edge]:
        flat = [self.edge("h", 0, y, 100, y) for y in (0, 20, 40)]
        return [*flat, *(self.edge("v", x, 0, x, 40) for x in (0, 50, 100))]

    def test_edges_on_one_line_are_merged_at_their_mean_with_their_length(self) -> None:
        pieces = [self.edge("h", 0, 10, 50, 10), self.edge("h", 52, 12, 90, 12), self.edge("v", 5, 0, 5, 30)]
        pieces.append(self.edge("v", 5, 32, 5, 60))
        merged = table.merge_edges(pieces, 3, 3, 3, 3)
        found = sorted(
            (e["orientation"], e["x0"], e["top"], e["x1"], e["bottom"], e["width"], e["height"]) for e in merged
        )
        assert found == [("h", 0, 11, 90, 11, 90, 0), ("v", 5, 0, 5, 60, 0, 60)], self.SEEN

    def test_edges_are_dropped_by_their_length(self) -> None:
        edges = [self.edge("h", 0, 0, 3.9, 0), self.edge("h", 0, 0, 4, 0), self.edge("v", 0, 0, 0, 3.9)]
        assert filter_edges(edges, min_length=4) == edges[1:2], self.SEEN

    def test_crossings_are_keyed_by_their_point(self) -> None:
        crossings = table.edges_to_intersections(self.edges(), 3, 3)
        assert sorted(crossings) == [(x, y) for x in (0, 50, 100) for y in (0, 20, 40)], self.SEEN

    def test_cells_are_the_smallest_rectangles_between_crossings(self) -> None:
        cells = table.intersections_to_cells(table.edges_to_intersections(self.edges(), 3, 3))
        expected = [(a, c, b, d) for a, b in pairwise((0, 50, 100)) for c, d in pairwise((0, 20, 40))]
        assert sorted(cells) == sorted(expected), self.SEEN

    def test_cells_that_share_a_corner_are_one_table_and_a_lone_cell_is_left_out(self) -> None:
        cells = [(0, 0, 50, 20), (200, 0, 250, 20), (50, 20, 100, 40)]
        assert table.cells_to_tables(cells) == [[cells[0], cells[2]]], self.SEEN
