"""``manage.py reread``: which documents are read again, and what is printed of them."""

import pytest
from django.core.management import CommandError, call_command

from findings.models import Finding
from ingest import rereading
from ingest.load import load
from ingest.management.commands import reread as command
from ingest.management.commands.reread import chosen
from ingest.models import IngestRun, UploadedDocument
from ingest.uploads import queueing
from inspections.models import SourceFile
from tests import builders
from tests.ingest.drafts_builder import extraction, finding, sif, with_findings

pytestmark = pytest.mark.django_db

BEFORE = extraction(sif(), name="report.txt")
AFTER = extraction(with_findings(sif(), finding("2", "Read better.", section="s2")), name="report.txt")


@pytest.fixture(autouse=True)
def stored(settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path
    load(BEFORE, b"report")
    monkeypatch.setattr(rereading, "extract_many", lambda files, _=1: (AFTER for _ in files))


def test_a_trial_prints_every_difference_and_changes_nothing(capsys):
    call_command("reread", dry_run=True)
    printed = capsys.readouterr().out
    assert "changed: /reports/wexcombe/sif-2015-11-27/ finding para-2" in printed
    assert "-> 'Read better.'" in printed
    assert "retired: /reports/wexcombe/sif-2015-11-27/ finding para-4" in printed
    assert "Nothing was written." in printed
    assert Finding.objects.live().count() == 3
    assert not IngestRun.objects.exists()


def test_reading_again_loads_is_on_record_and_renews_the_bulk_files(capsys, monkeypatch):
    published: list[str] = []
    monkeypatch.setattr(command, "publish_after_loading", lambda *_: published.append("files"))
    call_command("reread", kind="sif", authority="wexcombe", profile="sif/1")
    assert Finding.objects.live().get().text == "Read better."
    assert published == ["files"]
    assert "2 retired" in capsys.readouterr().out
    assert IngestRun.objects.get().items.get().outcome == "loaded"


def test_files_without_their_bytes_are_named(capsys):
    report = builders.report(source=builders.source(name="lost.txt", stored=""))
    call_command("reread", dry_run=True)
    assert f"{report.source.name}: not read; its bytes are not kept" in capsys.readouterr().out


@pytest.mark.parametrize("narrowed", [("ilacs", None, None), (None, "kent", None), (None, None, "sif/2")])
def test_documents_are_narrowed_by_what_is_given(narrowed):
    assert not chosen(*narrowed).exists()
    with pytest.raises(CommandError, match="No stored document"):
        call_command("reread", **dict(zip(("kind", "authority", "profile"), narrowed, strict=True)))


def test_documents_can_be_handed_to_the_workers(capsys, monkeypatch):
    monkeypatch.setattr(queueing, "start_worker", lambda: None)
    builders.editor("head")
    call_command("reread", queue="head")
    assert "1 document handed to the workers." in capsys.readouterr().out
    assert UploadedDocument.objects.get().source == SourceFile.objects.get()
    call_command("reread", queue="head")
    assert "0 documents handed to the workers." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "says"),
    [({"queue": "nobody"}, "There is no account nobody"), ({"queue": "head", "dry_run": True}, "leave out")],
)
def test_workers_are_asked_in_the_name_of_a_person_and_not_for_a_trial(asked, says):
    builders.editor("head")
    with pytest.raises(CommandError, match=says):
        call_command("reread", **asked)
