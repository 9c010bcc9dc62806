"""Rows as JSON: a record a row, under the names of the columns and with their types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from findings.exports.columns import ExportColumn, fact


def json_record(columns: Iterable[ExportColumn], row: Any, site: str) -> dict[str, object]:
    """A row as JSON holds it, under the names of its columns."""
    return {column.name: fact(column.value(row, site)) for column in columns}
