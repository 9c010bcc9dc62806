"""The ruled tables of an area SEND report: their rows are the items of the two lists of areas.

A row that goes on after a page break belongs to the row above; on one page the cell of the responsible body may stand
beside two rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.blocks import Block, BlockKind, TableRow
from ingest.structure.entries import join_entry
from ingest.structure.outline import bare_heading
from ingest.wording.joining import OPEN_END, ends_like_a_sentence, goes_on_like_a_sentence

ROOM = 45
HEADER = re.compile(r"^(?:responsible (?:body|bodies)|areas? for (?:priority actions?|improvement))$", re.I)
NUMBERED = re.compile(r"^(?P<number>\d{1,2})\.\s+(?P<text>\S.*)$", re.S)


def _item(row: TableRow, table: Block) -> tuple[Block, str | None] | None:
    """A row as one block with its responsible body; None for the header, which long tables repeat."""
    cells = [cell for cell in row.cells if cell.text]
    if not cells or all(HEADER.match(bare_heading(cell.text)) for cell in cells):
        return None
    body = row.cells[0].text if len(row.cells) > 1 else ""
    text = " ".join(cell.text for cell in (row.cells[1:] if len(row.cells) > 1 else row.cells))
    number = NUMBERED.match(text)
    block = replace(
        table, kind=BlockKind.PARAGRAPH, text=number["text"] if number else text, orig=text, place=row.place,
        number=number["number"] if number else None, rows=(),
    )  # fmt: skip
    return block, body or None


def _beside(above: Block, block: Block) -> bool:
    """Tell whether a row stands on the page on which the whole sentence above it ends, and begins another one."""
    ends = above.place.boxes[-1].page if above.place.boxes else None
    whole = ends_like_a_sentence(above.text) and block.text[:1].isupper()
    return whole and ends is not None and ends == block.page


def joined(tables: Sequence[Block]) -> Block:
    """The tables under one heading as one, so that a row may go on from one to the next."""
    return replace(tables[0], rows=tuple(row for table in tables for row in table.rows))


def table_items(table: Block) -> Iterator[tuple[Block, str | None]]:
    """The rows as items; one in the middle of a sentence, or without a responsible body, goes on from the row above.

    So does the rest of a responsible body, with or without text beside it. On the page of the row above a whole
    sentence without a body is an item of its own: the cell of the body stands beside both.
    """
    held: tuple[Block, str | None] | None = None
    for row in table.rows:
        item = _item(row, table)
        if item is None:
            continue
        block, body = item
        if held and body is None and _beside(held[0], block):
            body = held[1]
        if held and _goes_on(held, item, len(row.cells)):
            held = (join_entry(held[0], block) if block.text else held[0], _body(held[1], body))
            continue
        if held:
            yield held
        held = (block, body)
    if held:
        yield held


def _goes_on(held: tuple[Block, str | None], item: tuple[Block, str | None], cells: int) -> bool:
    """Tell whether a row is the rest of the one above."""
    (above, above_body), (block, body) = held, item
    if not block.text or not above.text:
        return True
    if cells > 1 and body is None:
        return not _beside(above, block)
    if block.number or ends_like_a_sentence(above.text):
        rest = body is not None and above_body is not None and _is_rest(body, above_body)
        return rest and not block.number
    return goes_on_like_a_sentence(block.text) or bool(OPEN_END.search(above.text))


def _is_rest(body: str, above: str) -> bool:
    """Tell whether a responsible body can only be the rest of the one above: one of them stops in a phrase."""
    return body[:1].islower() or bool(OPEN_END.search(above))


def _body(above: str | None, rest: str | None) -> str | None:
    """The responsible body of a row that was split: both halves, or the one that is printed, or printed twice."""
    if above and rest and rest != above:
        return f"{above} {rest}"
    return above or rest


def perhaps_torn(table: Block) -> Iterator[TableRow]:
    """Rows that begin a page where the row above fills its last line: they may be the rest of it."""
    rows = [row for row in table.rows if row.cells[-1].place.boxes]
    right = max((box.x1 for row in rows for box in row.cells[-1].place.boxes), default=0)
    for above, row in pairwise(rows):
        last, first = above.cells[-1].place.boxes[-1], row.cells[-1].place.boxes[0]
        several = len(above.cells[-1].place.boxes) > 1
        if several and last.page < first.page and last.x1 > right - ROOM and ends_like_a_sentence(above.cells[-1].text):
            yield row
