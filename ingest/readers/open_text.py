"""The reader of OpenDocument texts (.odt), by odfdo.

In this order: headers; paragraphs, headings, lists and tables of the body as they follow each other, with text boxes
behind the paragraph that holds them and notes behind the one that cites them; footers. Tracked deletions and comments
are no part of the document; hidden words are left out with a notice. A table of contents is furniture.
"""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import odfdo
from lxml import etree

from ingest.blocks import BlockKind, ReadDocument
from ingest.notices import NoticeDraft, Refused
from ingest.readers.beside import parted
from ingest.readers.hidden import hidden_words
from ingest.readers.open_lists import OpenLists
from ingest.readers.open_names import DRAW, OFFICE, STYLE, TABLE, TEXT
from ingest.readers.packages import DAMAGED
from ingest.readers.passages import ACROSS, Cell, Grid, Part, Passage, blocks_of, cell_of
from ingest.signatures import UNPACKING_ERRORS
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

READER = "open-text/1"
SKIPPED = frozenset(
    {f"{TEXT}tracked-changes", f"{OFFICE}annotation", f"{OFFICE}forms", f"{TEXT}sequence-decls", f"{TEXT}note-citation"}
)
CONTENTS = frozenset({f"{TEXT}table-of-content", f"{TEXT}alphabetical-index", f"{TEXT}illustration-index"})
MAX_REPEATED = 60
"""Columns or rows for which a repeated cell or row stands at most."""

MAX_DEPTH = 30
LOCKED = b"encryption-data"
BULLET = "•"


def read(data: bytes) -> ReadDocument:
    """Read an OpenDocument text.

    Raises Refused when it is locked with a password (``encrypted``), damaged (``damaged-file``) or has no words
    (``empty``). Hidden words are left out with a warning (``text-hidden``).
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
        self._hidden_styles = {
            style.get(f"{STYLE}name")
            for root in (content, styles)
            for style in root.iter(f"{STYLE}style")
            if any(look.get(f"{TEXT}display") == "none" for look in style.iter(f"{STYLE}text-properties"))
        }
        self._paragraph = self._table = self._note = 0
        self._behind: list[Any] = []
        self.hidden: list[str] = []

    def notices(self) -> tuple[NoticeDraft, ...]:
        """The notice that names hidden words, if there are any."""
        return hidden_words(self.hidden)

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
        made = [self._cells(row, depth) for row in rows]
        width = max(map(len, made), default=0)
        grid = Grid(
            tuple(
                (f"table {self._table}, row {number}", (*row, *[Cell()] * (width - len(row))))
                for number, row in enumerate(made, 1)
            )
        )
        yield from parted(grid)

    def _cells(self, row: Any, depth: int) -> tuple[Cell, ...]:
        made: list[Cell] = []
        reach = 0  # the column up to which the last cell of the row goes
        for cell in row:
            times = min(int(cell.get(f"{TABLE}number-columns-repeated") or 1), MAX_REPEATED)
            if cell.tag == f"{TABLE}covered-table-cell":
                made += [ACROSS if len(made) < reach else Cell(merged=True)] * times
            elif cell.tag == f"{TABLE}table-cell":
                reach = len(made) + int(cell.get(f"{TABLE}number-columns-spanned") or 1)
                made += [cell_of(*self._texts(cell, depth))] * times
        while made and not made[-1].paragraphs and not made[-1].merged and len(made) > MAX_REPEATED:
            made.pop()
        return tuple(made)

    def _texts(self, cell: Any, depth: int) -> Iterator[str]:
        for part in self._blocks(cell, depth + 1, False):
            if isinstance(part, Grid):
                yield from (text for _, row in part.rows for inner in row for text in inner.paragraphs)
            elif part.text.strip():
                marker = "" if part.marker == BULLET else part.marker
                yield f"{marker} {part.text}".strip().replace("\t", " ")

    def _words(self, element: Any) -> str:
        """The words of a paragraph; notes and text boxes in it are kept for behind it."""
        pieces = [element.text or ""]
        for child in element:
            if child.tag in (f"{TEXT}note", f"{DRAW}text-box"):
                self._behind.append(child)
            elif child.tag == f"{TEXT}s":
                pieces.append(" " * min(int(child.get(f"{TEXT}c") or 1), MAX_REPEATED))
            elif child.tag == f"{TEXT}tab":
                pieces.append("\t")
            elif child.tag == f"{TEXT}line-break":
                pieces.append("\n")
            elif child.tag not in SKIPPED and isinstance(child.tag, str):
                words = self._words(child)
                if child.tag == f"{TEXT}hidden-text" or child.get(f"{TEXT}style-name") in self._hidden_styles:
                    self.hidden.append(words)
                else:
                    pieces.append(words)
            pieces.append(child.tail or "")
        return "".join(pieces)
