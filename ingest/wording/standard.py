"""Standard sentences that a line end has cut: what stands in every report, put together again.

A line ending in the middle of a standard sentence can part it into blocks of which none is known by its words: "This
letter will be published on the" and "Ofsted website." are neither a finding nor a heading. Blocks of one type that
follow each other are one when together they are a sentence of ``wording.furniture`` or ``wording.closings``, and the
first alone does not end like a sentence.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.wording.closings import LETTERHEAD, VALEDICTION, closes
from ingest.wording.furniture import known_kind
from ingest.wording.joining import ends_like_a_sentence, join_blocks
from inspections.vocabulary import FurnitureKind

PIECES = 3
"""The most blocks of one sentence."""

LONGEST = 60
"""The most words of sentences with which a letter closes."""

PLAIN = (BlockKind.PARAGRAPH, BlockKind.HEADING)
OF_SENTENCES = (FurnitureKind.STANDARD, FurnitureKind.IMPRINT)


def join_standard(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the pieces of standard sentences joined into one paragraph."""
    joined: list[Block] = []
    at = 0
    while at < len(blocks):
        block, pieces = _sentence_at(blocks[at : at + PIECES])
        joined.append(block)
        at += pieces
    return tuple(joined)


def _sentence_at(blocks: Sequence[Block]) -> tuple[Block, int]:
    """The sentence that begins with the first block, and of how many blocks it is made; else the block itself."""
    whole = blocks[0]
    if not _is_piece(whole) or ends_like_a_sentence(whole.text):
        return blocks[0], 1
    for pieces, block in enumerate(blocks[1:], 2):
        if not _is_piece(block) or (block.size, block.bold) != (whole.size, whole.bold):
            break
        whole = join_blocks(whole, block)
        if ends_like_a_sentence(block.text):
            return (_as_paragraph(whole), pieces) if _is_standard(whole.text) else (blocks[0], 1)
    return blocks[0], 1


def _is_piece(block: Block) -> bool:
    return block.kind in PLAIN and not block.number and not block.marker and not block.rows


def _as_paragraph(block: Block) -> Block:
    return replace(block, kind=BlockKind.PARAGRAPH, level=0)


def _is_standard(text: str) -> bool:
    """Tell whether a text is standard sentences and nothing else."""
    if VALEDICTION.match(text) or LETTERHEAD.match(text):
        return False
    return known_kind(text) in OF_SENTENCES or (text.count(" ") < LONGEST and closes(text))
