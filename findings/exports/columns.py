"""Columns: name, title, description, type and whether they are ever empty, and how each format writes values.

A value is a text, a number, a truth value, a date, several words, or nothing; "" counts as nothing. JSON keeps the
types. In CSV and in workbooks, truth values are "yes" or "no", several words are separated by spaces, and nothing is an
empty cell. In CSV a cell that a spreadsheet would run as a formula is prefixed with an apostrophe (OWASP, CSV
injection). Types are
described as in CSV on the Web (W3C, Metadata Vocabulary for Tabular Data, 6.4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
ACRONYMS = {"la": "LA", "sha256": "SHA-256"}


class Datatype(Enum):
    """The type of a column's values: its description for CSV on the Web, and its name for people."""

    TEXT = "string", "text"
    WORDS = "string", "words with spaces between them; a list in JSON"
    NUMBER = "integer", "whole number"
    DECIMAL = "decimal", "number, with a point before decimals"
    TRUTH = {"base": "boolean", "format": "yes|no"}, "yes or no; true or false in JSON"
    DAY = "date", "date (ISO 8601)"
    MOMENT = "dateTime", "date and time (ISO 8601)"
    PARTIAL_DATE = (
        {"base": "string", "format": r"\d{4}(-\d{2}(-\d{2})?)?"},
        "date as far as it is printed (ISO 8601): 2023-07-17, 2013-01 or 2019",
    )
    ADDRESS = "anyURI", "web address"

    @property
    def described(self) -> str | dict[str, str]:
        """The type as a CSVW datatype."""
        found: str | dict[str, str] = self.value[0]
        return found

    @property
    def title(self) -> str:
        """The type for people."""
        return str(self.value[1])


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """One column. ``value`` takes its value from a row and the address of the site; ``required``: it is never empty.

    ``formerly`` is an earlier name, which still chooses the column. Files have the new name. ``once`` makes the value
    of a column that is the same in all rows, once for each file (``with_values_made_once``).
    """

    name: str
    description: str
    value: Callable[[Any, str], object]
    datatype: Datatype = Datatype.TEXT
    required: bool = False
    formerly: str = ""
    once: Callable[[], object] | None = None

    @property
    def title(self) -> str:
        """The title for people: "Source SHA-256"."""
        words = [ACRONYMS.get(word, word) for word in self.name.split("_")]
        return words[0][:1].upper() + " ".join(words)[1:]


def of(path: str) -> Callable[[Any, str], object]:
    """The value at the end of a path of attributes ("report.source.name"); None if one on the way is missing."""
    names = path.split(".")

    def value(row: Any, site: str) -> object:
        for name in names:
            row = getattr(row, name, None)
        return row

    return value


def link(path: str = "") -> Callable[[Any, str], object]:
    """The complete permanent address of the row, or of the object at the end of a path; None if that is missing."""
    found = of(path) if path else lambda row, site: row

    def value(row: Any, site: str) -> object:
        target: Any = found(row, site)
        return f"{site}{target.get_absolute_url()}" if target else None

    return value


def line_of_text(row: Any, site: str) -> object:
    """The line of a row in a text file; None in other files, which count their paragraphs and rows."""
    return None if row.where else row.line


def fact(value: object) -> object:
    """A value as JSON holds it: with its own type, and null for nothing."""
    match value:
        case None | "" | ():
            return None
        case datetime() | date():
            return value.isoformat()
        case bool() | int():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return list(value)
        case _:
            return str(value)


def words_of(value: object) -> str:
    """A value as the text that people read, "" for nothing."""
    match fact(value):
        case None:
            return ""
        case bool(truth):
            return "yes" if truth else "no"
        case list(words):
            return " ".join(map(str, words))
        case other:
            return str(other)


def cell(value: object) -> str:
    """A value as a cell of CSV holds it."""
    text = words_of(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def with_values_made_once(columns: Iterable[ExportColumn]) -> tuple[ExportColumn, ...]:
    """The columns for one file, in which those that are the same in all rows have their value already."""
    return tuple(_made(column) for column in columns)


def _made(column: ExportColumn) -> ExportColumn:
    if column.once is None:
        return column
    made = column.once()
    return replace(column, value=lambda row, site: made)


def known_names(columns: Iterable[ExportColumn]) -> frozenset[str]:
    """The names by which columns can be chosen, earlier names included."""
    return frozenset(name for column in columns for name in (column.name, column.formerly) if name)


def chosen(columns: Iterable[ExportColumn], names: Iterable[str]) -> tuple[ExportColumn, ...]:
    """The columns with these names, in their own order; all of them if there are no names."""
    wanted = set(names)
    return tuple(column for column in columns if not wanted or wanted & {column.name, column.formerly})
