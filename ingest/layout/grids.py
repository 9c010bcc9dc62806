"""Tables whose columns have names: header rows found and mapped, rows that a page break tore joined again.

In this order: a row that names enough of the declared columns is a header (white space inside words does not count, for
narrow columns break them); it maps the rows after it, also those of later tables without a header of their own and with as
many cells; a header that is printed again maps again. A row whose key cell is empty, or only says that it continues,
belongs to the row before. What does not fit the header is kept in the row's words and gives a notice.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ingest.blocks import Block, Cell, Place, Row
from ingest.layout.paragraphs import join_place, join_text
from ingest.notices import Level, Notice

CONTINUED = re.compile(r"^\W*cont(?:['’]?d|inued|inuation)?\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its ``name``; ``headings`` is a pattern of its headings in small letters without anything between."""

    name: str
    headings: str


@dataclass(frozen=True, slots=True)
class Record:
    """One row by the names of its columns, in printed order; ``orig`` is the whole row, cells kept apart by tabs."""

    cells: tuple[tuple[str, Cell], ...]
    orig: str
    place: Place
    section: str | None = None

    def text(self, name: str) -> str:
        """The words of a column, "" where the table has no such column."""
        return next((cell.text for column, cell in self.cells if column == name), "")

    def has(self, name: str) -> bool:
        """Tell whether the row's table has the column."""
        return any(column == name for column, _ in self.cells)


def squash(heading: str) -> str:
    """A heading without case, spaces and signs: "Recom menda tion" gives "recommendation"."""
    return re.sub(r"[^a-z]", "", heading.casefold())


def header_of(row: Row, columns: tuple[Column, ...], least: int = 3) -> tuple[str, ...] | None:
    """The names of the columns if the row is a header: at least ``least`` known headings and half of those printed.

    The first cell of a header may be illegible (page numbers are printed over it): it gets the first declared column, the
    key, if no other cell has it. Others that are not known are named by "?" and their heading.
    """
    names: list[str] = []
    for cell in row.cells:
        word = squash(cell.text)
        known = next((c.name for c in columns if re.fullmatch(c.headings, word)), None) if word else None
        names.append(known if known and known not in names else f"?{cell.text}")
    found = sum(not name.startswith("?") for name in names)
    printed = sum(bool(cell.text) for cell in row.cells)
    if found < least or found * 2 < printed:
        return None
    key = columns[0].name
    if key not in names and names[0].startswith("?"):
        names[0] = key
    return tuple(names)


def _fit(cells: tuple[Cell, ...], width: int) -> tuple[Cell, ...] | None:
    """The cells at the width of the header: empty ones added or taken off at the right; None if words would be lost."""
    if any(cell.text for cell in cells[width:]):
        return None
    return (*cells[:width], *(Cell() for _ in range(width - len(cells))))


def join_cells(first: Cell, second: Cell) -> Cell:
    """One cell of two halves."""
    if not second.text or not first.text:
        return second if second.text else first
    *kept, last = first.paragraphs
    head, *rest = second.paragraphs
    return Cell((*kept, join_text(last, head), *rest), join_place(first.place, second.place))


def join_records(first: Record, second: Record) -> Record:
    """One row of two that a page break tore, column by column; the key stays that of the first."""
    (key, cell), *others = first.cells
    joined = [(name, join_cells(mine, _cell(second, name))) for name, mine in others]
    return Record(
        ((key, cell), *joined), f"{first.orig}\n{second.orig}", join_place(first.place, second.place), first.section
    )


def _cell(record: Record, name: str) -> Cell:
    return next((cell for column, cell in record.cells if column == name), Cell())


def repeats(first: Record, second: Record) -> bool:
    """Tell whether the second row only prints again what the first already holds, as a torn strip of a page does."""
    cells = [(name, cell.text) for name, cell in second.cells[1:] if cell.text]
    return bool(cells) and all(words in _cell(first, name).text for name, words in cells)


def _orig(row: Row) -> str:
    return "\t".join(row.texts)


@dataclass(slots=True)
class GridReader:
    """Reads the rows of one kind of table through a document; ``begins`` tells a new row from the rest of the last one."""

    columns: tuple[Column, ...]
    begins: Callable[[Record], bool]
    what: str
    least: int = 3

    def read(self, tables: Iterable[tuple[Block, str | None]]) -> tuple[tuple[Record, ...], tuple[Notice, ...]]:
        """All rows of the tables (each with the anchor of its section), joined, and what was doubtful about them."""
        header: tuple[str, ...] | None = None
        records: list[Record] = []
        notices: list[Notice] = []
        for table, section in tables:
            for row in table.rows:
                if named := header_of(row, self.columns, self.least):
                    if header is None or set(named) != set(header):
                        notices += self._unknown(named, row)
                    header = named
                    continue
                if not any(row.texts):
                    continue
                cells = _fit(row.cells, len(header)) if header else None
                if header is None or cells is None:
                    notices.append(self._torn(row))
                    continue
                record = Record(tuple(zip(header, cells, strict=True)), _orig(row), row.place, section)
                if not records or self.begins(record):
                    notices += self._open_brackets(records[-1:], record)
                    records.append(record)
                elif repeats(records[-1], record):
                    notices.append(self._repeated(records[-1], row))
                else:
                    records[-1] = join_records(records[-1], record)
        return tuple(records), tuple(notices)

    def _unknown(self, names: tuple[str, ...], row: Row) -> Iterable[Notice]:
        for name in names:
            if name.startswith("?") and len(name) > 1:
                message = (
                    f"The column “{name[1:]}” of the {self.what} is not known; its words are kept in the row only."
                )
                yield Notice(Level.WARNING, "unknown-column", message, row.place.page, row.place.line)

    def _open_brackets(self, before: list[Record], record: Record) -> Iterable[Notice]:
        """Doubt a cell that opens a bracket which only the cell below closes: a line stands in the wrong row."""
        for name, cell in before[0].cells[1:] if before else ():
            below = _cell(record, name).text
            if cell.text.count("(") > cell.text.count(")") and below.count(")") > below.count("("):
                keys = f"{before[0].cells[0][1].text}” and “{record.cells[0][1].text}"
                message = (
                    f"Words of the column {name} in the rows “{keys}” of the {self.what} may stand in the wrong row."
                )
                yield Notice(Level.WARNING, "torn-cell", message, record.place.page, record.place.line)

    def _repeated(self, record: Record, row: Row) -> Notice:
        key = record.cells[0][1].text
        message = f"A strip of the row “{key}” of the {self.what} is printed twice; its second printing was left out."
        return Notice(Level.INFO, "repeated-strip", message, row.place.page, row.place.line)

    def _torn(self, row: Row) -> Notice:
        message = f"A row of the {self.what} does not fit its header and was not read: “{_orig(row)[:80]}”."
        return Notice(Level.ERROR, "torn-row", message, row.place.page, row.place.line)
