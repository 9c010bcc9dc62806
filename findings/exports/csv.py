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


def csv_lines(columns: Iterable[ExportColumn], rows: Iterable[Any], site: str) -> Iterator[str]:
    """The lines of the file, header first."""
    columns = tuple(columns)
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    yield writer.writerow([column.name for column in columns])
    for row in rows:
        yield writer.writerow([cell(column.value(row, site)) for column in columns])
