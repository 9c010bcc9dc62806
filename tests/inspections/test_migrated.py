"""Commands that write ask for the tables of this version first, and say what to run."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from inspections import migrated
from inspections.migrated import require_migrated

pytestmark = pytest.mark.django_db


def test_a_database_with_its_tables_is_taken():
    require_migrated()


@pytest.mark.parametrize("command", [("reindex",), ("ingest", ".")])
def test_a_database_that_lacks_a_migration_is_refused_with_what_to_run(command):
    MigrationRecorder(connection).migration_qs.filter(app="findings").latest("pk").delete()
    with pytest.raises(CommandError, match=r"has not the tables.*manage\.py migrate"):
        call_command(*command)


def test_a_database_that_cannot_be_read_is_told_with_its_reason(monkeypatch):
    def fail(_: object) -> None:
        raise DatabaseError("disk I/O error")

    monkeypatch.setattr(migrated, "MigrationExecutor", fail)
    with pytest.raises(CommandError, match=r"disk I/O error.*manage\.py migrate"):
        require_migrated()
