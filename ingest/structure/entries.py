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
SKIPPED = (BlockKind.FURNITURE, BlockKind.FOOTNOTE)
LETTERED = re.compile(r"^\(?[a-z]{1,4}[.)]$")
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


def _numbered(blocks: Sequence[Block]) -> list[Entry]:
    entries: list[Entry] = []
    for block in blocks:
        if block.number or not entries or not entries[-1].block.number:
            entries.append(Entry(block, listed=bool(block.number)))
        else:
            entries[-1] = replace(entries[-1], block=join_entry(entries[-1].block, block))
    return entries


def _belongs(block: Block, last: Entry, indent: float | None, list_first: bool) -> bool:
    """Tell whether the block goes on under the last entry.

    ``indent`` is where the text of that entry's last block begins.
    """
    if block.kind is BlockKind.ITEM:
        if last.listed:
            return block.level > 1
        return last.block.text.rstrip().endswith(":") and not list_first
    if not last.listed or block.indent is None or indent is None:
        return False
    return abs(block.indent - indent) <= SAME_INDENT


def group(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """The entries of the blocks under one heading, in printed order; furniture and footnotes are left out."""
    blocks = [block for block in blocks if block.kind not in SKIPPED]
    if any(block.number for block in blocks):
        return tuple(_numbered(blocks))
    entries: list[Entry] = []
    taken = False
    for i, block in enumerate(blocks):
        announced = i == 1 and blocks[0].text.rstrip().endswith(":")
        if entries and (taken or _belongs(block, entries[-1], blocks[i - 1].indent, announced)):
            entries[-1] = replace(entries[-1], block=join_entry(entries[-1].block, block))
            following = blocks[i + 1] if i + 1 < len(blocks) else None
            taken = not entries[-1].listed and following is not None and following.kind is BlockKind.ITEM
        elif block.kind is BlockKind.ITEM:
            if announced:
                entries[0] = replace(entries[0], announces=True)
            entries.append(Entry(block, listed=True))
        else:
            entries.append(Entry(block))
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


def unmarked(block: Block, anchor: str | None = None) -> NoticeDraft:
    """The notice that a paragraph in a list of recommendations has no bullet and was read with the item above."""
    message = (
        "A paragraph without a bullet stands in a list of recommendations; it was read as a part of the one above. "
        "Compare."
    )
    return NoticeDraft(
        NoticeLevel.WARNING, NoticeCode.UNNUMBERED_PARAGRAPH, message, block.page, block.place.line, anchor
    )
