"""The layout of each page: lines and ruled tables from the top down, with footnotes and furniture apart."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ingest.page.frames import RuledTable, table_of
from ingest.page.furniture import find_furniture
from ingest.page.headings import BodyType
from ingest.page.lines import PrintedLine, make_lines
from ingest.page.tables import DrawnLine, find_grids, take_words
from ingest.page.words import PrintedWord

SMALLER = 0.9
"""Points by which the type of a footnote is smaller than that of the body."""


@dataclass(slots=True)
class PageLayout:
    """One page: ``number`` from 1, ``height`` in points, and what is printed on it.

    ``items`` come from the top down. At first they hold everything; ``set_furniture_apart`` and ``set_notes_apart``
    move lines from them to ``furniture`` and ``notes``.
    """

    number: int
    height: float
    items: list[PrintedLine | RuledTable]
    notes: list[PrintedLine] = field(default_factory=list)
    furniture: list[PrintedLine] = field(default_factory=list)

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


def lay_out(number: int, height: float, words: Iterable[PrintedWord], drawn: Sequence[DrawnLine]) -> PageLayout:
    """Lay out a page: grids take the words that stand in them, the other words become lines between the grids.

    Grids without words are dropped.
    """
    grids = find_grids(drawn)
    outside = take_words(grids, words)
    items: list[PrintedLine | RuledTable] = []
    for grid in grids:
        if not any(cell.words for cell in grid.cells):
            continue
        above = [word for word in outside if word.top + word.bottom < 2 * grid.top]
        outside = [word for word in outside if word.top + word.bottom >= 2 * grid.top]
        items.extend(make_lines(number, above))
        items.append(table_of(number, grid))
    items.extend(make_lines(number, outside))
    return PageLayout(number, height, items)


def set_furniture_apart(pages: Sequence[PageLayout]) -> None:
    """Move running headers, footers, page numbers and stamps of all pages to ``furniture``."""
    found = find_furniture([(page.height, page.lines) for page in pages])
    for page in pages:
        page.furniture = [line for line in page.lines if id(line) in found]
        page.items = [item for item in page.items if id(item) not in found]


def set_notes_apart(page: PageLayout, body: BodyType) -> None:
    """Move the footnotes of a page to ``notes``.

    They are the lines at its foot in type smaller than the body's, from the first one that begins with a figure.
    """
    start = len(page.items)
    while start:
        item = page.items[start - 1]
        if not isinstance(item, PrintedLine) or item.size > body.size - SMALLER:
            break
        start -= 1
    small = [item for item in page.items[start:] if isinstance(item, PrintedLine)]
    opening = next((i for i, line in enumerate(small) if line.note), len(small))
    page.notes = small[opening:]
    page.items = page.items[: start + opening]
