"""Values with the types that Parquet and SQLite hold, and the same types as Table Schema describes them (Frictionless).

Decimals are floating-point numbers, as in JSON, and partial dates stay text, because no type holds "2013-01". Nothing
is null, in CSV an empty cell.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from findings.exports.columns import Datatype, ExportColumn

PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
FIELDS: dict[Datatype, Mapping[str, Any]] = {
    Datatype.TEXT: {"type": "string"},
    Datatype.WORDS: {"type": "list", "delimiter": " ", "itemType": "string"},
    Datatype.NUMBER: {"type": "integer"},
    Datatype.DECIMAL: {"type": "number"},
    Datatype.TRUTH: {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    Datatype.DAY: {"type": "date"},
    Datatype.MOMENT: {"type": "datetime"},
    Datatype.PARTIAL_DATE: {"type": "string", "constraints": {"pattern": PARTIAL_DATE}},
    Datatype.ADDRESS: {"type": "string", "format": "uri"},
}
"""The types of Table Schema (version 2), as CSV files hold them."""


def field_of(column: ExportColumn) -> dict[str, object]:
    """The description of a column of a CSV file."""
    described = dict(FIELDS[column.datatype])
    constraints = {**described.pop("constraints", {}), **({"required": True} if column.required else {})}
    return {
        "name": column.name,
        "title": column.title,
        "description": column.description,
        **described,
        **({"constraints": constraints} if constraints else {}),
    }


def typed(column: ExportColumn, value: Any) -> object:
    """A value of a column with its own type, None for nothing. Raises ValueError if it has another one."""
    if value is None or value in ("", ()):
        return None
    match column.datatype:
        case Datatype.NUMBER:
            return int(value)
        case Datatype.DECIMAL:
            return float(value)
        case Datatype.TRUTH:
            return bool(value)
        case Datatype.DAY | Datatype.MOMENT:
            return value
        case Datatype.WORDS:
            return [str(word) for word in value]
        case _:
            return str(value)
