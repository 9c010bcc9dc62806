"""Labels of an action that stand alone in a line, each with its words below: "Lead", "Head of Service".

So web pages and forms print them that lost their tables, or never had one. The labels of one action become a card, a
table of labels and values. Under a label stand one paragraph or the items of one list.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from ingest.blocks import Block, BlockKind, TableCell, TableRow
from ingest.profiles.plans.columns import label_of
from ingest.structure.entries import SKIPPED
from ingest.wording.joining import join_place

BEGINS = "action"
WITH = frozenset({"lead", "due", "rag"})
"""What an action has besides its words."""


def with_cards(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, the labels of each action that stand alone, and what stands under them, as a card."""
    result: list[Block] = []
    at = 0
    while at < len(blocks):
        pairs = tuple(_pairs(blocks, at))
        if pairs and WITH & {name for name, _ in pairs}:
            lines = [line for _, lines in pairs for line in lines]
            result.append(_card([lines for _, lines in pairs]))
            at += len(lines)
        else:
            result.append(blocks[at])
            at += 1
    return tuple(result)


def _pairs(blocks: Sequence[Block], at: int) -> Iterator[tuple[str, Sequence[Block]]]:
    """The columns of one action from a block on, each with its label and the blocks under it, up to the next action."""
    names: set[str] = set()
    while at + 1 < len(blocks):
        name = _label(blocks[at])
        if name is None or name in names or (name == BEGINS) == bool(names):
            return  # no label, one of the next action, or one in front of the words of an action
        words = _words(blocks, at + 1)
        if not words:
            return
        names.add(name)
        yield name, (blocks[at], *words)
        at += 1 + len(words)


def _words(blocks: Sequence[Block], at: int) -> Sequence[Block]:
    """The words under a label: the items of a list, else one block; none where another label stands there."""
    below = blocks[at:]
    bullets = sum(1 for _ in takewhile(lambda one: one.kind is BlockKind.ITEM and not one.number, below))
    steps = sum(1 for _ in takewhile(lambda step: step[1].number == str(step[0]), enumerate(below, 1)))
    first = below[0]
    is_words = not first.rows and first.kind not in SKIPPED and _label(first) is None
    return below[: bullets or steps or is_words]


def _label(block: Block) -> str | None:
    """The column whose heading a line is and nothing else."""
    return None if block.rows or block.number else label_of(block.text.strip(" :?"))


def _card(pairs: Sequence[Sequence[Block]]) -> Block:
    rows = tuple(_row(label, words) for label, *words in pairs)
    lines = [line for pair in pairs for line in pair]
    text = "\n".join("\t".join(row.texts) for row in rows)
    place = join_place(lines[0].place, lines[-1].place)
    return Block(BlockKind.TABLE, text, "\n".join(line.orig for line in lines), place, rows=rows)


def _row(label: Block, words: Sequence[Block]) -> TableRow:
    place = join_place(words[0].place, words[-1].place) if words[1:] else words[0].place
    items = tuple(range(len(words))) if words[0].number or words[0].kind is BlockKind.ITEM else ()
    cell = TableCell(tuple(one.text for one in words), place, items=items)
    return TableRow((TableCell((label.text.strip(" :?"),), label.place), cell), join_place(label.place, place))
