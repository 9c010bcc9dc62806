"""What a reader hands on: the document as a sequence of labelled blocks in reading order.

Blocks know files (pages, lines, boxes, weight of type) and nothing of inspections. Every printed word of the
document stands in exactly one block; page furniture and footnotes are labelled, not thrown away. Both readers,
of text and of PDF, make the same blocks of the same report, save that text has no boxes and, unless it
holds form feeds, no pages.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from ingest.notices import Notice


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in PDF points from the top left corner; pages count from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the page and boxes of a PDF, or the line of a text file (both count from 1)."""

    page: int | None = None
    line: int | None = None
    boxes: tuple[Box, ...] = ()

    @property
    def box_lists(self) -> list[list[float]]:
        """The boxes as JSON holds them: ``[page, x0, top, x1, bottom]``, in tenths of a point."""
        return [[b.page, round(b.x0, 1), round(b.top, 1), round(b.x1, 1), round(b.bottom, 1)] for b in self.boxes]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; ``paragraphs`` keeps the lines or bullets of the cell apart, ``text`` joins them."""

    paragraphs: tuple[str, ...] = ()
    place: Place = Place()

    @property
    def text(self) -> str:
        """The words of the cell on one line."""
        return " ".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """One printed row of a table, cells from left to right; empty cells are kept."""

    cells: tuple[Cell, ...]
    place: Place = Place()

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each cell."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table, footnote or piece of furniture.

    ``text`` is cleaned: one line, line-end hyphens joined, markers of number, bullet and footnote taken off.
    ``orig`` is the same words as they stand in the file, line ends kept.
    ``number`` is the printed number at the number margin without its full stop ("19", "3.14", "1.3.2"), or None.
    ``marker`` is what was printed in front: "19.", "-", "a)", the bullet character; "" where nothing was.
    ``level`` is the nesting of a list item (1 is the outer one) or the rank of a heading (1 is the highest);
    0 elsewhere. ``size`` and ``bold`` are the type of most of its characters; a text file leaves size None.
    ``boxed`` marks blocks that stand inside a ruled frame of one cell, which is text in a frame and not a table.
    ``indent`` is the left edge of the text (points), or None.
    """

    kind: BlockKind
    text: str
    orig: str
    place: Place
    number: str | None = None
    marker: str = ""
    level: int = 0
    bold: bool = False
    size: float | None = None
    boxed: bool = False
    indent: float | None = None
    rows: tuple[Row, ...] = ()

    @property
    def page(self) -> int | None:
        """The page on which the block begins."""
        return self.place.page


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A whole file, as read: what stage one hands to stage two.

    ``pages`` is the number of pages of the file, None for a text without form feeds. ``reader`` names the reader and its
    version; they are recorded with what is loaded, so that a later, better reader can be told from this one.
    """

    sha256: str
    media_type: str
    pages: int | None
    blocks: tuple[Block, ...]
    reader: str
    notices: tuple[Notice, ...] = field(default=())
