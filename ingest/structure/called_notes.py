"""Figures of footnotes that stand apart behind a grade: "The Local Safeguarding Children Board is good 1".

Such a figure is taken out where a footnote of that figure stands on the same page; any other stays, for the caller to
doubt, because "good 1" may also be a grade with its number.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.wording.grades import GRADES

CALLED = re.compile(rf"(?P<grade>\b(?:{'|'.join(words for _, words in GRADES)})\.?)\s(?P<figure>\d{{1,2}})$", re.I)
FIGURE = re.compile(r"\W*(?P<figure>\d{1,2})\b")


def without_called_figures(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks, those that end with a grade and a figure without the figure of a footnote on their page."""
    notes = {
        (block.page, match["figure"])
        for block in blocks
        if block.kind is BlockKind.FOOTNOTE and (match := FIGURE.match(block.marker or block.orig))
    }
    return tuple(_without(block, notes) for block in blocks) if notes else tuple(blocks)


def _without(block: Block, notes: set[tuple[int | None, str]]) -> Block:
    plain = block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM)
    match = CALLED.search(block.text) if plain and block.text[-1:].isdigit() else None
    called = match is not None and (block.page, match["figure"]) in notes
    return replace(block, text=CALLED.sub(r"\g<grade>", block.text)) if called else block
