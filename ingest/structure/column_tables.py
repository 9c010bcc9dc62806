"""Tables whose columns have names: header rows found and mapped, rows that a page break tore joined again.

In this order: a row that names enough of the declared columns is a header (white space inside words does not count, for
narrow columns break them). It maps the rows after it, also those of later tables without a header of their own if they
have its shape; otherwise the next header that fits is taken. Halves of a torn row are put together. A row whose key
cell is empty, or only says that it continues, belongs to the row before. What is not certain gives a notice.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from ingest.blocks import Block, Place, TableCell, TableRow
from ingest.notices import NoticeDraft
from ingest.wording.joining import join_place, join_text
from ingest.wording.plan_columns import LONGEST_HEADING, forms_of
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

CONTINUED = re.compile(r"^\W*cont(?:['’]?d|inued|inuation)?\W*$", re.I)
UNKNOWN = "?"
"""In front of the heading of a column that no pattern knows; alone it names a column without heading."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its ``name``; ``headings`` is a pattern of its headings in small letters without anything between."""

    name: str
    headings: str


@dataclass(frozen=True, slots=True)
class TableRecord:
    """One row by the names of its columns, in printed order; ``orig`` is the whole row, cells kept apart by tabs.

    ``table`` counts the tables that are read; ``first`` tells that no row of its table or page stands above it.
    """

    cells: tuple[tuple[str, TableCell], ...]
    orig: str
    place: Place
    section: str | None = None
    table: int = 0
    first: bool = False

    def text(self, name: str) -> str:
        """The words of a column, "" where the table has no such column."""
        return next((cell.text for column, cell in self.cells if column == name), "")

    def has(self, name: str) -> bool:
        """Tell whether the row's table has the column."""
        return any(column == name for column, _ in self.cells)


@cache
def _compiled(headings: str) -> re.Pattern[str]:
    return re.compile(headings)


def name_columns(row: TableRow, columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The names of the cells of a header: each name once, that of the column which is declared first.

    A column may be declared several times; its surer words stand further in front, and whole headings come before their
    parts ("Action/Task"). Cells that no pattern knows are named by "?" and their words.
    """
    words = [forms_of(cell.text) if len(cell.text) <= LONGEST_HEADING else () for cell in row.cells]
    names: dict[int, str] = {}
    for rank in range(max(map(len, words), default=0)):
        for column in columns:
            if column.name in names.values():
                continue
            fitting = (at for at, forms in enumerate(words) if len(forms) > rank and at not in names)
            at = next((at for at in fitting if _compiled(column.headings).fullmatch(words[at][rank])), None)
            if at is not None:
                names[at] = column.name
    return tuple(names.get(at, f"{UNKNOWN}{cell.text}") for at, cell in enumerate(row.cells))


def header_of(row: TableRow, columns: tuple[Column, ...], least: int = 3) -> tuple[str, ...] | None:
    """The names of the columns if the row is a header: at least ``least`` known headings and half of those printed.

    The first cell of a header may be illegible (page numbers are printed over it): it gets the first declared column,
    the key, if no other cell has it. Others that are not known are named by "?" and their heading.
    """
    names = list(name_columns(row, columns))
    found = sum(not name.startswith(UNKNOWN) for name in names)
    printed = sum(bool(cell.text) for cell in row.cells)
    if found < least or found * 2 < printed:
        return None
    key = columns[0].name
    if key not in names and names[0].startswith(UNKNOWN):
        names[0] = key
    return tuple(names)


def _fit(cells: tuple[TableCell, ...], width: int) -> tuple[TableCell, ...] | None:
    """The cells at the width of the header: empty ones added or taken off at the right; None if words would be lost."""
    if any(cell.text for cell in cells[width:]):
        return None
    return (*cells[:width], *(TableCell() for _ in range(width - len(cells))))


def join_cells(first: TableCell, second: TableCell) -> TableCell:
    """One cell of two halves; an item of a list begins anew."""
    if not second.text or not first.text or first.text == second.text:
        return second if second.text else first
    place = join_place(first.place, second.place)
    *kept, last = first.paragraphs
    head, *rest = second.paragraphs
    anew = 0 in second.items
    paragraphs = (*first.paragraphs, *second.paragraphs) if anew else (*kept, join_text(last, head), *rest)
    moved = len(paragraphs) - len(second.paragraphs)
    return TableCell(paragraphs, place, items=(*first.items, *(at + moved for at in second.items)))


def join_records(first: TableRecord, second: TableRecord, key: str) -> TableRecord:
    """One row of two that a page break tore, column by column; the key stays that of the first."""
    joined = [
        (name, mine if name == key else join_cells(mine, _at(second, at, name)))
        for at, (name, mine) in enumerate(first.cells)
    ]
    return replace(
        first, cells=tuple(joined), orig=f"{first.orig}\n{second.orig}", place=join_place(first.place, second.place)
    )


def _at(record: TableRecord, at: int, name: str) -> TableCell:
    """The cell of a column: at its place if the tables have the same columns, for two may be without a heading."""
    same = at < len(record.cells) and record.cells[at][0] == name
    return record.cells[at][1] if same else _cell(record, name)


def _cell(record: TableRecord, name: str) -> TableCell:
    return next((cell for column, cell in record.cells if column == name), TableCell())


def repeats(first: TableRecord, second: TableRecord, key: str) -> bool:
    """Tell whether the second row only prints again what the first already holds, as a torn strip of a page does."""
    cells = [(name, cell.text) for name, cell in second.cells if cell.text and name != key]
    return bool(cells) and all(words in _cell(first, name).text for name, words in cells)


def _width(row: TableRow) -> int:
    return max((i for i, cell in enumerate(row.cells, 1) if cell.text), default=0)


def _suits(table: Block, header: tuple[str, ...]) -> bool:
    """Tell whether rows without a header of their own have the shape of the header."""
    same = any(len(row.cells) == len(header) for row in table.rows)
    return same or max(_width(row) for row in table.rows) == len(header)


def mend_rows(
    rows: Iterable[TableRow], width: int, is_whole: Callable[[TableRow], bool] = lambda row: False
) -> tuple[tuple[TableRow, ...], tuple[TableRow, ...]]:
    """The rows, two halves of one row put together again, and those that were mended.

    Two short rows are halves when they have together as many cells as the header, with one more if the break
    went through a cell. A row that ``is_whole`` is no second half.
    """
    mended: list[TableRow] = []
    changed: list[TableRow] = []
    for row in rows:
        last = mended[-1] if mended else None
        together = len(last.cells) + len(row.cells) if last and not is_whole(row) else 0
        if last and len(last.cells) < width and len(row.cells) < width and together in (width, width + 1):
            through = together - width
            middle = (join_cells(last.cells[-1], row.cells[0]),) if through else ()
            cells = (*last.cells[: len(last.cells) - through], *middle, *row.cells[through:])
            mended[-1] = TableRow(cells, join_place(last.place, row.place))
            changed.append(mended[-1])
        else:
            mended.append(row)
    return tuple(mended), tuple(changed)


@dataclass(slots=True)
class GridReader:
    """Reads the rows of one kind of table through a document.

    ``begins`` tells a new row from the rest of the last one, which it is given too. ``kept`` says where the words of
    columns are that are not known. ``header`` names the columns of a
    row that is a header; by default it is one with ``least`` known headings. ``is_whole`` tells a short row that is no
    half of another one.
    """

    columns: tuple[Column, ...]
    begins: Callable[[TableRecord, TableRecord | None], bool]
    what: str
    least: int = 3
    header: Callable[[TableRow], tuple[str, ...] | None] | None = None
    kept: str = "in the row only"
    is_whole: Callable[[TableRow, tuple[str, ...]], bool] = lambda row, header: False
    records: list[TableRecord] = field(default_factory=list)
    notices: list[NoticeDraft] = field(default_factory=list)

    def read(
        self, tables: Iterable[tuple[Block, str | None]]
    ) -> tuple[tuple[TableRecord, ...], tuple[NoticeDraft, ...]]:
        """All rows of the tables (each with the anchor of its section), joined, and what was doubtful about them."""
        given = tuple(tables)
        header: tuple[str, ...] | None = None
        for at, (table, section) in enumerate(given):
            if self._header_in(table) is None or not self._named(table.rows[0]):
                header = self._borrowed(given, at, header)
            width = header or self._header_in(table) or ()
            rows, mended = mend_rows(table.rows, len(width), lambda row, names=width: self.is_whole(row, names))  # type: ignore[misc]
            self.notices += [
                self._about(row, NoticeCode.ROW_MENDED, "was torn in two and was put together") for row in mended
            ]
            above: TableRow | None = None
            for row in rows:
                if named := self._named(row):
                    if header is None or set(named) != set(header):
                        self.notices += self._unknown(named, row)
                    header, above = named, None
                elif any(row.texts):
                    first = above is None or above.place.page != row.place.page
                    self._row(row, header, section, at, first)
                    above = row
        return tuple(self.records), tuple(self.notices)

    def _named(self, row: TableRow) -> tuple[str, ...] | None:
        return self.header(row) if self.header else header_of(row, self.columns, self.least)

    def _header_in(self, table: Block) -> tuple[str, ...] | None:
        return next((named for row in table.rows if (named := self._named(row))), None)

    def _borrowed(
        self, tables: tuple[tuple[Block, str | None], ...], at: int, header: tuple[str, ...] | None
    ) -> tuple[str, ...] | None:
        """The header for a table without one: the last one, or the next one, whichever has the table's shape."""
        table, section = tables[at]
        following = [named for later, _ in tables[at + 1 :] if (named := self._header_in(later))]
        same = at > 0 and tables[at - 1][1] == section
        if header and _suits(table, header) and (same or not following or not _suits(table, following[0])):
            return header
        borrowed = next((named for named in following if _suits(table, named)), None)
        if borrowed:
            self.notices.append(
                self._about(table.rows[0], NoticeCode.HEADER_MISSING, "has no header; that of the next table was taken")
            )
        return borrowed or header

    def _row(self, row: TableRow, header: tuple[str, ...] | None, section: str | None, table: int, first: bool) -> None:
        cells = _fit(row.cells, len(header)) if header else None
        if header is None or cells is None:
            notice = self._about(row, NoticeCode.TORN_ROW, "does not fit its header and was not read")
            self.notices.append(replace(notice, level=NoticeLevel.ERROR))
            return
        record = TableRecord(
            tuple(zip(header, cells, strict=True)), "\t".join(row.texts), row.place, section, table, first
        )
        last = self.records[-1] if self.records else None
        if last is None or self.begins(record, last):
            if len(row.cells) < len(header):
                self.notices.append(
                    self._about(row, NoticeCode.SHORT_ROW, "has fewer cells than its header; check the last columns")
                )
            self.notices += self._open_brackets(record)
            self.records.append(record)
        elif repeats(last, record, self.columns[0].name):
            notice = self._about(
                row, NoticeCode.REPEATED_STRIP, "prints words of the row above again, which were left out"
            )
            self.notices.append(replace(notice, level=NoticeLevel.INFO))
        else:
            self.records[-1] = join_records(last, record, self.columns[0].name)

    def _about(self, row: TableRow, code: NoticeCode, says: str) -> NoticeDraft:
        words = " ".join(text for text in row.texts if text)[:80]
        message = f"A row of the {self.what} {says}: “{words}”."
        return NoticeDraft(NoticeLevel.WARNING, code, message, row.place.page, row.place.line)

    def _unknown(self, names: tuple[str, ...], row: TableRow) -> Iterable[NoticeDraft]:
        for name in names:
            if name.startswith("?") and len(name) > 1:
                message = f"The column “{name[1:]}” of the {self.what} is not known; its words are kept {self.kept}."
                yield NoticeDraft(
                    NoticeLevel.WARNING, NoticeCode.UNKNOWN_COLUMN, message, row.place.page, row.place.line
                )

    def _open_brackets(self, record: TableRecord) -> Iterable[NoticeDraft]:
        """Doubt a cell that opens a bracket which only the cell below closes: a line stands in the wrong row."""
        for before in self.records[-1:]:
            for name, cell in before.cells[1:]:
                below = _cell(record, name).text
                if cell.text.count("(") > cell.text.count(")") and below.count(")") > below.count("("):
                    keys = f"{before.cells[0][1].text}” and “{record.cells[0][1].text}"
                    message = (
                        f"Words of the column {name} in the rows “{keys}” of the {self.what} may be in the wrong row."
                    )
                    yield NoticeDraft(
                        NoticeLevel.WARNING, NoticeCode.TORN_CELL, message, record.place.page, record.place.line
                    )
