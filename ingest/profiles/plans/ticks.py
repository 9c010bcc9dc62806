"""Ratings that are ticked: in one of several columns ("Red", "Amber", "Green"), or in one of several boxes of a cell.

A row with one ticked column has that rating, in the words of its heading. Where several are ticked, or a column has
other words than a tick, all are kept among the notes.
"""

from dataclasses import replace

from ingest.blocks import TableCell
from ingest.profiles.plans.columns import KEPT, RATED
from ingest.structure.column_tables import TableRecord
from ingest.wording.ratings import is_tick, ticked_of


def with_ticks_read(record: TableRecord) -> TableRecord:
    """The row, its ticked rating as the cell of the rating."""
    columns = [(name[1:], cell) for name, cell in record.cells if name[:1] == RATED]
    if not columns:
        return replace(
            record, cells=tuple((name, _chosen(cell) if name == "rag" else cell) for name, cell in record.cells)
        )
    printed = [(rating, cell) for rating, cell in columns if cell.text]
    rag = TableCell(place=columns[0][1].place, colour=next((cell.colour for _, cell in columns if cell.colour), ""))
    if len(printed) == 1 and is_tick(printed[0][1].text):
        rag = replace(printed[0][1], paragraphs=(printed[0][0],))
        printed = []
    others = [(name, cell) for name, cell in record.cells if name[:1] != RATED]
    if not any(name == "rag" and cell.text for name, cell in others):
        others = [*(one for one in others if one[0] != "rag"), ("rag", rag)]
    return replace(record, cells=(*others, *((KEPT + rating, cell) for rating, cell in printed)))


def _chosen(cell: TableCell) -> TableCell:
    """The cell of a rating; of several boxes in it, the ticked one."""
    words = ticked_of(cell.text)
    return replace(cell, paragraphs=(words,)) if words else cell
