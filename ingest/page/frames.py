"""From grids with words to tables and frames, joined over page breaks.

The cells of a grid become rows of lines. A grid that continues at the top of the next page with the same columns is one
table with the grid before: a row that the page break divides is one row, and a header row that is printed again becomes
furniture. Text in a frame of one cell, or in a row of one cell that is as long as prose, becomes ordinary blocks marked
as boxed. All other rows become a table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.blocks import Block, BlockKind, Box, Place, TableCell, TableRow
from ingest.page.flow import Flow, place_of
from ingest.page.headings import BodyType
from ingest.page.lines import PrintedLine, make_lines
from ingest.page.lists import MarkerKind
from ingest.page.tables import TOLERANCE, RuledGrid
from ingest.page.turns import Turn
from ingest.wording.joining import ends_like_a_sentence

ACROSS = TableCell(merged=True, across=True)
"""A place that a cell further left covers."""

PROSE_LINES = 6
"""From so many lines on, a cell as wide as its table holds prose and no heading of the table."""


@dataclass(slots=True)
class RuledCell:
    """One cell of a ruled table: its lines, its left and right edge in points, and what it spans.

    ``rows`` counts the rows with words over which it goes, ``columns`` the columns.
    """

    column: int
    columns: int
    x0: float
    x1: float
    lines: list[PrintedLine]
    rows: int = 1

    @property
    def text(self) -> str:
        """The words of the cell on one line."""
        return " ".join(line.text for line in self.lines)


@dataclass(slots=True)
class RuledTable:
    """A table or frame that may run over several pages.

    ``edges`` are the x positions at which columns begin and end. ``boxes`` has the box of each page's part and
    ``parts`` the number of its rows. ``repeated`` are header rows that were printed again. ``open_top`` and
    ``open_bottom`` tell that its first row goes on from the page before, or its last one at the next page.
    """

    edges: tuple[float, ...]
    rows: list[list[RuledCell]]
    boxes: list[Box]
    parts: list[int] = field(default_factory=list)
    repeated: list[list[RuledCell]] = field(default_factory=list)
    open_top: bool = False
    open_bottom: bool = False

    @property
    def width(self) -> int:
        """How many columns the table has."""
        return len(self.edges) - 1

    def copy(self) -> "RuledTable":
        """The same table, to be joined to others without changing this one."""
        rows = [[replace(cell, lines=list(cell.lines)) for cell in row] for row in self.rows]
        return replace(self, rows=rows, boxes=list(self.boxes), parts=list(self.parts), repeated=list(self.repeated))


def table_of(page: int, grid: RuledGrid, turn: Turn | None = None) -> RuledTable:
    """Make a table of the grid of one page, its words as lines. Rows without words are left out."""
    rows: dict[int, list[RuledCell]] = {}
    for cell in grid.cells:
        lines = [line._replace(turn=turn) if turn else line for line in make_lines(page, cell.words)]
        ruled = RuledCell(cell.column, cell.columns, cell.x0, cell.x1, lines + cell.asides, cell.rows)
        rows.setdefault(cell.row, []).append(ruled)
    numbers = [number for number, cells in sorted(rows.items()) if any(cell.lines for cell in cells)]
    for number, cells in rows.items():
        for ruled in cells:
            ruled.rows = max(1, sum(number <= other < number + ruled.rows for other in numbers))
    worded = [rows[number] for number in numbers]
    edges = (grid.x0, grid.top, grid.x1, grid.bottom)
    x0, top, x1, bottom = turn.shown(edges) if turn else edges
    box = Box(page, round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))
    return RuledTable(grid.edges, worded, [box], [len(worded)], open_top=grid.open_top, open_bottom=grid.open_bottom)


def _same_columns(a: RuledTable, b: RuledTable) -> bool:
    return a.width == b.width and all(abs(x - y) <= 2 * TOLERANCE for x, y in zip(a.edges, b.edges, strict=True))


def _spans(row: list[RuledCell], table: RuledTable) -> bool:
    """Tell whether a row is one cell as wide as the table."""
    return len(row) == 1 and row[0].columns == table.width


def _texts(row: list[RuledCell]) -> list[str]:
    return [cell.text for cell in row]


def _torn(above: list[RuledCell], below: list[RuledCell], *, is_open: bool) -> bool:
    """Tell whether a row is the rest of the row above, divided by a page break.

    It is when the text of a cell continues in lower case, or when its first cell is empty and that of the row above is
    not; and where the break draws no line through them, which ``is_open`` tells, and fewer cells have words below.
    """
    if len(above) != len(below) or any(a.column != b.column for a, b in zip(above, below, strict=True)):
        return False
    if is_open and {cell.column for cell in below if cell.lines} < {cell.column for cell in above if cell.lines}:
        return True
    for a, b in zip(above, below, strict=True):
        if a.lines and b.lines and not ends_like_a_sentence(a.text) and b.text[:1].islower():
            return True
    return len(above) > 1 and bool(above[0].lines) and not below[0].lines


def _take_header(row: list[RuledCell], header: list[RuledCell]) -> list[RuledCell]:
    """Take the header that is printed again from the cells of a row, where no line parts them; [] where none is."""
    if len(row) != len(header) or len(header) == 1 or not any(_texts(header)):
        return []
    numbers = [_lines_of(mine, cell.text) for mine, cell in zip(row, header, strict=True)]
    if None in numbers or all(number == len(cell.lines) for number, cell in zip(numbers, row, strict=True)):
        return []
    taken = [replace(cell, lines=cell.lines[:number]) for cell, number in zip(row, numbers, strict=True)]
    for cell, number in zip(row, numbers, strict=True):
        cell.lines = cell.lines[number:]
    return taken


def _lines_of(cell: RuledCell, text: str) -> int | None:
    """How many lines of a cell, from its first, hold a text; None where it does not begin with it."""
    return next((n for n in range(len(cell.lines) + 1) if " ".join(line.text for line in cell.lines[:n]) == text), None)


def join_table(above: RuledTable, below: RuledTable) -> bool:
    """Add a table to the one on the page before if it continues that one; tells whether it did.

    It continues with the same columns, or as one cell as wide as the table after a row of one such cell.
    """
    if below.boxes[0].page != above.boxes[-1].page + 1:
        return False
    rows = below.rows
    if not _same_columns(above, below):
        outer = (
            abs(above.edges[0] - below.edges[0]) <= 2 * TOLERANCE
            and abs(above.edges[-1] - below.edges[-1]) <= 2 * TOLERANCE
        )
        if not (below.width == 1 and outer and _spans(above.rows[-1], above)):
            return False
        for row in rows:
            row[0].columns = above.width
    elif len(above.rows) > 1 and rows and _texts(rows[0]) == _texts(above.rows[0]):
        above.repeated.append(rows[0])
        rows = rows[1:]
    elif len(above.rows) > 1 and rows and (header := _take_header(rows[0], above.rows[0])):
        above.repeated.append(header)
    above.parts.append(len(rows))
    above.boxes.extend(below.boxes)
    is_open = above.open_bottom or below.open_top
    above.open_bottom = below.open_bottom
    if rows and _torn(above.rows[-1], rows[0], is_open=is_open):
        for a, b in zip(above.rows[-1], rows[0], strict=True):
            a.lines.extend(b.lines)
        rows = rows[1:]
    above.rows.extend(rows)
    return True


def _is_frame(table: RuledTable) -> bool:
    """Tell whether a table is a frame around text: one column of one or two cells, and one cell on further pages."""
    return table.width == 1 and table.parts[0] <= 2 and all(part <= 1 for part in table.parts[1:])


def _is_prose(row: list[RuledCell], table: RuledTable) -> bool:
    return table.width > 1 and _spans(row, table) and len(row[0].lines) >= PROSE_LINES


def _cell(cell: RuledCell, body: BodyType) -> TableCell:
    """Make the cell of a block. Paragraphs keep the number or letter in front of them; bullets make them items."""
    flow = Flow(body)
    for line in cell.lines:
        flow.add(line, right=cell.x1, left=cell.x0)
    paragraphs: list[str] = []
    items: list[int] = []
    for draft in flow.drafts:
        if isinstance(draft, Block) or not draft.text:
            continue
        is_item = draft.marker is not None and draft.marker.kind is MarkerKind.BULLET
        if is_item and draft.level <= 1:
            items.append(len(paragraphs))
        paragraphs.append(f"{draft.marker.printed} {draft.text}" if draft.marker and not is_item else draft.text)
    return TableCell(tuple(paragraphs), place_of(cell.lines), items=tuple(items))


def _row(row: list[RuledCell], body: BodyType, covered: Sequence[TableCell]) -> TableRow:
    """The row, with the places that cells above or further left cover."""
    cells = [*covered]
    for cell in row:
        cells[cell.column : cell.column + cell.columns] = [_cell(cell, body), *[ACROSS] * (cell.columns - 1)]
    return TableRow(tuple(cells), place_of(line for cell in row for line in cell.lines))


def _covered(rows: Sequence[list[RuledCell]], width: int) -> list[list[TableCell]]:
    """For each row an empty cell for each place, those merged that cells of rows above cover."""
    places = [[TableCell()] * width for _ in rows]
    for number, row in enumerate(rows):
        for cell in row:
            for below in places[number + 1 : number + cell.rows]:
                below[cell.column : cell.column + cell.columns] = [
                    TableCell(merged=True),
                    *[ACROSS] * (cell.columns - 1),
                ]
    return places


def _orig(row: list[RuledCell]) -> str:
    return "\t".join(" ".join(line.orig for line in cell.lines) for cell in row)


def _table(rows: list[list[RuledCell]], table: RuledTable, body: BodyType) -> Block:
    made = tuple(_row(row, body, covered) for row, covered in zip(rows, _covered(rows, table.width), strict=True))
    pages = {box.page for row in made for box in row.place.boxes}
    boxes = tuple(box for box in table.boxes if box.page in pages)
    first = made[0].place.page
    text = "\n".join("\t".join(row.texts) for row in made)
    return Block(BlockKind.TABLE, text, "\n".join(map(_orig, rows)), Place(first, None, boxes), rows=made)


def put_table(table: RuledTable, flow: Flow) -> None:
    """Add a table to the flow in printed order: framed text line by line, all other rows as tables."""
    rows: list[list[RuledCell]] = []
    for row in table.rows:
        if not (_is_frame(table) or _is_prose(row, table)):
            rows.append(row)
            continue
        if rows:
            flow.put(_table(rows, table, flow.body))
            rows = []
        for line in row[0].lines:
            flow.add(line, boxed=True, right=row[0].x1, left=row[0].x0)
    if rows:
        flow.put(_table(rows, table, flow.body))
    for row in table.repeated:
        lines = [line for cell in row for line in cell.lines]
        flow.put(Block(BlockKind.FURNITURE, " ".join(_texts(row)), _orig(row), place_of(lines)))
