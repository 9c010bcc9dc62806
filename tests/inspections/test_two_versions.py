"""The version before goes on reading and writing after the migrations of this one have run: no page waits for them.

Its models are those that its migrations describe. They read every row of today's tables and write one into each, as a
site of that version would which is stopped a little later than its tables change.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction
from django.db.migrations.loader import MigrationLoader

pytestmark = pytest.mark.django_db

BEFORE = {"inspections": "0022_fetching", "findings": "0025_follow_through_by_later_report", "ingest": "0004_fetching"}
"""The last migrations of the version before. Raise them when a version is published."""
LONG_BEFORE = {"inspections": "0016_notices_can_be_settled"}
"""The last of a version whose column ``is_public`` is gone."""

VALUES: dict[Any, Any] = {
    models.BooleanField: False,
    models.DateTimeField: datetime(2020, 1, 1, tzinfo=UTC),
    models.DateField: date(2020, 1, 1),
    models.IntegerField: 1,
    models.FloatField: 1.0,
    models.DecimalField: 1,
    models.JSONField: {},
    models.CharField: "",
    models.TextField: "",
    models.FileField: "",
}
OF_THE_ROW = ("23514", "CHECK constraint", "UNIQUE constraint", "23505")
"""What the database says of the values that are written here, not of its tables."""


def version(last: dict[str, str]) -> list[type[models.Model]]:
    """The models that a version has."""
    apps = MigrationLoader(connection).project_state(list(last.items())).apps
    return [model for model in apps.get_models(include_auto_created=True) if model._meta.app_label in last]


def value(field: Any) -> Any:
    """Anything that the column holds."""
    if field.has_default():
        return field.get_default()
    if field.null:
        return None
    if field.remote_field:
        return 1  # no row needs to be there before the transaction ends
    return next(given for kind, given in VALUES.items() if isinstance(field, kind))


def write(model: type[models.Model]) -> None:
    """Write a row as the version does, with all columns that it knows, and change it."""
    row = model(**{field.attname: value(field) for field in model._meta.concrete_fields if not field.primary_key})
    row.pk = 1 << 30
    row.save(force_insert=True)
    row.save(force_update=True)


def faults(last: dict[str, str]) -> Iterator[str]:
    """What a version cannot do on the tables of today."""
    for model in version(last):
        try:
            with transaction.atomic():
                list(model._default_manager.all())
                write(model)
                transaction.set_rollback(True)
        except DatabaseError as error:
            words = f"{getattr(error.__cause__, 'pgcode', '')} {error}"
            if not any(sign in words for sign in OF_THE_ROW):
                yield f"{model._meta.db_table}: {words}"


def test_the_version_before_reads_and_writes_on_the_tables_of_this_one():
    assert len(version(BEFORE)) > 40
    assert list(faults(BEFORE)) == []


def test_a_version_whose_column_is_gone_does_not():
    assert [fault for fault in faults(LONG_BEFORE) if "is_public" in fault]
