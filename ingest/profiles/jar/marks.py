"""The tables with which a section of a joint area review opens from 2007 on.

A line of the four grades, one of them ticked, and a table of strengths and weaknesses.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.blocks import Block, Place, TableCell

SCALE = {"inadequate", "adequate", "good", "outstanding"}
TICKS = {"x", "\u2713", "\u2714", "\u2612", "\u2611", "\uf0fc", "\uf0fe", "\u221a"}
TOKEN = re.compile(r"[^\s()\[\]|:]+")
STRENGTHS = re.compile(
    r"(?:major |key )?strengths?|important weaknesses(?: and areas for development)?|(?:major |key )?weaknesses", re.I
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A grade that is ticked under the heading of a domain."""

    domain: str
    grade: str
    place: Place


@dataclass(frozen=True, slots=True)
class Side:
    """One column of a table of strengths and weaknesses: its heading, and its items with their cells."""

    heading: str
    items: tuple[tuple[TableCell, str], ...]


def ticked(block: Block) -> str | None:
    """The grade behind which a tick stands in a line of the four grades; None for any other block, or for two ticks."""
    text = " ".join(cell for row in block.rows for cell in row.texts) if block.rows else block.text
    tokens = [] if block.number else TOKEN.findall(text.casefold())
    if sorted(token for token in tokens if token not in TICKS) != sorted(SCALE):
        return None
    found = [first for first, second in pairwise(tokens) if first in SCALE and second in TICKS]
    return found[0] if len(found) == 1 else None


def _items(block: Block, column: int) -> Iterator[tuple[TableCell, str]]:
    for row in block.rows[1:]:
        if column < len(row.cells):
            yield from ((row.cells[column], text) for text in row.cells[column].paragraphs if text)


def sides(block: Block) -> tuple[Side, ...]:
    """The columns of a table whose first row heads all of them as strengths or weaknesses; () for any other block."""
    heads = block.rows[0].texts if block.rows else ()
    if not heads or not all(STRENGTHS.fullmatch(text.strip(" :")) for text in heads):
        return ()
    return tuple(Side(head, tuple(_items(block, column))) for column, head in enumerate(heads))
