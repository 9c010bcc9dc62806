"""The layout of each page: lines and ruled tables from the top down, with footnotes and furniture apart.

A page is laid out in the frame in which most of its text is upright. Text on its side there, as in the head of a narrow
column, is made lines in a frame of its own; stamps and numbers of lines are furniture from the beginning.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.page.columns import column_edge, page_lines
from ingest.page.frames import RuledTable, table_of
from ingest.page.furniture import find_furniture
from ingest.page.headings import BodyType
from ingest.page.lines import PrintedLine, make_line, make_lines
from ingest.page.rows import word_runs
from ingest.page.tables import DrawnLine, RuledGrid, cell_at, find_grids, take_words
from ingest.page.turns import Turn
from ingest.page.words import PrintedWord

SMALLER, MUCH_SMALLER = 0.9, 1.5
"""Points by which the type of a footnote is smaller than that of the body: with its figure, and without it."""
SIGNS = ("*", "\u2020", "\u2021", "\u00b9", "\u00b2", "\u00b3", *"\u2074\u2075\u2076\u2077\u2078\u2079")
"""Signs of notes other than a raised figure."""
FEW = 5
"""Lines of a footnote that has lost its figure."""
TEXT = 6
"""Lines in the type of the body that make a page one of text; a cover has a few names, and small labels at its foot."""
LOW = 0.66
"""The part of the height of a page under which a footnote stands."""


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words of a page, from 1, as a reader found them, and the lines drawn on it.

    ``height`` is that of the frame in which most words are upright, in points; ``turn`` tells how the frame is turned
    if that is not the page as it is shown. ``asides`` are the words that stand on their side in that frame, each with
    its own; ``overprint`` are words that are no part of the text, such as a slanted stamp, one stretch after the other.
    ``unread`` are the headings of tables without drawn lines whose rows could not be told.
    """

    number: int
    height: float
    words: Sequence[PrintedWord]
    drawn: Sequence[DrawnLine] = ()
    turn: Turn | None = None
    asides: Sequence[tuple[Turn, Sequence[PrintedWord]]] = ()
    overprint: Sequence[Sequence[PrintedWord]] = ()
    unread: Sequence[str] = ()


@dataclass(slots=True)
class PageLayout:
    """One page: ``number`` from 1, ``height`` in points, and what is printed on it.

    ``items`` come from the top down. At first they hold everything but ``overprint``; ``set_furniture_apart``
    and ``set_notes_apart`` move lines from them to ``furniture`` and ``notes``.
    """

    number: int
    height: float
    items: list[PrintedLine | RuledTable]
    notes: list[PrintedLine] = field(default_factory=list)
    furniture: list[PrintedLine] = field(default_factory=list)
    overprint: Sequence[PrintedLine] = ()

    @property
    def lines(self) -> list[PrintedLine]:
        """The lines outside of grids."""
        return [item for item in self.items if isinstance(item, PrintedLine)]

    @property
    def running_lines(self) -> Iterator[PrintedLine]:
        """The lines of running text: those outside of grids, in frames, and in cells as wide as their table."""
        for item in self.items:
            if isinstance(item, PrintedLine):
                yield item
            else:
                yield from (line for row in item.rows if len(row) == 1 for line in row[0].lines)

    @property
    def all_lines(self) -> Iterator[PrintedLine]:
        """All lines, those in the cells of tables too."""
        for item in self.items:
            if isinstance(item, PrintedLine):
                yield item
            else:
                yield from (line for row in item.rows for cell in row for line in cell.lines)


def lay_out(sheet: SheetWords) -> PageLayout:
    """Lay out a page: grids take the words that stand in them, the other words become lines between the grids.

    Grids without words are dropped.
    """
    grids = find_grids(sheet.drawn, sheet.height)
    outside = word_runs(take_words(grids, sheet.words))
    edge = column_edge(outside)
    asides, beside = _put_asides(grids, sheet)
    items: list[PrintedLine | RuledTable] = []
    for grid in grids:
        if not any(cell.words or cell.asides for cell in grid.cells):
            continue
        above = [run for run in outside if run.lowest < 2 * grid.top]
        outside = [run for run in outside if run.lowest >= 2 * grid.top]
        items.extend(page_lines(sheet.number, above, edge))
        items.append(table_of(sheet.number, grid, sheet.turn))
    items.extend(page_lines(sheet.number, outside, edge))
    if sheet.turn:
        items = [item._replace(turn=sheet.turn) if isinstance(item, PrintedLine) else item for item in items]
    overprint = [make_line(sheet.number, words)._replace(turn=sheet.turn) for words in sheet.overprint]
    return PageLayout(sheet.number, sheet.height, [*items, *asides], overprint=overprint + beside)


def _put_asides(grids: Sequence[RuledGrid], sheet: SheetWords) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Put each line on its side into the cell in which its middle lies.

    Hands back the lines that lie in none, those beside the text, which are no part of it, apart.
    """
    outside: list[PrintedLine] = []
    beside: list[PrintedLine] = []
    if not sheet.asides:
        return outside, beside
    left, right = min(word.x0 for word in sheet.words), max(word.x1 for word in sheet.words)
    for turn, words in sheet.asides:
        for line in make_lines(sheet.number, words):
            x0, top, x1, bottom = turn.shown((line.x0, line.top, line.x1, line.bottom))
            if sheet.turn:
                x0, top, x1, bottom = sheet.turn.framed((x0, top, x1, bottom))
            cell = cell_at(grids, (x0 + x1) / 2, (top + bottom) / 2)
            apart = beside if x1 <= left or x0 >= right else outside
            (cell.asides if cell else apart).append(line._replace(turn=turn))
    return outside, beside


def set_furniture_apart(pages: Sequence[PageLayout]) -> None:
    """Move running headers, footers, page numbers and stamps of all pages to ``furniture``, behind its overprint."""
    found = find_furniture([part for page in pages for part in _by_frame(page)])
    for page in pages:
        page.furniture = [*page.overprint, *(line for line in page.lines if id(line) in found)]
        page.items = [item for item in page.items if id(item) not in found]


def _by_frame(page: PageLayout) -> list[tuple[float, list[PrintedLine]]]:
    """The height and the lines of each frame of a page; most have one."""
    frames: dict[Turn | None, list[PrintedLine]] = {}
    for line in page.lines:
        frames.setdefault(line.turn, []).append(line)
    return [(_height(page, turn), lines) for turn, lines in frames.items()] or [(page.height, [])]


def _height(page: PageLayout, turn: Turn | None) -> float:
    """The height of a frame in points."""
    if not turn:
        return page.height
    return turn.width if turn.quarters % 2 else turn.height


def set_notes_apart(page: PageLayout, body: BodyType) -> None:
    """Move the footnotes of a page to ``notes``.

    They are the lines at its foot in type smaller than the body's, from the first one that begins with a figure or the
    sign of a note. A few lines in much smaller type low on a page of text are a note that has lost its figure.
    """
    start = len(page.items)
    while start:
        item = page.items[start - 1]
        if not isinstance(item, PrintedLine) or item.size > body.size - SMALLER:
            break
        start -= 1
    small = [item for item in page.items[start:] if isinstance(item, PrintedLine)]
    notes = (i for i, line in enumerate(small) if (line.note or _signed(line)) and not _beside_label(line, small))
    opening = next(notes, len(small))
    if opening == len(small) and _lost_figure(page, small, start, body):
        opening = 0
    page.notes = small[opening:]
    page.items = page.items[: start + opening]


def _beside_label(line: PrintedLine, lines: Sequence[PrintedLine]) -> bool:
    """Tell whether a line is the value of a label, which ends with a colon in the same row at its left."""
    return any(
        other.text.endswith(":") and other.x1 <= line.x0 and min(other.bottom, line.bottom) > max(other.top, line.top)
        for other in lines
    )


def _signed(line: PrintedLine) -> bool:
    """Tell whether a line begins with the sign of a note, which is no bullet."""
    return line.marker is None and line.text.startswith(SIGNS)


def _lost_figure(page: PageLayout, small: Sequence[PrintedLine], start: int, body: BodyType) -> bool:
    """Tell whether small lines at the foot of a page are a footnote whose figure is lost."""
    few = 0 < len(small) <= FEW
    lines = [item for item in page.items[:start] if isinstance(item, PrintedLine)]
    under_text = sum(abs(line.size - body.size) < SMALLER for line in lines) >= TEXT
    if not few or not under_text or any(line.size > body.size - MUCH_SMALLER or line.bold for line in small):
        return False
    return small[0].top > page.height * LOW and any(letter.isalpha() for letter in small[0].text)
