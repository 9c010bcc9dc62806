"""One writer at a time over what documents say.

Loading and correcting decide by what stands already: whether the file, the report or the row is known, which corrections are in force,
what all reports of an authority say. Two that did so side by side would make a report twice, or write over a correction that was made in
between. SQLite lets one transaction write at a time; PostgreSQL is asked for the same.
"""

from django.db import connection

TURN = 7_301_968_421
"""The number of the lock; PostgreSQL's advisory locks share one range of numbers in a database."""


def take_turn() -> None:
    """Wait until no other transaction writes, and write alone until this one ends. Call it first in the transaction."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
