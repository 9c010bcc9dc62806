"""``manage.py restore``: what was backed up, with its search index, or why not."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from findings.models import SearchEntry
from tests.ingest.snapshots import facts
from tests.pages.story import tell
from tests.stored import keep_in

pytestmark = pytest.mark.django_db


def test_rows_and_index_come_back_and_what_is_there_is_not_lost_unasked(tmp_path, settings, capsys):
    keep_in(tmp_path, settings)
    tell(rows=2)
    path, before, entries = tmp_path / "all.zip", facts(), SearchEntry.objects.count()
    call_command("backup", path)
    with pytest.raises(CommandError, match="--overwrite"):
        call_command("restore", path)
    call_command("restore", path, overwrite=True)
    assert (facts(), SearchEntry.objects.count()) == (before, entries)
    assert "were restored" in capsys.readouterr().out
