"""Letters that a wrong encoding garbled before the file was written: "â€™" where "’" was meant.

Text that was UTF-8 and was read as Windows-1252 on its way keeps its words, but not its quotation marks, dashes and
bullets, by which much is told. ``ftfy`` knows which sequences of letters can only have come about so; others stay.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.blocks import Block, Place, ReadDocument, TableRow
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

GARBLED = re.compile("â[\u0080-\u009f€]|[ÂÃ][\u0080-\u00bf\u0152-\u2122]")
"""Without one of these pairs nothing is garbled."""


def mended(text: str) -> str:
    """The text with the letters that were meant."""
    if not GARBLED.search(text):
        return text
    from ftfy import fix_encoding  # few documents need it

    return fix_encoding(text)


def mend(document: ReadDocument) -> ReadDocument:
    """The document with the letters that were meant, and a notice (``letters-mended``) where others were read."""
    if not any(map(GARBLED.search, _texts(document))):
        return document
    blocks = tuple(_mended(block) for block in document.blocks)
    changed = [block for block, before in zip(blocks, document.blocks, strict=True) if block != before]
    if not changed:
        return document
    recut = document.recut
    return replace(
        document,
        blocks=blocks,
        notices=(*document.notices, notice(len(changed), changed[0].place)),
        recut=(lambda pages: mend(recut(pages))) if recut else None,
    )


def notice(texts: int, place: Place | None = None) -> NoticeDraft:
    """The notice about a number of texts that were mended, with the place of the first if it is known."""
    where = "one text" if texts == 1 else f"{texts:,} texts"
    message = f"A wrong encoding had garbled letters of {where} (“â€™” for “’”); those that were meant were read."
    at = (place.page, place.line) if place else (None, None)
    return NoticeDraft(NoticeLevel.INFO, NoticeCode.LETTERS_MENDED, f"{message} Compare names and signs.", *at)


def changed_lines(text: str, meant: str) -> int:
    """How many lines of a text differ from those that were meant."""
    return sum(first != second for first, second in zip(text.split("\n"), meant.split("\n"), strict=False))


def _texts(document: ReadDocument) -> Iterator[str]:
    for block in document.blocks:
        yield block.text
        yield from (paragraph for row in block.rows for cell in row.cells for paragraph in cell.paragraphs)


def _mended(block: Block) -> Block:
    return replace(
        block, text=mended(block.text), orig=mended(block.orig), rows=tuple(_mended_row(row) for row in block.rows)
    )


def _mended_row(row: TableRow) -> TableRow:
    cells = (replace(cell, paragraphs=tuple(map(mended, cell.paragraphs))) for cell in row.cells)
    return replace(row, cells=tuple(cells))
