"""Joining text that a page break has split.

A paragraph that runs over the end of a page comes from a reader as two blocks. They are joined when the first does not
end like a sentence and the second has no number or bullet; furniture and footnotes between them are passed over. A
list item often has no end mark, so a paragraph that begins like a new sentence continues it only when the item breaks
off at a word that cannot end one.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ingest.blocks import Block, BlockKind, Place

END_MARKS = ".!?:;"
CLOSING = "\"'”’)]"
"""Signs that may follow an end mark."""

GOES_ON = re.compile(r"""^["'“‘(\[]*[a-z0-9£&]""")
OPEN_END = re.compile(
    r"""(?:[,–—-]|\b(?:a|an|and|as|at|by|for|from|in|into|is|its|of|on|or|that|the|their|to|which|who|with|within))$"""
)
HYPHEN = re.compile(r"[^\W\d_]-$|\d[-–/]$")
LOOKED_AT = 2
"""Signs at the end of a text on which it depends how the next is joined."""
SOFT_HYPHEN = "\u00ad"
"""Stands at the end of a line where a word is divided that has no hyphen of its own."""
CUT_SHORT = re.compile(r"(?:and|or|to)\s")
PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)
BETWEEN = (BlockKind.FOOTNOTE, BlockKind.FURNITURE)


def ends_like_a_sentence(text: str) -> bool:
    """Tell whether the text ends with a full stop, ``!`` or ``?``, or with ``:`` or ``;``, which announce more."""
    # A pattern would look at every end mark of the text; readers ask this for each line that they add to a paragraph.
    return text.rstrip().rstrip(CLOSING).endswith(tuple(END_MARKS))


def goes_on_like_a_sentence(text: str) -> bool:
    """Tell whether the text begins like the middle of a sentence: in lower case, or with a figure, ``£`` or ``&``."""
    return bool(GOES_ON.match(text.lstrip()))


def join_text(first: str, second: str) -> str:
    """Join two halves with a space, or without one after a hyphen, which is taken for a part of the word.

    A space follows the hyphen all the same when the word is only cut short: "16- and 17-year-olds". A soft hyphen
    between the halves is left out. A year that goes over two ("2024/25") is one word.
    """
    first, second = first.rstrip(), second.lstrip()
    if first.endswith(SOFT_HYPHEN):
        return first.rstrip(SOFT_HYPHEN) + second
    if HYPHEN.search(first, max(0, len(first) - LOOKED_AT)) and second[:1].isalnum() and not CUT_SHORT.match(second):
        return first + second
    return f"{first} {second}".strip()


def join_texts(texts: Iterable[str]) -> str:
    """Join many pieces as ``join_text`` joins two, in time that grows with their length and not with its square."""
    joined: list[str] = []
    tail = ""
    for text in texts:
        piece = text.strip()
        if not piece:
            continue
        both = join_text(tail, piece)
        end = max(0, len(both) - max(len(piece), LOOKED_AT))
        end += len(both[end:]) - len(both[end:].lstrip())
        joined.append(both[:end])
        tail = both[end:]
    return "".join((*joined, tail))


def join_place(first: Place, second: Place) -> Place:
    """Return the page, line and words of the first place, with the boxes of both."""
    return replace(first, boxes=first.boxes + second.boxes) if second.boxes else first


def join_blocks(first: Block, second: Block) -> Block:
    """Join two halves into one block, which keeps the kind of the first."""
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
    """Join paragraphs and list items with their continuation after a page break; other blocks keep their order."""
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
