"""Headings of columns that stand in two rows, made one: "Accountability" over "Lead" and "Partners".

The second row has words only under headings that stand over several columns, at least two of them. It is one of
headings where the file merges its other cells with those above, or where most of its words head columns of plans or
name periods ("Q1", "April"). A column is then headed by the words below, where they name a column by themselves, and
else by both ("RAG Q1").
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.blocks import Block, TableCell, TableRow
from ingest.profiles.plans.columns import action_header
from ingest.wording.plan_columns import is_known_heading, is_period, squash
from ingest.wording.ratings import rating_columns

GENERAL = re.compile(
    r"nos?|num|numbers?|id|ref(?:erence)?s?|dates?|names?|roles?|teams?|titles?|text|description|details?|what|point"
)
"""Words that tell nothing without the heading above them: "Date" is the end below "Target" and not below "Start"."""
LONGEST_WORDS = 6
FEWEST_BELOW = 2
MOST_ARE_HEADINGS = 2 / 3


def fold_headers(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, the headings of tables of actions that stand in two rows in one."""
    return tuple(_folded(block) if len(block.rows) > 1 else block for block in blocks)


def _folded(table: Block) -> Block:
    rows: list[TableRow] = []
    last: TableRow | None = None
    for row in table.rows:
        if last is not None and (both := _both(last, row)):
            rows[-1], last = both, None
        else:
            rows.append(row)
            last = row
    return replace(table, rows=tuple(rows)) if len(rows) < len(table.rows) else table


def _both(upper: TableRow, lower: TableRow) -> TableRow | None:
    """The one row of headings that two rows are; None for any others."""
    if len(upper.cells) != len(lower.cells) or not any(upper.texts):
        return None
    if action_header(lower) and not _are_headings(upper):
        return None
    below = [at for at, cell in enumerate(lower.cells) if cell.text]
    over = _spans(upper)
    merged = any(cell.merged for at, cell in enumerate(lower.cells) if at not in over and upper.texts[at])
    if merged and over:
        over |= {at: upper.texts[at] for at in below if upper.texts[at] and is_known_heading(lower.texts[at])}
    if len(below) < FEWEST_BELOW or any(at not in over or not _is_short(lower.texts[at]) for at in below):
        return None
    heads = sum(at in rating_columns(lower.texts) or _heads(lower.texts[at]) for at in below)
    if not merged and heads < MOST_ARE_HEADINGS * len(below):
        return None
    cells = tuple(
        _named(over.get(at, cell.text), lower.cells[at]) if lower.cells[at].text else cell
        for at, cell in enumerate(upper.cells)
    )
    both = replace(upper, cells=cells)
    return both if action_header(both) else None


def _spans(row: TableRow) -> dict[int, str]:
    """The columns over which a heading stands with others, by their place: it is printed again, or they have none."""
    heads: list[int] = []
    for at, cell in enumerate(row.cells):
        goes_on = heads and (not cell.text or cell.text == row.texts[heads[-1]])
        heads.append(heads[-1] if goes_on else at)
    several = {one for one, other in pairwise(heads) if one == other}
    return {at: row.texts[head] for at, head in enumerate(heads) if head in several and row.texts[head]}


def _are_headings(row: TableRow) -> bool:
    """Tell whether a row has several headings and nothing else: over a row that is a header, one may be a title."""
    printed = {text for text in row.texts if text}
    return len(printed) > 1 and all(map(is_known_heading, printed))


def _is_short(text: str) -> bool:
    return len(text.split()) <= LONGEST_WORDS


def _heads(text: str) -> bool:
    return is_known_heading(text) or is_period(text)


def _named(above: str, below: TableCell) -> TableCell:
    """The heading of a column by its words above and below."""
    known = is_known_heading(below.text)
    both = f"{above} {below.text}"
    general = GENERAL.fullmatch(squash(below.text)) and is_known_heading(both)
    return below if known and not general else replace(below, paragraphs=(both,))
