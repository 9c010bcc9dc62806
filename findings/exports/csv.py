"""Rows as CSV in UTF-8 (RFC 4180).

They are streamed, so that memory does not depend on their number.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from findings.exports.columns import ExportColumn, cell


class _Echo:
    """A file that returns what is written to it, for the CSV writer."""

    def write(self, text: str) -> str:
        return text


def csv_writer(file: Any) -> Any:
    """The writer of the module ``csv`` for a file, in the dialect of all our files."""
    return csv.writer(file, lineterminator="\r\n")


def cells(values: Iterable[object]) -> list[str]:
    """The cells of a row with these values."""
    return [cell(value) for value in values]


def csv_lines(columns: Iterable[ExportColumn], rows: Iterable[Any], site: str) -> Iterator[str]:
    """The lines of the file, header first."""
    columns = tuple(columns)
    writer = csv_writer(_Echo())
    yield writer.writerow([column.name for column in columns])
    for row in rows:
        yield writer.writerow(cells(column.value(row, site) for column in columns))
