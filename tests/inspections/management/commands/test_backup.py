"""``manage.py backup``: one new file for its owner alone, and no older one is lost; what ``restore`` reads."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from inspections.models import Report
from tests import builders
from tests.object_store import object_store
from tests.stored import keep_in

pytestmark = pytest.mark.django_db


def test_a_new_file_is_written_and_an_old_one_is_not_written_over(tmp_path, settings, capsys):
    keep_in(tmp_path, settings)
    builders.source(name="lost.pdf", stored="aa/lost.pdf")
    path = tmp_path / "all.zip"
    call_command("backup", path)
    assert path.stat().st_mode & 0o077 == 0
    printed = capsys.readouterr()
    assert "rows and 0 documents" in printed.out
    assert "lost.pdf are not kept" in printed.err
    with pytest.raises(CommandError, match="exists"):
        call_command("backup", path)
    with pytest.raises(CommandError, match="no folder"):
        call_command("backup", tmp_path / "nowhere" / "all.zip")


def test_a_backup_in_an_object_store_is_restored_from_there(tmp_path, settings, capsys):
    keep_in(tmp_path, settings)
    builders.report(title="Kept elsewhere")
    with object_store() as address:
        place = address.replace("/kept?", "/kept/all.zip?")
        call_command("backup", place)
        Report.objects.update(title="Changed")
        call_command("restore", place, "--overwrite")
        with pytest.raises(CommandError, match="has no kept/none"):
            call_command("restore", place.replace("all.zip", "none.zip"))
    assert Report.objects.get().title == "Kept elsewhere"
    assert "were restored" in capsys.readouterr().out
