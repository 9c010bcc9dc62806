"""Copies of index entries with their tokens, for benchmarks: inside the database, so that no word is read again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import connection

from findings.search.databases import ENTRIES, TEXTS
from findings.search.entries import FACETS, PLACE_BITS
from findings.search.terms import facet

QUOTE = "'"
"""Around each token of a ``tsvector``."""


def mark(column: str, value: object) -> str:
    """The token by which filters find entries with this value of a column."""
    return facet(FACETS[column], value)


def copy_entries(columns: Mapping[str, str], last: int, shift: int, marks: Sequence[tuple[str, str]] = ()) -> None:
    """Write the entries of records up to the ``last`` key again, for reports whose keys are higher by ``shift``.

    ``columns`` tell in SQL what the columns of a copy hold, but for its key, which tells its place in lists, and
    ``marks`` which tokens it has in place of others. The mark of the report stays that of the original.
    """
    place = shift << PLACE_BITS
    values = {**columns, "id": f"id + {place}"}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            tokens = _with_marks("(' ' || tokens || ' ')", " ", marks)
            both = f"{ENTRIES} JOIN {TEXTS} ON {TEXTS}.rowid = {ENTRIES}.id WHERE record <= {last}"
            words = f"SELECT id + {place}, trim({tokens}) FROM {both}"  # noqa: S608
            cursor.execute(f"INSERT INTO {TEXTS} (rowid, tokens) {words}")
        else:
            values["tokens"] = f"{_with_marks('tokens::text', QUOTE, marks)}::tsvector" if marks else "tokens"
        cursor.execute(
            f"INSERT INTO {ENTRIES} ({', '.join(values)}) SELECT {', '.join(values.values())}"  # noqa: S608
            f" FROM {ENTRIES} WHERE record <= {last}"
        )


def _with_marks(tokens: str, around: str, marks: Sequence[tuple[str, str]]) -> str:
    """Tokens as text with other marks, as SQL; ``around`` stands on both sides of each token."""
    beside = "'" + around.replace("'", "''") + "'"
    for old, new in marks:
        tokens = f"replace({tokens}, {beside} || ({old}) || {beside}, {beside} || ({new}) || {beside})"
    return tokens
