"""What the database program knows of its tables, by which it chooses how to answer a query."""

from __future__ import annotations

from django.db import connection

ROWS_LOOKED_AT = 2_000
"""Of each index, by SQLite: enough to tell a wide from a narrow one, and done in moments however large the table is."""


def gather() -> None:
    """Have the database look at its tables; needed after many rows were written.

    SQLite never does so by itself and without it takes the first index that fits, which can be one that holds every row. PostgreSQL
    does so on its own, but only minutes later. Outside of a transaction PostgreSQL also clears what is no longer seen.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
            cursor.execute("ANALYZE")
        else:
            cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")
