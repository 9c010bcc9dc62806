"""Rows as a workbook for Excel, in which every text stays the text that it is.

Excel takes 1.10 in a CSV file for the number 1.1, and 2013-11 for a day. In the workbook whole numbers and decimals are
numbers; everything else is text, dates as ISO 8601 included, and cells are formatted as text so that they stay it when
someone edits them. Nothing in it can run as a formula.

The workbook is written to a file row by row, so that memory does not depend on their number. What Excel cannot hold
(2.11.2 of its specification: 1,048,576 rows in a sheet, 32,767 characters in a cell) goes on in another sheet, or ends
with a remark that leads to the CSV file. The last sheet says what the columns mean.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from findings.exports.columns import ExportColumn, fact, words_of

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_ROWS, MOST_CHARACTERS = 1_048_576, 32_767
CUT = " … [The text is longer than a cell of Excel holds; the CSV file has all of it.]"
WHOLE_SHEET = "A1:XFD1048576"
WIDTH, WIDE = 18, 90
LONGEST_TITLE = 25  # Excel allows 31 characters; the number of a further sheet needs some


@dataclass(frozen=True, slots=True)
class About:
    """What the last sheet says of the file: its title, address and what should be known of it ("" for nothing)."""

    title: str
    address: str
    note: str = ""


def write_workbook(
    file: IO[bytes], columns: Iterable[ExportColumn], rows: Iterable[Any], site: str, about: About
) -> None:
    """Write the workbook to a file that is open for writing; ``site`` begins the addresses in it."""
    columns = tuple(columns)
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as workbook:
        text = workbook.add_format({"num_format": "@"})
        bold = workbook.add_format({"bold": True, "num_format": "@"})
        sheet, place, number = _begun(workbook, about.title, 1, columns, bold), 1, 1
        for row in rows:
            if place == MOST_ROWS:
                number += 1
                sheet, place = _begun(workbook, about.title, number, columns, bold), 1
            for column, export_column in enumerate(columns):
                _write(sheet, place, column, export_column.value(row, site), text)
            place += 1
        _explain(workbook, columns, about, bold)


def _begun(workbook: Workbook, title: str, number: int, columns: tuple[ExportColumn, ...], bold: Any) -> Worksheet:
    """A sheet with its header."""
    name = title[:LONGEST_TITLE] if number == 1 else f"{title[:LONGEST_TITLE]} {number}"
    sheet = workbook.add_worksheet(name)
    sheet.set_column(0, len(columns) - 1, WIDTH)
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": WHOLE_SHEET})
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.name, bold)
    return sheet


def _write(sheet: Worksheet, row: int, column: int, value: object, text: Any) -> None:
    match fact(value):
        case None:
            return
        case int() | float() as number if not isinstance(number, bool):
            sheet.write_number(row, column, number)
        case _:
            words = words_of(value)
            whole = len(words) <= MOST_CHARACTERS
            sheet.write_string(row, column, words if whole else words[: MOST_CHARACTERS - len(CUT)] + CUT, text)


def _explain(workbook: Workbook, columns: tuple[ExportColumn, ...], about: About, bold: Any) -> None:
    sheet = workbook.add_worksheet("About")
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 1, WIDE)
    facts = [("Title", about.title), ("Address", about.address), ("Note", about.note)]
    lines = [*((name, words) for name, words in facts if words), *((one.name, one.description) for one in columns)]
    for row, (name, words) in enumerate(lines):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, words)
