"""Tables of actions with the fields down the side and one action a column: they are turned, so that rows are actions.

Such a table has at least three columns, and the cells of its first column head a table of actions. Rows of one text
over all columns, as of a title, are left in front of it.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from ingest.blocks import Block, BlockKind, TableCell, TableRow
from ingest.profiles.plans.columns import is_turned, rows_above
from ingest.wording.joining import join_place


def turn_tables(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, tables that have the fields of actions down the side turned."""
    return tuple(turned for block in blocks for turned in (_turned(block) if is_turned(block) else (block,)))


def _turned(block: Block) -> tuple[Block, ...]:
    above = rows_above(block)
    titles = [
        replace(block, kind=BlockKind.PARAGRAPH, text=text, orig=text, place=row.place, rows=())
        for row in above
        for text in dict.fromkeys(filter(None, row.texts))
    ]
    columns = zip(*(row.cells for row in block.rows[len(above) :] if any(row.texts)), strict=False)
    rows = tuple(_row(cells) for cells in columns if any(cell.text for cell in cells))
    text = "\n".join("\t".join(row.texts) for row in rows)
    return (*titles, replace(block, text=text, orig=text, place=rows[0].place, rows=rows))


def _row(cells: tuple[TableCell, ...]) -> TableRow:
    """A column as a row; what a cell covers to the right is covered from above then, and the other way round."""
    turned = tuple(replace(cell, across=cell.merged and not cell.across) for cell in cells)
    worded = [cell.place for cell in cells if cell.text]
    return TableRow(turned, reduce(join_place, worded[1:], worded[0]))
