"""The reader of OpenDocument texts (.odt), by odfdo.

In this order: headers; paragraphs, headings, lists and tables of the body as they follow each other, with text boxes
behind the paragraph that holds them and notes behind the one that cites them, or behind its table; footers. Tracked
deletions, comments and hidden words are left out, inserted and struck words are read; each with a notice. A table of
contents is furniture.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import product
from typing import Any

import odfdo
from lxml import etree

from ingest.blocks import BlockKind, ReadDocument
from ingest.notices import NoticeDraft, Refused
from ingest.readers.beside import parted
from ingest.readers.markup import Markup
from ingest.readers.open_lists import OpenLists
from ingest.readers.open_names import DRAW, OFFICE, STYLE, SVG, TABLE, TEXT
from ingest.readers.open_styles import OpenStyle, OpenStyles
from ingest.readers.packages import DAMAGED
from ingest.readers.passages import ACROSS, Cell, Grid, Part, Passage, blocks_of, cell_of, in_cell, squared
from ingest.readers.pictures import embedded_in_open, in_open
from ingest.signatures import UNPACKING_ERRORS
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

READER = "open-text/1"
SKIPPED = frozenset(
    {
        f"{TEXT}tracked-changes",
        f"{OFFICE}annotation",
        f"{OFFICE}forms",
        f"{TEXT}sequence-decls",
        f"{TEXT}note-citation",
        f"{SVG}title",
        f"{SVG}desc",
    }
)
CONTENTS = frozenset({f"{TEXT}table-of-content", f"{TEXT}alphabetical-index", f"{TEXT}illustration-index"})
FILE_SPACES = re.compile(r"[ \t\r\n]+")
"""What stands for one space in the text of the file: OpenDocument 1.3, part 3, section 6.1.2."""
MAX_REPEATED = 60
"""Columns or rows for which a repeated cell or row stands at most."""

MAX_DEPTH = 30
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
CHANGE = f"{TEXT}change-start", f"{TEXT}change-end"
BOXES = (f"{DRAW}text-box", f"{DRAW}custom-shape")
LOCKED = b"encryption-data"
PLAIN = OpenStyle()
BULLET = "•"


def read(data: bytes) -> ReadDocument:
    """Read an OpenDocument text.

    Raises Refused when it is locked with a password (``encrypted``), damaged (``damaged-file``) or has no words
    (``empty``). What its readers may see otherwise gives a warning: ``text-hidden``, ``text-struck``,
    ``changes-tracked``, ``comments-left``, ``attachments``; pictures give ``pictures-left``.
    """
    try:
        package = odfdo.Document(BytesIO(data))
        if LOCKED in _part(package, "META-INF/manifest.xml"):
            message = "The document is locked with a password. Save it without one and read that."
            raise Refused(NoticeCode.ENCRYPTED, message)
        content, styles = (_root(_part(package, name)) for name in ("content.xml", "styles.xml"))
        reader = OpenText(content, styles)
        blocks = blocks_of([*reader.parts()])
    except (*UNPACKING_ERRORS, TypeError, AttributeError, StopIteration, etree.LxmlError) as error:
        raise Refused(NoticeCode.DAMAGED_FILE, DAMAGED) from error
    if not any(block.kind is not BlockKind.FURNITURE for block in blocks):
        raise Refused(NoticeCode.EMPTY, "The document has no words. Save it again and read the new file.")
    sha256 = hashlib.sha256(data).hexdigest()
    return ReadDocument(sha256, MediaType.OPEN_TEXT, None, blocks, READER, reader.notices())


def _part(package: odfdo.Document, name: str) -> bytes:
    part: Any = package.get_part(name)
    return bytes(part.serialize())


def _root(data: bytes) -> Any:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


class OpenText:
    """Walks over one document, and keeps count of its paragraphs, tables and notes."""

    def __init__(self, content: Any, styles: Any) -> None:
        self._body = next(content.iter(f"{OFFICE}text"))
        self._styles = styles
        self._lists = OpenLists(content, styles)
        self._looks = OpenStyles((styles, content))
        self._paragraph = self._table = self._note = 0
        self._behind: list[Any] = []
        self._notes: list[Passage] = []
        self._row = ""
        self._markup = Markup(comments=sum(1 for _ in content.iter(f"{OFFICE}annotation")))
        self._markup.pictures += in_open(self._body)
        self._markup.files += embedded_in_open(self._body)
        self._markup.deleted += ("".join(one.itertext()) for one in content.iter(f"{TEXT}deletion"))
        inserted = (one for one in content.iter(f"{TEXT}changed-region") if one.find(f"{TEXT}insertion") is not None)
        self._insertions = {name for one in inserted for name in (one.get(f"{TEXT}id"), one.get(XML_ID)) if name}
        self._inserting = False

    def notices(self) -> tuple[NoticeDraft, ...]:
        """The notices about what is marked in the document."""
        return self._markup.notices()

    def parts(self) -> Iterator[Part]:
        """The paragraphs and tables of the document, in reading order."""
        yield from self._running("header")
        yield from self._blocks(self._body, 0, False)
        yield from self._running("footer")

    def _running(self, name: str) -> Iterator[Part]:
        found = (one for kind in (name, f"{name}-first", f"{name}-left") for one in self._styles.iter(f"{STYLE}{kind}"))
        texts = (" ".join(self._words(paragraph).split()) for one in found for paragraph in one.iter(f"{TEXT}p"))
        for text in dict.fromkeys(filter(None, texts)):
            yield Passage(text, name, BlockKind.FURNITURE)

    def _blocks(self, parent: Any, depth: int, boxed: bool) -> Iterator[Part]:
        for element in parent if depth < MAX_DEPTH else ():
            if element.tag in SKIPPED or not isinstance(element.tag, str):
                continue
            if element.tag in CONTENTS:
                for paragraph in element.iter(f"{TEXT}p"):
                    yield from self._paragraph_of(paragraph, depth, boxed, kind=BlockKind.FURNITURE)
            elif element.tag == f"{TEXT}h":
                yield from self._paragraph_of(element, depth, boxed, kind=BlockKind.HEADING)
            elif element.tag == f"{TEXT}p":
                yield from self._paragraph_of(element, depth, boxed)
            elif element.tag == f"{TEXT}list":
                yield from self._of_list(element, depth, boxed)
            elif element.tag == f"{TABLE}table":
                yield from self._of_table(element, depth)
            elif element.tag == f"{TEXT}section" and element.get(f"{TEXT}display") == "none":
                self._markup.hidden += ("".join(one.itertext()) for one in element.iter(f"{TEXT}p", f"{TEXT}h"))
            else:
                yield from self._blocks(element, depth + 1, boxed)

    def _paragraph_of(
        self,
        element: Any,
        depth: int,
        boxed: bool,
        *,
        kind: BlockKind = BlockKind.PARAGRAPH,
        marker: str = "",
        level: int = 0,
    ) -> Iterator[Part]:
        outer, self._behind = self._behind, []
        text = self._words(element)
        behind, self._behind = self._behind, outer
        if kind is not BlockKind.PARAGRAPH:
            text = text.replace("\t", " ")
        if text.strip():
            self._paragraph += 1
        rank = int(element.get(f"{TEXT}outline-level") or 1)
        yield Passage(text, f"paragraph {self._paragraph}", kind, marker, level, rank, boxed=boxed)
        for one in behind:
            if one.tag == f"{TEXT}note":
                yield from self._of_note(one)
            else:
                yield from self._blocks(one, depth + 1, True)

    def _of_note(self, element: Any) -> Iterator[Part]:
        self._note += 1
        text = " ".join(self._words(one) for one in element.iter(f"{TEXT}p")).strip()
        if text:
            yield Passage(text.replace("\t", " "), f"note {self._note}", BlockKind.FOOTNOTE, str(self._note))

    def _of_list(self, element: Any, depth: int, boxed: bool, level: int = 0, style: str = "") -> Iterator[Part]:
        """The items of a list with what is printed in front of them, those of inner lists one level deeper."""
        style = element.get(f"{TEXT}style-name") or style
        if element.get(f"{TEXT}continue-numbering") != "true" and not element.get(f"{TEXT}continue-list"):
            self._lists.begin(style, level)
        for item in element:
            first = item.tag == f"{TEXT}list-item"
            start = item.get(f"{TEXT}start-value")
            for child in item if depth + level < MAX_DEPTH else ():
                if child.tag == f"{TEXT}list":
                    yield from self._of_list(child, depth, boxed, level + 1, style)
                elif child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    marker = self._lists.next(style, level, int(start) if start else None) if first else ""
                    kind = BlockKind.HEADING if child.tag == f"{TEXT}h" else BlockKind.PARAGRAPH
                    yield from self._paragraph_of(child, depth, boxed, kind=kind, marker=marker, level=level)
                    first, start = False, None
                else:
                    yield from self._blocks([child], depth + 1, boxed)

    def _of_table(self, element: Any, depth: int) -> Iterator[Part]:
        """A table; one of a single cell is a frame around text."""
        rows = [row for row in element.iter(f"{TABLE}table-row") if next(row.iterancestors(f"{TABLE}table")) is element]
        cells = [cell for row in rows for cell in row if cell.tag == f"{TABLE}table-cell"]
        if len(cells) == 1:
            yield from self._blocks(cells[0], depth + 1, True)
            return
        self._table += 1
        outer, self._row, self._notes = (self._row, self._notes), "", []
        made: list[tuple[Cell, ...]] = []
        covered: set[tuple[int, int]] = set()
        for number, row in enumerate(rows):
            self._row = f"table {self._table}, row {number + 1}"
            made.append(self._cells(row, depth, number, covered))
        (self._row, self._notes), behind = outer, self._notes
        grid, short = squared([(f"table {self._table}, row {number}", row) for number, row in enumerate(made, 1)])
        self._markup.short += short
        yield from parted(grid)
        yield from behind

    def _cells(self, row: Any, depth: int, number: int, across: set[tuple[int, int]]) -> tuple[Cell, ...]:
        """The cells of a row; ``across`` are the places that cells further left cover, also in later rows."""
        made: list[Cell] = []
        for cell in row:
            times = min(int(cell.get(f"{TABLE}number-columns-repeated") or 1), MAX_REPEATED)
            column = len(made)
            if cell.tag == f"{TABLE}covered-table-cell":
                places = ((number, place) for place in range(column, column + times))
                made += (ACROSS if place in across else Cell(merged=True) for place in places)
            elif cell.tag == f"{TABLE}table-cell":
                right = range(column + 1, column + _span(cell, "columns"))
                across.update(product(range(number, number + _span(cell, "rows")), right))
                colour = self._looks.of(cell.get(f"{TABLE}style-name")).colour
                made += [cell_of(*self._texts(cell, depth), colour=colour)] * times
        while made and not made[-1].paragraphs and not made[-1].merged and len(made) > MAX_REPEATED:
            made.pop()
        return tuple(made)

    def _texts(self, cell: Any, depth: int) -> Iterator[str]:
        for part in self._blocks(cell, depth + 1, False):
            if isinstance(part, Grid):
                yield from (text for _, row in part.rows for inner in row for text in inner.paragraphs)
            elif part.kind is BlockKind.FOOTNOTE:
                self._notes.append(part)
            elif part.text.strip():
                yield in_cell(part)

    def _words(self, element: Any, around: OpenStyle = PLAIN) -> str:
        """The words of a paragraph; notes and text boxes in it are kept for behind it."""
        own = self._looks.of(element.get(f"{TEXT}style-name"))
        hidden = around.hidden or own.hidden or element.tag == f"{TEXT}hidden-text"
        look = replace(around, hidden=hidden, struck=around.struck or own.struck)
        pieces = [self._shown(element.text, look)]
        for child in element:
            if child.tag == f"{TEXT}note" or child.tag in BOXES:
                self._behind.append(child)
            elif child.tag == f"{TEXT}s":
                pieces.append(" " * min(int(child.get(f"{TEXT}c") or 1), MAX_REPEATED))
            elif child.tag == f"{TEXT}tab":
                pieces.append("\t")
            elif child.tag == f"{TEXT}line-break":
                pieces.append("\n")
            elif child.tag in CHANGE:
                if child.get(f"{TEXT}change-id") in self._insertions:
                    self._inserting = child.tag == CHANGE[0]
            elif child.tag not in SKIPPED and isinstance(child.tag, str):
                pieces.append(self._words(child, look))
            pieces.append(self._shown(child.tail, look))
        return "".join(pieces)

    def _shown(self, text: str | None, look: OpenStyle) -> str:
        """A text as it is read, "" where it is hidden; what is marked is noted. Line ends of the file are spaces."""
        text = FILE_SPACES.sub(" ", text or "")
        if not text.strip():
            return text
        if look.hidden:
            self._markup.hidden.append(text)
            return ""
        if look.struck:
            self._markup.strike([text], self._row or f"paragraph {self._paragraph + 1}")
        if self._inserting:
            self._markup.inserted.append(text)
        return text


def _span(cell: Any, what: str) -> int:
    return min(int(cell.get(f"{TABLE}number-{what}-spanned") or 1), MAX_REPEATED)
