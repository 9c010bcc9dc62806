"""Ruled tables and frames: from the lines drawn on a page to grids of cells, and from words to the cells they stand in.

The geometry is that of ``pdfplumber.table``, fed with lines that pdfium found. In this order: drawn lines become
horizontal and vertical edges, specks and squares are dropped; edges within ``TOLERANCE`` of each other are merged;
short ones are dropped; sides that are not drawn are closed (``open_rows``); the smallest rectangles
between crossings are cells; cells that share a corner are one grid. A grid of one cell is a frame. A cell that spans
several columns or rows stands at its first one.

pdfplumber is imported only when a page has enough lines for a grid: its import takes longer than the reading of a page.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from math import prod
from typing import NamedTuple

from ingest.page.lines import PrintedLine
from ingest.page.open_rows import FEWEST_LINES, Edge, level_edge, missing_sides, upright_edge
from ingest.page.words import PrintedWord

TOLERANCE = 3.0
"""Points by which edges may miss each other and still be on one line, touch or cross."""

SHORTEST_LINE = 1.0
"""Points; a drawn line that is not longer is a speck."""

SHORTEST_EDGE = 4.0
"""Points; an edge that is shorter after merging bounds no cell."""

MAX_LINES = 3000
MAX_PAIRS = 160_000
MAX_CROSSINGS = 5000
"""More drawn lines, pairs of a horizontal and a vertical edge, or crossings on a page are a drawing and not a table.

The time to find cells grows with the square of the crossings: about one second for 5,000. The largest table of the
reports that were measured has 32.
"""

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left corner of the page."""


class DrawnLine(NamedTuple):
    """A line drawn on the page, or one side of a drawn box, in points from the top left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class GridCell:
    """One cell of a grid: its box, its first row and column, how many rows and columns it spans, and what stands in it.

    ``asides`` are lines on their side.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    row: int
    column: int
    columns: int
    rows: int = 1
    words: list[PrintedWord] = field(default_factory=list)
    asides: list[PrintedLine] = field(default_factory=list)


@dataclass(slots=True)
class RuledGrid:
    """Cells that hang together, by row and column; ``edges`` are the x positions at which columns begin and end.

    ``open_top`` and ``open_bottom`` tell that its first or last row goes on at another page.
    """

    x0: float
    top: float
    x1: float
    bottom: float
    edges: tuple[float, ...]
    rows: int
    cells: list[GridCell]
    open_top: bool = False
    open_bottom: bool = False

    @property
    def columns(self) -> int:
        """How many columns the grid has."""
        return len(self.edges) - 1


def find_grids(lines: Sequence[DrawnLine], height: float = 0.0) -> list[RuledGrid]:
    """Find the tables and frames of a page of a height in points, from the top down.

    A page has none with fewer than two horizontal and two vertical lines, or with so many that they draw a picture;
    the end of the page may stand for two of them. Without a height no row goes over its end.
    """
    if not FEWEST_LINES <= len(lines) <= MAX_LINES:
        return []
    edges = [edge for line in lines if (edge := _edge(line))]
    horizontal, vertical = _count(edges)
    if vertical < 2 or (horizontal < 2 and (vertical < FEWEST_LINES or not height)):
        return []
    edges = _merged(edges)
    if prod(_count(edges)) > MAX_PAIRS:
        return []
    sides, open_ends = missing_sides(edges, height, TOLERANCE)
    grids = [_grid(cells, {edge["top"] for edge in open_ends}) for cells in _cells([*edges, *sides])]
    return sorted(grids, key=lambda grid: (grid.top, grid.x0))


def take_words(grids: Sequence[RuledGrid], words: Iterable[PrintedWord]) -> list[PrintedWord]:
    """Put each word into the smallest cell in which its middle lies; hand back the words that lie in none."""
    if not grids:
        return list(words)
    outside: list[PrintedWord] = []
    highest, lowest = min(grid.top for grid in grids), max(grid.bottom for grid in grids)
    for word in words:
        y = (word.top + word.bottom) / 2
        cell = cell_at(grids, (word.x0 + word.x1) / 2, y) if highest <= y <= lowest else None
        (cell.words if cell else outside).append(word)
    return outside


def cell_at(grids: Iterable[RuledGrid], x: float, y: float) -> GridCell | None:
    """The smallest cell in which a point lies."""
    near = [grid for grid in grids if grid.x0 <= x <= grid.x1 and grid.top <= y <= grid.bottom]
    fits = [cell for grid in near for cell in grid.cells if cell.x0 <= x <= cell.x1 and cell.top <= y <= cell.bottom]
    if len(fits) == 1:
        return fits[0]
    return min(fits, key=lambda cell: (cell.x1 - cell.x0) * (cell.bottom - cell.top), default=None)


def _edge(line: DrawnLine) -> Edge | None:
    """The edge along the middle of a drawn line; None for a speck and for a shape that is as high as wide."""
    x0, top, x1, bottom = line
    width, height = x1 - x0, bottom - top
    if width > 2 * height and width > SHORTEST_LINE:
        return level_edge((top + bottom) / 2, x0, x1)
    if height > 2 * width and height > SHORTEST_LINE:
        return upright_edge((x0 + x1) / 2, top, bottom)
    return None


def _count(edges: Sequence[Edge]) -> tuple[int, int]:
    """How many edges are horizontal, and how many vertical."""
    horizontal = sum(edge["orientation"] == "h" for edge in edges)
    return horizontal, len(edges) - horizontal


def _merged(edges: list[Edge]) -> list[Edge]:
    """The edges, pieces of one line put together, without those that are short then."""
    from pdfplumber import table
    from pdfplumber.utils.geometry import filter_edges

    merged = table.merge_edges(edges, TOLERANCE, TOLERANCE, TOLERANCE, TOLERANCE)
    return list(filter_edges(merged, min_length=SHORTEST_EDGE))


def _cells(edges: list[Edge]) -> list[list[Rectangle]]:
    """The cells between the edges, those of each grid together."""
    from pdfplumber import table

    crossings = table.edges_to_intersections(edges, TOLERANCE, TOLERANCE)
    if len(crossings) > MAX_CROSSINGS:
        return []
    cells = table.intersections_to_cells(crossings)
    tables = table.cells_to_tables(cells)
    # pdfplumber leaves tables of a single cell out; here they are frames.
    taken = {cell for cells_of_table in tables for cell in cells_of_table}
    return [*tables, *([cell] for cell in cells if cell not in taken)]


def _grid(cells: Sequence[Rectangle], closing: Collection[float]) -> RuledGrid:
    """Number the rows and columns of cells by the edges at which they begin and end.

    ``closing`` are the heights at which the end of the page closes rows.
    """
    xs = sorted({x for x0, _, x1, _ in cells for x in (x0, x1)})
    ys = sorted({y for _, top, _, bottom in cells for y in (top, bottom)})
    column = {x: number for number, x in enumerate(xs)}
    row = {y: number for number, y in enumerate(ys)}
    numbered = [
        GridCell(x0, top, x1, bottom, row[top], column[x0], column[x1] - column[x0], row[bottom] - row[top])
        for x0, top, x1, bottom in cells
    ]
    numbered.sort(key=lambda cell: (cell.row, cell.column))
    ends = ys[0] in closing, ys[-1] in closing
    return RuledGrid(xs[0], ys[0], xs[-1], ys[-1], tuple(xs), len(ys) - 1, numbered, *ends)
