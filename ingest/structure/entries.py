"""From the blocks under one heading to its entries: what a reader of the page would count as one paragraph or one item.

In this order: where paragraphs are numbered, all that follows a number belongs to it; bullets of the second level and
paragraphs set at the indent of a bullet belong to the bullet above; bullets after prose that ends in a colon belong to
that prose, unless nothing else stands before them: then the prose announces the list, and the bullets are the entries.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, BlockKind
from ingest.notices import NoticeDraft
from ingest.wording.joining import join_place, join_text
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

SAME_INDENT = 4.0
LONE_NUMBER = 3
"""Paragraphs of which one may have the only number and is still one that counts."""
SLIGHT = 12.0
"""Points by which items of one list may be set apart; a second level stands further in."""
SKIPPED = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
LETTERED = re.compile(r"^\(?(?:[a-z]{1,4}[.)]|\d{1,2}\))$")
BULLET_IN_TEXT = re.compile(r"^[\u2022\u25aa\u25fc\uf06e\uf0a7\uf0b7*\x00-\x1f]\s*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph or item as a whole. ``listed`` marks items of a list, ``announces`` the sentence over a list."""

    block: Block
    listed: bool = False
    announces: bool = False


def join_entry(first: Block, second: Block) -> Block:
    """One block of two that belong together though a line, a bullet or a page parts them."""
    return replace(
        first,
        text=join_text(first.text, second.text),
        orig=f"{first.orig}\n{second.orig}",
        place=join_place(first.place, second.place),
    )


def same_indent(first: Block, second: Block) -> bool:
    """Tell whether the texts of two blocks begin at one indent; never where the file tells none."""
    return first.indent is not None and second.indent is not None and abs(first.indent - second.indent) <= SAME_INDENT


def _counts(blocks: Sequence[Block]) -> bool:
    """Tell whether paragraphs are numbered, and not only one of many, whose number may be part of a sentence."""
    prose = [block for block in blocks if block.number or block.kind is BlockKind.PARAGRAPH]
    numbers = sum(block.number is not None for block in prose)
    return numbers > 0 and (numbers > 1 or len(prose) <= LONE_NUMBER)


def _numbered(blocks: Sequence[Block]) -> list[Entry]:
    entries: list[Entry] = []
    for block in blocks:
        if block.number or not entries or not entries[-1].block.number:
            entries.append(Entry(block, listed=bool(block.number)))
        else:
            entries[-1] = replace(entries[-1], block=join_entry(entries[-1].block, block))
    return entries


def is_nested(block: Block, above: Block) -> bool:
    """Tell whether an item belongs to the one above it.

    It is of a lower level and not only set a little further in with the same bullet; or the one above announces a list
    and its bullet is another one.
    """
    if block.level > 1:
        further = block.indent - above.indent if block.indent is not None and above.indent is not None else None
        return block.marker != above.marker or further is None or not -SLIGHT <= further <= SLIGHT
    return announces(above) and bool(block.marker) and bool(above.marker) and block.marker != above.marker


def announces(block: Block) -> bool:
    """Tell whether a text announces a list."""
    return block.text.rstrip().endswith(":")


def _belongs(block: Block, last: Entry, first: Block, indent: float | None, list_first: bool) -> bool:
    """Tell whether the block goes on under the last entry.

    ``first`` is the block with which that entry begins; ``indent`` is where the text of its last block begins.
    """
    if block.kind is BlockKind.ITEM:
        if last.listed:
            return is_nested(block, first)
        return last.block.text.rstrip().endswith(":") and not list_first
    if not last.listed or block.indent is None or indent is None:
        return False
    return abs(block.indent - indent) <= SAME_INDENT


def group(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """The entries of the blocks under one heading, in printed order; furniture and footnotes are left out."""
    blocks = [block for block in blocks if block.kind not in SKIPPED]
    if _counts(blocks):
        return tuple(_numbered(blocks))
    entries: list[Entry] = []
    first, taken = None, False
    for i, block in enumerate(blocks):
        announced = i == 1 and announces(blocks[0])
        if first and (taken or _belongs(block, entries[-1], first, blocks[i - 1].indent, announced)):
            entries[-1] = replace(entries[-1], block=join_entry(entries[-1].block, block))
            following = blocks[i + 1] if i + 1 < len(blocks) else None
            taken = not entries[-1].listed and following is not None and following.kind is BlockKind.ITEM
        elif block.kind is BlockKind.ITEM:
            if announced:
                entries[0] = replace(entries[0], announces=True)
            entries.append(Entry(block, listed=True))
            first = block
        else:
            entries.append(Entry(block))
            first = block
    return tuple(entries)


def text_of(block: Block) -> str:
    """The words of a block as a record holds them.

    A table on one line, a paragraph without a bullet left in its text.
    """
    if block.kind is BlockKind.TABLE:
        return " ".join(text for row in block.rows for text in row.texts if text)
    return BULLET_IN_TEXT.sub("", block.text)


def marked_text(block: Block) -> str:
    """The words of an item that becomes part of a paragraph: with its letter or number, without its bullet."""
    if block.kind is not BlockKind.TABLE and (block.number or LETTERED.match(block.marker)):
        return f"{block.number}. {block.text}" if block.number else f"{block.marker} {block.text}"
    return text_of(block)


def notice_of_unmarked(block: Block, anchor: str | None = None) -> NoticeDraft:
    """The notice that a paragraph in a list of recommendations has no bullet and was read with the item above."""
    message = (
        "A paragraph without a bullet stands in a list of recommendations; it was read as a part of the one above. "
        "Compare."
    )
    return NoticeDraft(
        NoticeLevel.WARNING, NoticeCode.UNNUMBERED_PARAGRAPH, message, block.page, block.place.line, anchor
    )
