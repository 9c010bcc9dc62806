"""Whether the database is there and has the tables of this version: asked by commands before they begin.

A server that cannot be reached is waited for: it may be starting, or be started again.
"""

import sys
import time

from django.conf import settings
from django.core.management.base import CommandError
from django.db import DatabaseError, Error, connection
from django.db.migrations.executor import MigrationExecutor

from inspections.storage_faults import UNREACHABLE, sentence_about

SECONDS_BETWEEN = 2
ADVICE = "Run `manage.py migrate` first, or `make run`."


def require_migrated() -> None:
    """Raise CommandError, with what to run, when the database cannot be read or lacks tables of this version."""
    wait_for_database()
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise CommandError(sentence_about(error) or f"The database cannot be read ({error}). {ADVICE}") from error
    if missing:
        raise CommandError(f"The database has not the tables of this version. {ADVICE}")


def wait_for_database() -> None:
    """Wait for a server that cannot be reached, ``DATABASE_WAIT`` seconds at most. CommandError if it does not come.

    Other faults are left to the first query.
    """
    tries = settings.DATABASE_WAIT // SECONDS_BETWEEN
    for number in range(tries + 1):
        try:
            connection.ensure_connection()
        except Error as error:
            if sentence_about(error) != UNREACHABLE:
                return
            if number == tries:
                raise CommandError(UNREACHABLE) from error
        else:
            return
        if number == 0:
            sys.stderr.write(
                f"The database cannot be reached; waiting for it, {settings.DATABASE_WAIT} s at most ...\n"
            )
        time.sleep(SECONDS_BETWEEN)
