"""Rows as files: CSV, CSV for Excel, JSON.

CSV is UTF-8 and follows RFC 4180; the variant for Excel begins with a byte order mark. Rows are streamed: memory does not depend on how
many there are. JSON comes in pages, each with the address of the next one.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponse

from findings.exports.columns import ExportColumn, cell, fact


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


def json_record(columns: Iterable[ExportColumn], row: Any, site: str) -> dict[str, object]:
    """A row as JSON holds it, under the names of its columns."""
    return {column.name: fact(column.value(row, site)) for column in columns}


def refusal(problems: Iterable[str]) -> HttpResponse:
    """Why there is no file: filters that are wrong are told and not passed over."""
    sentences = "\r\n".join(problems)
    return HttpResponse(f"{sentences}\r\n", status=400, content_type="text/plain; charset=utf-8")
