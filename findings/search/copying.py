"""Copies of index entries with their tokens, for benchmarks: inside the database, so that no word is read again."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import connection

from findings.search.databases import ENTRIES, TEXTS
from findings.search.entries import PLACE_BITS


def copy_entries(columns: Mapping[str, str], last: int, shift: int) -> None:
    """Write the entries of records up to the ``last`` key again, for reports whose keys are higher by ``shift``.

    ``columns`` tell in SQL what the columns of a copy hold, but for its key, which tells its place in lists. The mark
    of the report stays that of the original.
    """
    original = f"SELECT id FROM {ENTRIES} WHERE record <= {last}"  # noqa: S608
    place = shift << PLACE_BITS
    values = {**columns, "id": f"id + {place}"}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            words = f"SELECT rowid + {place}, tokens FROM {TEXTS} WHERE rowid IN ({original})"  # noqa: S608
            cursor.execute(f"INSERT INTO {TEXTS} (rowid, tokens) {words}")
        else:
            values["tokens"] = "tokens"
        cursor.execute(
            f"INSERT INTO {ENTRIES} ({', '.join(values)}) SELECT {', '.join(values.values())}"  # noqa: S608
            f" FROM {ENTRIES} WHERE record <= {last}"
        )
