"""Every table is in a backup or can be made again, and keys that differ between databases are written by name."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from inspections.backup.tables import APPS, MADE_AGAIN, NamedKeys, models_of_backup

LEFT_OUT = {"contenttypes", "sessions"}


def test_every_table_is_kept_or_made_again():
    kept = {model._meta.label_lower for model in models_of_backup()}
    every = {model._meta.label_lower for model in apps.get_models(include_auto_created=True)}
    assert every - kept == MADE_AGAIN | {label for label in every if label.split(".")[0] in LEFT_OUT}
    assert {label.split(".")[0] for label in kept} == set(APPS)


@pytest.mark.django_db
def test_rights_are_written_by_name_and_unknown_ones_are_left_out():
    through = Group.permissions.through
    row, keys = through.objects.first(), NamedKeys()
    written = keys.written(row)
    assert isinstance(written["permission_id"], str)
    again = keys.row(through, written)
    assert again is not None
    assert vars(again)["permission_id"] == row.permission_id
    assert keys.row(through, written | {"permission_id": "lighthouse.view_lamp"}) is None
