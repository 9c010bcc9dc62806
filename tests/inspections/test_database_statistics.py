"""After many rows were written the database is told to look at them."""

import pytest
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection

from inspections import database_statistics
from tests import builders

TOLD = {
    "sqlite": "SELECT max(CAST(stat AS INTEGER)) FROM sqlite_stat1 WHERE tbl = 'inspections_report'",
    "postgresql": "SELECT reltuples FROM pg_class WHERE relname = 'inspections_report'",
}


def known_reports() -> int:
    with connection.cursor() as cursor:
        cursor.execute(TOLD[connection.vendor])
        return max(int(cursor.fetchone()[0] or 0), 0)


@pytest.mark.django_db
def test_the_database_knows_how_many_rows_there_are_once_they_were_gathered():
    for _ in range(3):
        builders.report()
    database_statistics.gather()
    assert known_reports() == 3


@pytest.mark.django_db
@pytest.mark.parametrize(("plan", "known"), [(["a migration"], 2), ([], 0)])
def test_they_are_gathered_after_migrations_and_not_when_there_were_none(plan, known):
    database_statistics.gather()
    for _ in range(2):
        builders.report()
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default", plan=plan)
    assert known_reports() == known
