"""Labels of an action that stand alone in a line, each with its words in the next: "Lead", "Head of Service".

So web pages and forms print them that lost their tables. Each label becomes one line with its words, as in other plans.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.blocks import Block, BlockKind
from ingest.profiles.plans.columns import label_of
from ingest.structure.entries import SKIPPED
from ingest.wording.joining import join_place

BEGINS = "action"
WITH = frozenset({"lead", "due", "rag"})
"""What an action has besides its words."""


def with_labels_joined(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, each label of an action that stands alone joined with the words under it."""
    result: list[Block] = []
    at = 0
    while at < len(blocks):
        pairs = tuple(_pairs(blocks, at))
        if pairs and WITH & {name for name, _ in pairs}:
            result += [joined for _, joined in pairs]
            at += 2 * len(pairs)
        else:
            result.append(blocks[at])
            at += 1
    return tuple(result)


def _pairs(blocks: Sequence[Block], at: int) -> Iterator[tuple[str, Block]]:
    """The labels of one action from a block on, each joined with the block under it, up to the next action."""
    names: set[str] = set()
    while at + 1 < len(blocks):
        name = _label(blocks[at])
        words = blocks[at + 1]
        if name is None or name in names or (name == BEGINS) is not (not names) or not _is_words(words):
            return
        names.add(name)
        yield name, _join(blocks[at], words)
        at += 2


def _label(block: Block) -> str | None:
    """The column whose heading a line is and nothing else."""
    return None if block.rows or block.number else label_of(block.text.strip(" :?"))


def _is_words(block: Block) -> bool:
    return not block.rows and block.kind not in SKIPPED and _label(block) is None


def _join(label: Block, words: Block) -> Block:
    text = f"{label.text.strip(' :')}: {words.text}"
    place = join_place(label.place, words.place)
    return replace(words, kind=BlockKind.PARAGRAPH, text=text, orig=f"{label.orig}\n{words.orig}", place=place)
