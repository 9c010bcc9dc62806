"""Rows as JSON: a record for each row, with the names and types of the columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from findings.exports.columns import ExportColumn, fact


def json_record(columns: Iterable[ExportColumn], row: Any, site: str) -> dict[str, object]:
    """A row as JSON holds it, by the names of its columns."""
    return {column.name: fact(column.value(row, site)) for column in columns}
