"""Whether the database has the tables of this version: asked by commands that write, before they begin."""

from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

ADVICE = "Run `manage.py migrate` first, or `make run`."


def require_migrated() -> None:
    """Raise CommandError, with what to run, when the database cannot be read or lacks tables of this version."""
    try:
        executor = MigrationExecutor(connection)
        missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        raise CommandError(f"The database cannot be read ({error}). {ADVICE}") from error
    if missing:
        raise CommandError(f"The database has not the tables of this version. {ADVICE}")
