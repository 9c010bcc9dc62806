"""The reader of Word documents (.docx), by python-docx.

python-docx opens the package with its styles, numbering and parts; its paragraphs leave out inserted words, content
controls and text boxes, so the words are taken from the document's own elements. In this order: headers of the
sections; paragraphs and tables of the body as they follow each other, with text boxes behind the paragraph that holds
them and footnotes behind the one that cites them, or behind its table; footers. Words that are hidden, or deleted in
tracked changes, are left out; those that are inserted or struck through are read; each with a notice. Contents lists
are furniture, and so are the prompts of content controls that nobody filled in.
"""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.exceptions import OpcError
from docx.opc.part import PartFactory
from docx.package import Package
from docx.parts.document import DocumentPart
from lxml import etree

from ingest.blocks import BlockKind, ReadDocument
from ingest.notices import NoticeDraft, Refused
from ingest.readers.beside import parted
from ingest.readers.markup import Markup
from ingest.readers.packages import DAMAGED
from ingest.readers.passages import (
    ACROSS,
    Cell,
    Grid,
    Part,
    Passage,
    blocks_of,
    cell_of,
    colour_of,
    in_cell,
    squared,
)
from ingest.readers.pictures import in_word
from ingest.readers.word_extras import comment_count, extras
from ingest.readers.word_numbers import BULLET, W, WordNumbers
from ingest.readers.word_styles import WordStyles
from ingest.readers.word_tables import BLOCKS, cells_of, is_deleted, property_of, rows_of, sets_table
from ingest.readers.word_text import WordText, without_prompts, words_in
from ingest.signatures import UNPACKING_ERRORS
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode

READER = "word/1"
MAX_DEPTH = 20
OTHER_KINDS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""Kinds of the main part of templates and of documents with macros."""


def read(data: bytes) -> ReadDocument:
    """Read a Word document.

    Raises Refused when it is damaged (``damaged-file``) or has no words (``empty``). What its readers may see otherwise
    gives a warning: ``text-hidden``, ``text-struck``, ``changes-tracked``, ``comments-left``; and so do diagrams
    (``text-in-annotations``), embedded files (``attachments``) and pictures (``pictures-left``), which are not read.
    """
    try:
        document = _opened(data)
        reader = WordReader(document)
        blocks = blocks_of([*reader.parts()])
    except (*UNPACKING_ERRORS, OpcError, AttributeError, etree.LxmlError) as error:
        raise Refused(NoticeCode.DAMAGED_FILE, DAMAGED) from error
    if not any(block.kind is not BlockKind.FURNITURE for block in blocks):
        raise Refused(NoticeCode.EMPTY, "The document has no words. Save it again and read the new file.")
    return ReadDocument(hashlib.sha256(data).hexdigest(), MediaType.WORD, None, blocks, READER, reader.notices())


def _opened(data: bytes) -> Any:
    """The document of a package; python-docx itself opens neither templates nor documents with macros."""
    PartFactory.part_type_for |= dict.fromkeys(OTHER_KINDS, DocumentPart)
    return Package.open(BytesIO(data)).main_document_part.document


class WordReader:
    """Walks over one document, and keeps count of its paragraphs, tables and footnotes."""

    def __init__(self, document: Any) -> None:
        self._document = document
        relations = [one for one in document.part.rels.values() if not one.is_external]
        self._parts = {one.reltype: one.target_part for one in relations}
        self._extras = tuple(extras([one.target_part for one in relations]))
        self._styles = WordStyles(self._root(RELATION.STYLES))
        self._numbers = WordNumbers(self._root(RELATION.NUMBERING))
        self._notes = {
            kind: {one.get(f"{W}id"): one for one in root}
            for kind, root in (("footnote", self._root(RELATION.FOOTNOTES)), ("endnote", self._root(RELATION.ENDNOTES)))
            if root is not None
        }
        self._paragraph = self._table = self._note = 0
        self._row = ""
        self._behind: list[Passage] = []
        self._prompts: dict[str, None] = dict.fromkeys(without_prompts(document.element.body))
        self._markup = Markup(comments=comment_count([one.target_part for one in relations]))
        self._markup.pictures += in_word(document.element.body)

    def _root(self, relation: str) -> Any | None:
        part = self._parts.get(relation)
        if part is None:
            return None
        return part.element if hasattr(part, "element") else etree.fromstring(part.blob, _parser())

    def notices(self) -> tuple[NoticeDraft, ...]:
        """The notices about what is marked in the document and what lies in it besides its words."""
        return (*self._markup.notices(), *self._extras)

    def parts(self) -> Iterator[Part]:
        """The paragraphs and tables of the document, in reading order."""
        yield from self._running(RELATION.HEADER, "header")
        yield from self._blocks(self._document.element.body, 0)
        yield from self._running(RELATION.FOOTER, "footer")
        yield from (Passage(text, "prompt", BlockKind.FURNITURE) for text in self._prompts)

    def _running(self, relation: str, name: str) -> Iterator[Part]:
        """The paragraphs of the headers or footers, each text once."""
        seen: set[str] = set()
        for one in self._document.part.rels.values():
            if one.reltype != relation or one.is_external:
                continue
            self._row = name
            self._prompts |= dict.fromkeys(without_prompts(one.target_part.element))
            for paragraph in one.target_part.element.iter(f"{W}p"):
                words = WordText(paragraph, self._styles)
                self._mark(words)
                text = words.text.strip()
                if text and text not in seen:
                    seen.add(text)
                    yield Passage(text.replace("\t", " "), name, BlockKind.FURNITURE)
        self._row = ""

    def _blocks(self, parent: Any, depth: int, boxed: bool = False) -> Iterator[Part]:
        if depth > MAX_DEPTH:
            return
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._of_paragraph(element, depth, boxed)
            elif element.tag == f"{W}tbl":
                yield from self._of_table(element, depth)
            elif isinstance(element.tag, str) and BLOCKS.match(element.tag):
                yield from self._blocks(element, depth + 1, boxed)
            elif (chosen := _alternative(element)) is not None:
                yield from self._blocks(chosen, depth + 1, boxed)

    def _of_paragraph(self, element: Any, depth: int, boxed: bool) -> Iterator[Part]:
        words = WordText(element, self._styles)
        self._mark(words)
        if not words.text.strip() and not words.boxes:
            yield Passage("", "")
            return
        if words.text.strip():
            self._paragraph += 1
            yield self._passage(element, words, boxed)
        for box in words.boxes:
            yield from self._blocks(box, depth + 1, boxed=True)
        for kind, name in words.notes:
            yield from self._of_note(kind, name)

    def _mark(self, words: WordText) -> None:
        """Note the words of a paragraph that are marked."""
        self._markup.hidden += words.hidden
        self._markup.inserted += words.inserted
        self._markup.deleted += words.deleted
        self._markup.strike(words.struck, self._row or f"paragraph {self._paragraph + 1}")

    def _passage(self, element: Any, words: WordText, boxed: bool) -> Passage:
        style = self._styles.of(element)
        marker, depth = self._marker(element)
        kind, rank = BlockKind.PARAGRAPH, 1
        if style.is_contents:
            kind = BlockKind.FURNITURE
        elif style.heading and marker != BULLET:
            kind, rank = BlockKind.HEADING, style.heading
        where = f"paragraph {self._paragraph}"
        text = words.text.replace("\t", " ") if kind is not BlockKind.PARAGRAPH else words.text
        return Passage(text, where, kind, marker, depth, rank, words.bold or style.bold, boxed)

    def _marker(self, element: Any) -> tuple[str, int]:
        """What Word prints in front of a paragraph, and the depth of its list."""
        numbered = self._styles.list_of(element, self._numbers)
        return (self._numbers.next(*numbered), numbered[1]) if numbered else ("", 0)

    def _of_note(self, kind: str, name: str) -> Iterator[Part]:
        note = self._notes.get(kind, {}).get(name)
        if note is None:
            return
        self._note += 1
        texts = [WordText(one, self._styles) for one in note.iter(f"{W}p")]
        for one in texts:
            self._mark(one)
        text = " ".join(one.text for one in texts).strip()
        if text:
            yield Passage(text.replace("\t", " "), f"{kind} {self._note}", BlockKind.FOOTNOTE, str(self._note))

    def _of_table(self, element: Any, depth: int) -> Iterator[Part]:
        """A table; one of a single cell is a frame around text, and one around other tables only sets them."""
        every = [*rows_of(element)]
        rows = [row for row in every if not is_deleted(row)]
        self._markup.deleted += (words_in(row) for row in every if is_deleted(row))
        cells = [cell for row in rows for cell in cells_of(row)]
        if len(cells) == 1:
            yield from self._blocks(cells[0], depth + 1, boxed=True)
            return
        if any(sets_table(inner) for cell in cells for inner in cell.iter(f"{W}tbl")):
            for cell in cells:
                yield from self._blocks(cell, depth + 1)
            return
        self._table += 1
        place = f"table {self._table}"
        outer, grid = (self._row, self._behind), []
        self._behind = []
        for number, row in enumerate(rows, 1):
            self._row = f"{place}, row {number}"
            grid.append((self._row, self._cells(row, depth)))
        (self._row, self._behind), behind = outer, self._behind
        table, short = squared(grid)
        self._markup.short += short
        yield from parted(table)
        yield from behind

    def _cells(self, row: Any, depth: int) -> tuple[Cell, ...]:
        made: list[Cell] = [Cell()] * int(property_of(row, "trPr", "gridBefore") or 0)
        for cell in cells_of(row):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val") != "restart"
            texts = [*self._texts(cell, depth)]
            shade = cell.find(f"{W}tcPr/{W}shd")
            colour = colour_of(shade.get(f"{W}fill") or "") if shade is not None else ""
            made.append(cell_of(*texts, merged=goes_on and not texts, colour=colour))
            span = int(property_of(cell, "tcPr", "gridSpan") or 1)
            made += [ACROSS] * (min(span, MAX_COLUMNS) - 1)
        return (*made, *[Cell()] * int(property_of(row, "trPr", "gridAfter") or 0))

    def _texts(self, parent: Any, depth: int) -> Iterator[str]:
        """The paragraphs of a cell, with the numbers in front of them; tables in it give those of their cells."""
        for part in self._blocks(parent, depth + 1):
            if isinstance(part, Grid):
                for _, row in part.rows:
                    yield from (text for cell in row for text in cell.paragraphs)
            elif part.kind is BlockKind.FOOTNOTE:
                self._behind.append(part)
            elif part.text.strip():
                yield in_cell(part)


MAX_COLUMNS = 200
"""Columns that a cell may span."""


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _alternative(element: Any) -> Any | None:
    """The first of the alternatives that an element offers to older and newer programs."""
    if not isinstance(element.tag, str) or not element.tag.endswith("}AlternateContent"):
        return None
    return next(iter(element), None)
