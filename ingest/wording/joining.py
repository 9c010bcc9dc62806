"""Joining what a page break tore apart.

A paragraph that runs over the end of a page comes from a reader as two blocks. They are one when the first does not end
like a sentence and the second goes on like one; furniture and footnotes that stand between them do not count. A list
item often has no end mark, so a paragraph in capitals after it is its continuation only when the item breaks off in a
word that cannot end one.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Place

ENDS = re.compile(r"""[.!?:;]["'”’)\]]*$""")
GOES_ON = re.compile(r"""^["'“‘(\[]*[a-z0-9£&]""")
OPEN_END = re.compile(
    r"""(?:[,–—-]|\b(?:a|an|and|as|at|by|for|from|in|into|is|its|of|on|or|that|the|their|to|which|who|with|within))$"""
)
HYPHEN = re.compile(r"[^\W\d_]-$|\d[-–]$")
CUT_SHORT = re.compile(r"(?:and|or|to)\s")
PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)
BETWEEN = (BlockKind.FOOTNOTE, BlockKind.FURNITURE)


def ends_like_a_sentence(text: str) -> bool:
    """Tell whether the text closes with the mark of a sentence or of an announcement (``:``, ``;``)."""
    return bool(ENDS.search(text.rstrip()))


def goes_on_like_a_sentence(text: str) -> bool:
    """Tell whether the text begins as the middle of a sentence does: in lower case, or with a figure."""
    return bool(GOES_ON.match(text.lstrip()))


def join_text(first: str, second: str) -> str:
    """Put two halves together; a hyphen at the end of the first was a real one, so no space follows it.

    A space does follow when the word is only cut short: "16- and 17-year-olds".
    """
    first, second = first.rstrip(), second.lstrip()
    if HYPHEN.search(first) and second[:1].isalnum() and not CUT_SHORT.match(second):
        return first + second
    return f"{first} {second}".strip()


def join_place(first: Place, second: Place) -> Place:
    """Keep where the first begins, and the boxes of both."""
    return Place(first.page, first.line, first.boxes + second.boxes)


def join_blocks(first: Block, second: Block) -> Block:
    """One block of two halves."""
    return replace(
        first,
        text=join_text(first.text, second.text),
        orig=f"{first.orig}\n{second.orig}",
        place=join_place(first.place, second.place),
    )


def _continues(first: Block, second: Block) -> bool:
    if first.kind not in PROSE or second.kind is not BlockKind.PARAGRAPH or second.number or second.marker:
        return False
    if second.boxed and not first.boxed:
        return False
    if first.kind is BlockKind.ITEM and not goes_on_like_a_sentence(second.text):
        return bool(OPEN_END.search(first.text))
    return not ends_like_a_sentence(first.text) and bool(second.text)


def join_broken(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Join paragraphs and list items with their continuation after a page break; the order of all else is kept."""
    joined: list[Block] = []
    last: int | None = None
    for block in blocks:
        if block.kind in BETWEEN:
            joined.append(block)
            continue
        if last is not None and _continues(joined[last], block):
            joined[last] = join_blocks(joined[last], block)
            continue
        joined.append(block)
        last = len(joined) - 1
    return tuple(joined)
