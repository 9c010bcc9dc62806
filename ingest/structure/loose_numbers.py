"""Numbers that continue a sentence and begin no paragraph: "from 9 to / 13. Practice" over a line or a page.

A number at the beginning of a line is taken for that of a paragraph. It goes on with the text in front of it where that
text breaks off at a word that wants a number, and the sequence does not go on with it: another number is next, or the
same one comes again further on.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.wording.joining import BETWEEN, join_blocks

WANTS_A_NUMBER = re.compile(
    r"(?:[,(£–—-]|\b(?:to|from|between|and|or|of|than|least|most|about|approximately|around|only|aged?|over|under|by|in|for"
    r"|at|the|with|paragraphs?|paras?|pages?|recommendations?|sections?|grades?|years?|weeks?|days?|nearly|almost|were"
    r"|was|are|is|had|has|have|on|within|after|since|until|up to|all|another|further|a)\b)$",
    re.I,
)
TAIL = 24
"""Characters at the end of a text in which the word stands that wants a number."""

FEWEST_WORDS = 4
"""Words of a sentence that may break off at a number; "Recommendations" over a list is none."""
PROSE = (BlockKind.PARAGRAPH, BlockKind.ITEM)


def _parts(number: str) -> tuple[str, int]:
    head, _, last = number.rpartition(".")
    return head, int(last)


def _counts_on(number: str, before: dict[str, int], behind: Sequence[str]) -> bool:
    """Tell whether a number is the next of its sequence, and does not come again."""
    head, value = _parts(number)
    return value == before.get(head, 0) + 1 and number not in behind


def join_loose_numbers(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, each number that continues a sentence joined to it with what follows the number."""
    blocks = tuple(blocks)
    numbers = [block.number for block in blocks if block.number]
    if not numbers:
        return blocks
    joined: list[Block] = []
    counted: dict[str, int] = {}
    seen = 0
    last: int | None = None
    for block in blocks:
        seen += block.number is not None
        above = joined[last] if last is not None else None
        if block.number and above is not None and _continues(above, block, counted, numbers[seen:]):
            whole = replace(block, number=None, marker="", text=f"{block.number}. {block.text}")
            kind = BlockKind.PARAGRAPH if above.kind is BlockKind.HEADING else above.kind
            joined[last] = replace(join_blocks(above, whole), kind=kind)  # type: ignore[index]
            continue
        if block.number:
            head, value = _parts(block.number)
            counted[head] = value
        joined.append(block)
        if block.kind not in BETWEEN:
            last = len(joined) - 1
    return tuple(joined)


def _continues(above: Block, block: Block, counted: dict[str, int], behind: Sequence[str]) -> bool:
    """Tell whether a numbered block goes on with the sentence above it."""
    prose = above.kind in PROSE or (above.kind is BlockKind.HEADING and above.number is not None)
    if not prose or _counts_on(block.number or "", counted, behind):
        return False
    return len(above.text.split()) >= FEWEST_WORDS and bool(WANTS_A_NUMBER.search(above.text.rstrip()[-TAIL:]))
