"""What the neighbours of a block in a text file tell: which paragraphs are headings, and which items are nested."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.wording.joining import BETWEEN, ends_like_a_sentence, goes_on_like_a_sentence

HEADING_LENGTH = 160
"""Characters; a longer paragraph is no heading."""

SHORTEST_TORN_LINE = 40
"""Characters of a paragraph that may break off, so that the next one continues it."""


def mark_headings(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with paragraphs that look like headings as headings; the level follows from the depth of a number."""
    prose = [block for block in blocks if block.kind not in (BlockKind.FOOTNOTE, BlockKind.FURNITURE)]
    befores, afters = (None, *prose), (*prose[1:], None)
    neighbours = {id(block): (befores[i], afters[i]) for i, block in enumerate(prose)}
    for block in blocks:
        if id(block) in neighbours and _looks_like_heading(block, *neighbours[id(block)]):
            yield replace(block, kind=BlockKind.HEADING, level=block.number.count(".") + 1 if block.number else 1)
        else:
            yield block


def _looks_like_heading(block: Block, before: Block | None, after: Block | None) -> bool:
    """Tell whether a paragraph is a heading.

    A heading is short and no sentence, though it may be a question. It does not continue a paragraph that breaks off,
    and no paragraph continues it.
    """
    text = block.text
    if block.kind is not BlockKind.PARAGRAPH or not text or len(text) > HEADING_LENGTH or block.boxed:
        return False
    if ends_like_a_sentence(text) and not text.endswith("?"):
        return False
    if goes_on_like_a_sentence(text) and not text[0].isdigit():
        return False
    if before is not None and before.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) and not block.number:
        breaks_off = not ends_like_a_sentence(before.text) and len(before.text) >= SHORTEST_TORN_LINE
        if breaks_off and goes_on_like_a_sentence(text):
            return False
    return not (after is not None and after.kind is BlockKind.PARAGRAPH and not after.number and _is_rest(after))


def _is_rest(block: Block) -> bool:
    """Tell whether a paragraph begins in lower case, as the rest of another one does."""
    return bool(re.match(r"[a-z]", block.text)) and not block.bold


def nest_again(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give items of an inner list their level back where a page break took their indent.

    They follow an item of an inner list that does not end like a sentence, after something that stands between.
    """
    last: Block | None = None
    nested = False
    for block in blocks:
        if block.kind in BETWEEN:
            yield block
            continue
        after_inner = last is not None and last.kind is BlockKind.ITEM and last.level > 1
        unended = last is not None and not ends_like_a_sentence(last.text) and (nested or _apart(last, block))
        nested = block.kind is BlockKind.ITEM and block.level == 1 and after_inner and unended
        last = replace(block, level=2) if nested else block
        yield last


def _apart(first: Block, second: Block) -> bool:
    """Tell whether other lines stand between two blocks."""
    return (second.place.line or 0) - (first.place.line or 0) > 1
