"""The statistics by which the query planner of the database chooses how to answer a query."""

from __future__ import annotations

from typing import Any

from django.db import connection

ROWS_LOOKED_AT = 2_000
"""The rows of each index that SQLite reads: enough to tell a wide one from a narrow one, and few enough to be quick."""


def gather() -> None:
    """Gather statistics; needed after many rows were written.

    SQLite never does so by itself, and without them takes the first index that fits, even one that holds every row.
    PostgreSQL does so by itself, but only minutes later. Outside of a transaction, PostgreSQL also removes dead rows.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
            cursor.execute("ANALYZE")
        else:
            cursor.execute("ANALYZE" if connection.in_atomic_block else "VACUUM ANALYZE")


def after_migrate(plan: Any = (), **kwargs: Any) -> None:
    """Gather statistics when migrations ran: SQLite writes a changed table anew, and forgets what it knew of it."""
    if plan:
        gather()
