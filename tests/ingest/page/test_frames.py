"""Tables and frames: rows from grids, joined over page breaks, and given to the flow."""

from collections.abc import Sequence

import pytest

from ingest.blocks import Block, BlockKind, Box
from ingest.page.flow import Flow
from ingest.page.frames import RuledTable, join_table, put_table, table_of
from ingest.page.headings import BodyType
from ingest.page.tables import DrawnLine, find_grids
from tests.ingest.page.words import row

COLUMNS = (70.0, 200.0, 400.0)
Texts = Sequence[str | tuple[str, ...]]


def grid(rows: Sequence[Texts], page: int = 1, xs: tuple[float, ...] = COLUMNS, top: float = 100) -> RuledTable:
    """A table of a page with a text, or several lines, for each cell; a row of fewer texts spans the columns."""
    drawn: list[DrawnLine] = []
    heights = [20 + 14 * max(len(text) if isinstance(text, tuple) else 1 for text in texts) for texts in rows]
    tops = [top + sum(heights[:n]) for n in range(len(rows) + 1)]
    for texts, above, below in zip(rows, tops[:-1], tops[1:], strict=True):
        edges = xs if len(texts) == len(xs) - 1 else (xs[0], xs[-1])
        drawn += [DrawnLine(x, above, x, below) for x in edges]
    drawn += [DrawnLine(xs[0], y, xs[-1], y) for y in tops]
    (found,) = find_grids(drawn)
    for cell in found.cells:
        texts = rows[cell.row]
        text = texts[cell.column]
        for n, line in enumerate(text if isinstance(text, tuple) else (text,)):
            cell.words.extend(row(line, cell.x0 + 6, cell.top + 10 + 14 * n))
    return table_of(page, found)


def texts(table: RuledTable) -> list[list[str]]:
    return [[cell.text for cell in cells] for cells in table.rows]


def put(table: RuledTable) -> list[Block]:
    flow = Flow(BodyType(size=12, leading=1.2, right=522))
    put_table(table, flow)
    return flow.blocks()


class TestRows:
    def test_a_grid_has_a_row_of_cells_with_their_lines(self) -> None:
        table = grid([("Judgement", "Grade"), (("Care", "leavers"), "Good")])
        assert texts(table) == [["Judgement", "Grade"], ["Care leavers", "Good"]]
        assert (table.width, table.edges, table.parts) == (2, COLUMNS, [2])
        assert table.boxes == [Box(1, 70, 100, 400, 182)]
        assert [(cell.column, cell.columns, cell.x0, cell.x1) for cell in table.rows[0]] == [
            (0, 1, 70, 200),
            (1, 1, 200, 400),
        ]

    def test_rows_without_words_are_left_out(self) -> None:
        table = grid([("Judgement", "Grade"), ("", ""), ("", "Good")])
        assert (texts(table), table.parts) == ([["Judgement", "Grade"], ["", "Good"]], [2])


class TestJoining:
    ABOVE: Texts = [("Who", "What"), ("Council", "Plan well and")]

    def joined(self, below: Sequence[Texts], **more) -> list[list[str]]:
        table = grid(self.ABOVE)
        return texts(table) if join_table(table, grid(below, **{"page": 2, **more})) else []

    def test_a_table_goes_on_with_the_same_columns_on_the_next_page(self) -> None:
        assert self.joined([("Board", "Meet")]) == [["Who", "What"], ["Council", "Plan well and"], ["Board", "Meet"]]

    @pytest.mark.parametrize(
        "more", [{"page": 1}, {"page": 3}, {"xs": (70.0, 207.0, 400.0)}, {"xs": (70.0, 130.0, 200.0, 400.0)}]
    )
    def test_other_pages_and_other_columns_are_another_table(self, more) -> None:
        width = len(more.get("xs", COLUMNS)) - 1
        assert self.joined([("Board", "Meet", "Now")[:width]], **more) == []

    def test_columns_may_be_six_points_off(self) -> None:
        assert self.joined([("Board", "Meet")], xs=(76.0, 206.0, 406.0)) != []

    def test_a_row_that_breaks_off_is_joined_with_its_rest(self) -> None:
        assert self.joined([("", "together."), ("Board", "Meet")])[1:] == [
            ["Council", "Plan well and together."],
            ["Board", "Meet"],
        ]
        assert self.joined([("Board", "together.")])[1:] == [["Council Board", "Plan well and together."]]

    def test_a_row_whose_first_cell_is_empty_is_a_rest_too(self) -> None:
        assert self.joined([("", "They meet.")])[1:] == [["Council", "Plan well and They meet."]]

    def test_whole_rows_stay_apart(self) -> None:
        self.ABOVE = [("Who", "What"), ("Council", "Plan well.")]
        assert len(self.joined([("Board", "together.")])) == 3
        self.ABOVE = [("Who", "What"), ("", "Plan well.")]
        assert len(self.joined([("", "Together.")])) == 3

    def test_a_row_of_other_cells_is_no_rest(self) -> None:
        assert len(self.joined([("together.",), ("Board", "Meet")])) == 4

    def test_a_header_printed_again_is_kept_as_furniture(self) -> None:
        table = grid(self.ABOVE)
        assert join_table(table, grid([("Who", "What"), ("Board", "Meet")], page=2))
        assert texts(table)[2:] == [["Board", "Meet"]]
        assert table.parts == [2, 1]
        again = put(table)[-1]
        assert (again.kind, again.text, again.orig, again.page) == (BlockKind.FURNITURE, "Who What", "Who\tWhat", 2)

    def test_the_one_row_of_a_table_is_no_header(self) -> None:
        table = grid([("Who", "What")])
        assert join_table(table, grid([("Who", "What")], page=2))
        assert len(table.rows) == 2

    def test_prose_as_wide_as_the_table_goes_on_over_the_page(self) -> None:
        table = grid([("Who", "What"), ("It is well known that",)])
        assert join_table(table, grid([("plans are made.",)], page=2, xs=(70.0, 400.0)))
        assert texts(table) == [["Who", "What"], ["It is well known that plans are made."]]
        assert [cell.columns for cell in table.rows[1]] == [2]

    def test_a_frame_under_a_table_is_none_of_its_rows(self) -> None:
        assert not join_table(grid([("Who", "What")]), grid([("plans are made.",)], page=2, xs=(70.0, 400.0)))
        wide = grid([("Who", "What"), ("It is well known that",)])
        assert not join_table(wide, grid([("plans are made.",)], page=2, xs=(70.0, 410.0)))
        assert not join_table(wide, grid([("plans are made.",)], page=2, xs=(60.0, 400.0)))

    def test_a_table_may_go_on_for_several_pages(self) -> None:
        table = grid(self.ABOVE)
        assert join_table(table, grid([("Board", "Meet")], page=2))
        assert join_table(table, grid([("Partners", "Ask")], page=3))
        assert [box.page for box in table.boxes] == [1, 2, 3]
        (block,) = put(table)
        assert [box.page for box in block.place.boxes] == [1, 2, 3]


class TestBlocks:
    def test_a_table_is_a_block_of_rows_with_their_places(self) -> None:
        (block,) = put(grid([("Judgement", "Grade"), (("Care", "leavers"), "Good")], page=3))
        assert block.kind is BlockKind.TABLE
        assert (block.text, block.orig) == ("Judgement\tGrade\nCare leavers\tGood",) * 2
        assert block.place.boxes == (Box(3, 70, 100, 400, 182),)
        assert [row.texts for row in block.rows] == [("Judgement", "Grade"), ("Care leavers", "Good")]
        assert (block.page, block.rows[1].place.page, len(block.rows[1].place.boxes)) == (3, 3, 3)
        assert len(block.rows[1].cells[0].place.boxes) == 2

    def test_a_cell_over_several_columns_leaves_the_others_empty(self) -> None:
        (block,) = put(grid([("Services are good",), ("Help", "Good")]))
        assert [row.texts for row in block.rows] == [("Services are good", ""), ("Help", "Good")]
        assert [(one.merged, one.across) for one in block.rows[0].cells] == [(False, False), (True, True)]

    def test_a_cell_over_several_rows_covers_the_places_below(self) -> None:
        (block,) = put(self.spanned(("Help", "Plans", "Ann"), ("Visits",), ("", "Staff", "Bob")))
        assert [row.texts for row in block.rows] == [("Help", "Plans", "Ann"), ("", "Visits", ""), ("", "Staff", "Bob")]
        assert [(one.merged, one.across) for one in block.rows[1].cells] == [
            (True, False), (False, False), (True, False),
        ]  # fmt: skip
        assert not any(one.merged for at in (0, 2) for one in block.rows[at].cells)

    def test_rows_without_words_are_not_covered(self) -> None:
        (block,) = put(self.spanned(("Help", "Plans", "Ann"), ("",), ("", "Staff", "Bob")))
        assert [row.texts for row in block.rows] == [("Help", "Plans", "Ann"), ("", "Staff", "Bob")]
        assert not any(one.merged for row in block.rows for one in row.cells)

    @staticmethod
    def spanned(first: Sequence[str], second: Sequence[str], third: Sequence[str]) -> RuledTable:
        """Three rows of three columns; the first and last cell of the first row go over the second."""
        xs, tops = (70.0, 200.0, 300.0, 400.0), (100.0, 140.0, 180.0, 220.0)
        drawn = [DrawnLine(x, tops[0], x, tops[-1]) for x in xs]
        drawn += [DrawnLine(xs[0], y, xs[-1], y) for y in (tops[0], tops[2], tops[3])]
        drawn.append(DrawnLine(xs[1], tops[1], xs[2], tops[1]))
        (found,) = find_grids(drawn)
        texts = dict(
            zip([(0, 0), (0, 1), (0, 2), (1, 1), (2, 0), (2, 1), (2, 2)], (*first, *second, *third), strict=True)
        )
        for cell in found.cells:
            if text := texts[cell.row, cell.column]:
                cell.words.extend(row(text, cell.x0 + 6, cell.top + 10))
        assert [cell.rows for cell in found.cells] == [2, 1, 2, 1, 1, 1, 1]
        return table_of(1, found)

    def test_paragraphs_in_a_cell_lose_bullets_and_keep_numbers(self) -> None:
        cell = ("Leaders should improve:", "•\tplans", "•\tvisits.", "4.\tNow", "a)\thelp")
        (block,) = put(grid([("Council", cell)]))
        assert block.rows[0].cells[1].paragraphs == ("Leaders should improve:", "plans", "visits.", "4. Now", "a) help")
        assert block.rows[0].cells[1].items == (1, 2)

    def test_a_frame_holds_boxed_blocks(self) -> None:
        blocks = put(grid([(("Summary", "They know."),)], xs=(70.0, 400.0)))
        assert [(block.kind, block.boxed, block.text) for block in blocks] == [
            (BlockKind.PARAGRAPH, True, "Summary"),
            (BlockKind.PARAGRAPH, True, "They know."),
        ]

    @pytest.mark.parametrize(("cells", "kind"), [(2, BlockKind.PARAGRAPH), (3, BlockKind.TABLE)])
    def test_one_column_of_more_than_two_cells_is_a_table(self, cells: int, kind: BlockKind) -> None:
        assert put(grid([(f"Plan {n}.",) for n in range(cells)], xs=(70.0, 400.0)))[0].kind is kind

    @pytest.mark.parametrize(("cells", "kind"), [(1, BlockKind.PARAGRAPH), (2, BlockKind.TABLE)])
    def test_a_frame_goes_on_with_one_cell_a_page(self, cells: int, kind: BlockKind) -> None:
        table = grid([("They know.",)], xs=(70.0, 400.0))
        assert join_table(table, grid([(f"Plan {n}.",) for n in range(cells)], page=2, xs=(70.0, 400.0)))
        assert put(table)[0].kind is kind

    @pytest.mark.parametrize(("lines", "kinds"), [(5, ["table"]), (6, ["table", "paragraph", "table"])])
    def test_six_lines_as_wide_as_the_table_are_prose(self, lines: int, kinds: list[str]) -> None:
        prose = tuple(f"Leaders know their services in the town well, as {n}" for n in range(lines))
        blocks = put(grid([("Judgement", "Grade"), (prose,), ("Care", "Good")]))
        assert [block.kind for block in blocks] == kinds

    def test_six_lines_in_one_of_two_cells_are_no_prose(self) -> None:
        assert [block.kind for block in put(grid([(("a",) * 7, "Good")]))] == [BlockKind.TABLE]

    def test_each_part_around_prose_has_the_boxes_of_its_pages(self) -> None:
        table = grid([("Judgement", "Grade"), (tuple(f"They know {n}" for n in range(7)),)])
        assert join_table(table, grid([("Care", "Good")], page=2))
        first, *_, last = put(table)
        assert [box.page for box in first.place.boxes] == [1]
        assert [box.page for box in last.place.boxes] == [2]


def test_a_row_that_the_break_does_not_close_goes_on_whatever_its_words_are() -> None:
    def joined(*, is_open: bool) -> list[list[str]]:
        above, below = grid([("Plan", "Who"), ("Visit.", "Ann")]), grid([("Write.", "")], page=2)
        above.open_bottom = is_open
        assert join_table(above, below)
        return texts(above)

    assert joined(is_open=False)[1:] == [["Visit.", "Ann"], ["Write.", ""]]
    assert joined(is_open=True)[1:] == [["Visit. Write.", "Ann"]]


def test_a_header_that_no_line_parts_from_the_row_below_is_taken_from_it() -> None:
    above = grid([("Plan", "Who"), ("Visit.", "Ann")])
    assert join_table(above, grid([(("Plan", "Write."), ("Who", "Bob"))], page=2))
    assert texts(above)[1:] == [["Visit.", "Ann"], ["Write.", "Bob"]]
    assert [[cell.text for cell in row] for row in above.repeated] == [["Plan", "Who"]]
    other = grid([("Plan", "Who"), ("Visit.", "Ann")])
    assert join_table(other, grid([(("Plan", "Write."), "Bob")], page=2))
    assert texts(other)[2] == ["Plan Write.", "Bob"]
