"""A backup holds everything that people and readings made, and what is restored is the same or nothing at all."""

import json
import shutil
from datetime import timedelta
from zipfile import ZipFile

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.utils import timezone

from inspections.backup.restoring import NotRestored, restore_backup
from inspections.backup.tables import models_of_backup
from inspections.backup.writing import write_backup
from inspections.models import Report
from tests import builders
from tests.ingest.snapshots import MODELS, everything
from tests.pages.story import tell
from tests.stored import keep_in, source, three_pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folders(tmp_path, settings):
    keep_in(tmp_path, settings)


@pytest.fixture
def backup(tmp_path):
    """A backup of a story with a stored document, made at a time that restoring must not change."""
    story = tell(rows=2)
    builders.report(source=source(three_pages()), title="With a document")
    Report.objects.update(loaded_at=timezone.now() - timedelta(days=9))
    builders.editor("ada", group="Editors")
    write_backup(tmp_path / "backup.zip")
    assert story.report
    return tmp_path / "backup.zip"


def altered(backup, tmp_path, change):
    """The backup with other members."""
    target = tmp_path / "altered.zip"
    with ZipFile(backup) as old, ZipFile(target, "w") as new:
        members = {name: old.read(name) for name in old.namelist()}
        change(members)
        for name, data in members.items():
            new.writestr(name, data)
    return target


def test_what_is_restored_is_what_was_backed_up(backup, tmp_path, settings):
    before = everything()
    shutil.rmtree(settings.MEDIA_ROOT)
    builders.finding(Report.objects.first(), text="It came after the backup.")
    Report.objects.filter(title="With a document").update(title="Changed since")
    Session.objects.create(session_key="k", session_data="", expire_date=timezone.now())
    result = restore_backup(backup, overwrite=True)
    assert everything() == before
    assert result.documents == 1
    assert (settings.MEDIA_ROOT / Report.objects.get(title="With a document").source.stored.name).is_file()
    assert get_user_model().objects.get(username="ada").has_perm("findings.add_correction")
    assert not Session.objects.exists()
    assert {model for model in MODELS if model not in models_of_backup()} == set()


def test_new_rows_after_a_restore_get_keys_of_their_own(backup):
    restore_backup(backup, overwrite=True)
    assert builders.report().pk not in Report.objects.order_by("pk").values_list("pk", flat=True)[:2]


def test_a_database_that_holds_something_is_left_alone_unless_told(backup):
    before = everything()
    Report.objects.filter(title="With a document").update(title="Changed since")
    with pytest.raises(NotRestored, match=r"holds .*source files.*--overwrite"):
        restore_backup(backup)
    assert Report.objects.filter(title="Changed since").exists()
    restore_backup(backup, overwrite=True)
    assert everything() == before


def _cut(members):
    members["rows/inspections.report.jsonl"] = members["rows/inspections.report.jsonl"][:-9]


def _swap(members):
    (name,) = (name for name in members if name.startswith("sources/"))
    members[name] = b"another document"


def _older(members):
    manifest = json.loads(members["manifest.json"])
    manifest["migrations"]["inspections"] = "0001_initial"
    members["manifest.json"] = json.dumps(manifest).encode()


def _future(members):
    members["manifest.json"] = members["manifest.json"].replace(b'"format": 1', b'"format": 2')


def _without_manifest(members):
    del members["manifest.json"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (_cut, "rows/inspections.report.jsonl in the backup is damaged"),
        (_swap, "is damaged"),
        (_older, "another version of this program .* inspections"),
        (_future, "format 2"),
        (_without_manifest, "no whole backup"),
    ],
)
def test_a_backup_that_is_not_whole_or_not_ours_changes_nothing(backup, tmp_path, change, sentence):
    before = everything()
    with pytest.raises(NotRestored, match=sentence):
        restore_backup(altered(backup, tmp_path, change), overwrite=True)
    assert everything() == before


def test_a_file_that_is_no_backup_is_refused(tmp_path):
    (tmp_path / "text.zip").write_text("no archive")
    for name in ("text.zip", "missing.zip"):
        with pytest.raises(NotRestored, match="no whole backup"):
            restore_backup(tmp_path / name)
