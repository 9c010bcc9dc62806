"""What JSON holds in the columns of a data set, as JSON Schema (2020-12), which OpenAPI 3.1 speaks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from findings.exports.columns import Datatype, ExportColumn

TYPES: dict[Datatype, dict[str, Any]] = {
    Datatype.TEXT: {"type": "string"},
    Datatype.WORDS: {"type": "array", "items": {"type": "string"}},
    Datatype.NUMBER: {"type": "integer"},
    Datatype.DECIMAL: {"type": "number"},
    Datatype.TRUTH: {"type": "boolean"},
    Datatype.DAY: {"type": "string", "format": "date"},
    Datatype.MOMENT: {"type": "string", "format": "date-time"},
    Datatype.PARTIAL_DATE: {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    Datatype.ADDRESS: {"type": "string", "format": "uri"},
}


def column_schema(column: ExportColumn) -> dict[str, Any]:
    """The values of a column; null where it may be empty."""
    schema = dict(TYPES[column.datatype])
    if not column.required:
        schema["type"] = [schema["type"], "null"]
    return schema | {"title": column.title, "description": column.description}


def record_schema(columns: Iterable[ExportColumn]) -> dict[str, Any]:
    """A record with these columns; any of them may be left out."""
    properties = {column.name: column_schema(column) for column in columns}
    return {"type": "object", "properties": properties, "additionalProperties": False}
