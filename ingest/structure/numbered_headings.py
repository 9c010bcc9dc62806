"""Headings that print a number, in reports whose paragraphs do so too: "2. Children in need", above "2.1 …".

A numbered line is a heading if a rule knows its words, or if it is no sentence and the number right behind it goes on
from its own.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.blocks import Block, BlockKind
from ingest.structure.entries import SKIPPED
from ingest.structure.outline import Outline, Rule
from ingest.wording.joining import ends_like_a_sentence

LONGEST = 90
"""Characters of a line that is a heading by its number alone."""


def number_headings(blocks: Sequence[Block], rules: Sequence[Rule]) -> tuple[Block, ...]:
    """The blocks, with numbered headings as headings without their numbers."""
    outline = Outline(rules)
    shown = [at for at, block in enumerate(blocks) if block.kind not in SKIPPED]
    following = {at: blocks[behind] for at, behind in pairwise(shown)}
    return tuple(
        _heading(block) if _is_heading(block, following.get(at), outline) else block for at, block in enumerate(blocks)
    )


def _heading(block: Block) -> Block:
    return replace(block, kind=BlockKind.HEADING, number=None, marker="")


def _is_heading(block: Block, behind: Block | None, outline: Outline) -> bool:
    if not block.number or block.rows or ends_like_a_sentence(block.text) or block.text.rstrip().endswith(":"):
        return False
    if outline.knows(_heading(block)):
        return True
    deeper = behind is not None and (behind.number or "").startswith(f"{block.number}.")
    return deeper and len(block.text) <= LONGEST
