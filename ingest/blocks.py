"""What readers produce: a document as labelled blocks in reading order.

Blocks describe files (pages, lines, boxes, type) and know nothing of inspections. Every printed word of the document
stands in exactly one block; page furniture and footnotes are labelled, not dropped. The readers of text and of PDF
produce the same blocks for the same report, except that a text file has no boxes, and has pages only if it contains
form feeds.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from ingest.notices import NoticeDraft
from inspections.places import place_words


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


class Box(NamedTuple):
    """A rectangle on a page, in PDF points from the top left corner; pages count from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand: the page and boxes of a PDF, or the line of a text file; both count from 1.

    In a file that has neither pages nor lines, ``where`` says it in words ("sheet Actions, row 14"; "paragraph 12"),
    and ``line`` counts its paragraphs and rows in reading order.
    """

    page: int | None = None
    line: int | None = None
    boxes: tuple[Box, ...] = ()
    where: str = ""

    @property
    def words(self) -> str:
        """The place in words, "" if it is not known."""
        return place_words(self)

    @property
    def box_lists(self) -> list[list[float]]:
        """The boxes as JSON holds them: ``[page, x0, top, x1, bottom]``, in tenths of a point."""
        return [[b.page, round(b.x0, 1), round(b.top, 1), round(b.x1, 1), round(b.bottom, 1)] for b in self.boxes]


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a table. ``paragraphs`` holds its paragraphs and list items separately, ``text`` joins them.

    A merged cell stands where it begins; the places that it covers besides are empty cells with ``merged`` set, as far
    as the file tells, and those right of its first column with ``across`` too. ``link`` is the address to which it
    leads, "" where it leads to none. ``colour`` is that of its background as the file gives it, six hexadecimal figures
    or a name of the file's own; "" where the file tells none, and for white, grey and black.
    ``items`` are the places from 0 of the paragraphs that stand behind a bullet, those of inner lists left out.
    """

    paragraphs: tuple[str, ...] = ()
    place: Place = Place()
    merged: bool = False
    link: str = ""
    colour: str = ""
    across: bool = False
    items: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The words of the cell on one line."""
        return " ".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One printed row of a table: its cells from left to right, empty ones included."""

    cells: tuple[TableCell, ...]
    place: Place = Place()

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each cell."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, table, footnote or piece of page furniture.

    ``text`` is cleaned: one line, words joined over line ends, without the number, bullet or footnote figure in front.
    ``orig`` has the same words as they stand in the file, with its line ends.
    ``number`` is the printed number of a paragraph without its full stop ("19", "3.14", "1.3.2"), or None.
    ``marker`` is what is printed in front ("19.", "-", "a)", the bullet character), or "".
    ``level`` is the nesting of a list item (1 is the outermost) or the rank of a heading (1 is the highest), else 0.
    ``bold`` and ``size`` (points) are the type of most of its characters; a text file has no size.
    ``boxed`` is True inside a ruled frame of one cell, which is framed text and not a table.
    ``indent`` is the left edge of the text in points, or None.
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
    rows: tuple[TableRow, ...] = ()

    @property
    def page(self) -> int | None:
        """The page on which the block begins."""
        return self.place.page


@dataclass(frozen=True)
class ReadDocument:
    """A whole file as it was read.

    ``pages`` is the number of pages, None for a text without form feeds. ``reader`` is the name and version of the
    reader; it is stored with what is loaded, so that files read by an older version can be found and read again.
    ``recut`` reads the pages anew, as several documents of which the second and later ones begin at the given pages:
    what is measured over a whole document (running lines, margins, type, page numbers) is then measured for each. It is
    None where nothing is measured so.
    """

    sha256: str
    media_type: str
    pages: int | None
    blocks: tuple[Block, ...]
    reader: str
    notices: tuple[NoticeDraft, ...] = field(default=())
    recut: Callable[[Collection[int]], "ReadDocument"] | None = field(default=None, compare=False, repr=False)

    def located(self, notice: NoticeDraft) -> NoticeDraft:
        """The notice with the words for its place, in a file without pages and lines."""
        where = self._wheres.get(notice.line or 0, "")
        return replace(notice, where=where) if where and not notice.where else notice

    @cached_property
    def _wheres(self) -> dict[int, str]:
        """The words for each place, by its line."""
        places = [place for block in self.blocks for place in (block.place, *(row.place for row in block.rows))]
        return {place.line: place.where for place in places if place.line and place.where}
