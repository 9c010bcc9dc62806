"""Rows as CSV: UTF-8 as RFC 4180 has it; the variant for Excel begins with a byte order mark.

Rows are streamed: memory does not depend on how many there are.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from findings.exports.columns import ExportColumn, cell


class _Echo:
    """A file that hands back what is written, for the CSV writer."""

    def write(self, text: str) -> str:
        return text


def csv_lines(columns: Iterable[ExportColumn], rows: Iterable[Any], site: str, *, mark: bool) -> Iterator[str]:
    """The file line by line, header first; ``mark`` puts the byte order mark for Excel in front."""
    columns = tuple(columns)
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    header: str = writer.writerow([column.name for column in columns])
    yield ("\ufeff" if mark else "") + header
    for row in rows:
        yield writer.writerow([cell(column.value(row, site)) for column in columns])
