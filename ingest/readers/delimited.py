"""The reader of tables saved as text with commas, semicolons or bars between the cells (CSV, RFC 4180).

A text is such a table when, for one of the signs, at least two rows are found and nearly all of them have as many
cells as the widest, which is at least ``FEWEST_CELLS``. Rows above the table with one text each are paragraphs. A text
with tabs is left to the reader of text, which knows tables in prose, too.
"""

import csv
import hashlib
from collections.abc import Iterator
from io import StringIO
from itertools import takewhile

from ingest.blocks import ReadDocument
from ingest.notices import NoticeDraft
from ingest.readers.beside import parted
from ingest.readers.passages import Cell, Grid, Part, Passage, blocks_of, cell_of
from inspections.documents.media_types import MediaType

READER = "csv/1"
SIGNS = (",", ";", "|")
FEWEST_CELLS = 3
SHARE_OF_FULL_ROWS = 0.8
MOST_ABOVE = 12
"""Rows of one text each that stand above a table; more of them are prose, at whose end a few lines have commas."""
LONGEST_HEADING = 80
"""Characters; what stands in the first row of a table is short."""

Row = tuple[int, list[str]]
"""The number of a row, and its cells."""


def rows_of(text: str) -> list[Row] | None:
    """The rows of a text that is such a table, with their numbers from 1; None for any other text."""
    if "\t" in text:
        return None
    for sign in SIGNS:
        rows = _rows(text, sign)
        if rows is not None:
            return rows
    return None


def _rows(text: str, sign: str) -> list[Row] | None:
    if sign not in text:
        return None
    try:
        cells = [*csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)]
    except csv.Error:
        return None
    rows = [(number, row) for number, row in enumerate(cells, 1) if any(cell.strip() for cell in row)]
    table = [row for _, row in rows[len(_above(rows)) :]]
    if len(table) < 2 or len(rows) - len(table) > MOST_ABOVE:
        return None
    width = len(table[0])
    full = sum(len(row) == width for row in table)
    if width < FEWEST_CELLS or full < SHARE_OF_FULL_ROWS * len(table):
        return None
    heads = [cell for cell in table[0] if cell.strip()]
    is_head = len(heads) >= FEWEST_CELLS - 1 and all(len(cell) <= LONGEST_HEADING for cell in heads)
    return rows if is_head else None


def _above(rows: list[Row]) -> list[Row]:
    return [*takewhile(lambda row: sum(bool(cell.strip()) for cell in row[1]) == 1, rows)]


def read(data: bytes, rows: list[Row], notices: tuple[NoticeDraft, ...]) -> ReadDocument:
    """The document of such a table."""
    blocks = blocks_of(_parts(rows))
    return ReadDocument(hashlib.sha256(data).hexdigest(), MediaType.CSV, None, blocks, READER, notices)


def _parts(rows: list[Row]) -> Iterator[Part]:
    above = _above(rows)
    for number, row in above:
        yield Passage(next(cell for cell in row if cell.strip()), f"row {number}")
    table = rows[len(above) :]
    width = max(len(row) for _, row in table)
    made = [(f"row {number}", tuple(cell_of(cell) for cell in row)) for number, row in table]
    yield from parted(Grid(tuple((where, (*cells, *[Cell()] * (width - len(cells)))) for where, cells in made)))
