"""``manage.py ingest``: files and folders, a second run, bad paths, refusals, stopping in the middle."""

import os
import signal
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ingest import pipeline
from ingest.files import FoundFile, HashedFile, find_files, hash_file
from ingest.management.commands import ingest as command
from ingest.models import IngestItem, IngestRun, Outcome, Upload
from ingest.pipeline import already_read
from inspections.models import Report, SourceFile
from tests import builders
from tests.migrated import put_tables

ROOT = Path(__file__).resolve().parents[4]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def folder(seeds, tmp_path) -> Path:
    """A folder with two real documents, one that is none, and things to be passed over."""
    inside: Path = tmp_path / "documents"
    (inside / "council").mkdir(parents=True)
    (inside / "0.txt").write_bytes(seeds["001"].read_bytes())
    (inside / "council" / "4.report").write_bytes(seeds["004"].read_bytes())
    (inside / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (inside / ".hidden").mkdir()
    (inside / ".hidden" / "x.txt").write_text("x")
    (inside / ".DS_Store").write_text("x")
    return inside


def ingest(*paths: Path, **options) -> str:
    out = StringIO()
    call_command("ingest", *map(str, paths), stdout=out, **{"workers": 1, **options})
    return out.getvalue()


def documents_in(folder: Path) -> list[HashedFile]:
    opened = [hash_file(FoundFile(path, path.name)) for path in find_files([folder]).files]
    return [one for one in opened if isinstance(one, HashedFile)]


def test_every_document_gets_a_line_and_all_of_them_a_sum(folder):
    said = ingest(folder)
    lines = said.splitlines()
    assert lines[0].startswith("0.txt: loaded; ")
    assert " created, 0 changed, 0 unchanged, 0 retired; notices: " in lines[0]
    assert lines[1].startswith("4.report: loaded; ")
    assert lines[2].startswith("picture.png: refused; ")
    assert "3 documents: 2 loaded, 1 refused." in said
    assert Report.objects.count() == 2
    run = IngestRun.objects.get()
    assert run.finished_at is not None
    assert run.paths == [str(folder)]
    assert [item.outcome for item in run.items.all()] == ["loaded", "loaded", "refused"]


def test_a_second_run_skips_what_is_loaded_without_reading_it(folder, monkeypatch):
    ingest(folder)
    read: list[Path] = []

    def spy(paths, workers):
        read.extend(paths)
        return iter(())

    monkeypatch.setattr(pipeline, "extract_many", spy)
    (folder / "picture.png").unlink()
    said = ingest(folder)
    assert read == []
    assert "2 documents: 2 unchanged." in said
    assert IngestItem.objects.filter(outcome=Outcome.UNCHANGED).count() == 2


def test_again_reads_what_is_loaded_and_changes_nothing(folder):
    first = ingest(folder)
    said = ingest(folder, again=True)
    assert "0 created, 0 changed" in said
    assert first.count("loaded; ") == said.count("unchanged; ") == 2


def test_a_newer_profile_or_reader_makes_known_files_be_read_again(folder):
    ingest(folder)
    documents = documents_in(folder)
    assert len(already_read(documents)) == 2
    Report.objects.filter(kind="ilacs").update(profile="ilacs/0")
    assert len(already_read(documents)) == 1
    SourceFile.objects.update(reader="text/0")
    assert already_read(documents) == {}


def test_a_file_of_which_a_part_was_not_known_is_read_again(folder):
    ingest(folder)
    source = SourceFile.objects.get(name="0.txt")
    source.notices.create(level="error", code="unknown-report", message="A part is of no known kind.")
    assert [one.name for one in already_read(documents_in(folder)).values()] == ["4.report"]


def test_the_same_bytes_twice_are_read_once(folder, monkeypatch):
    (folder / "copy.txt").write_bytes((folder / "0.txt").read_bytes())
    said = ingest(folder)
    assert "copy.txt: unchanged" in said
    assert SourceFile.objects.get(name="0.txt").other_names == ["copy.txt"]


def test_a_refusal_is_named_and_fails_only_when_asked(folder):
    said = ingest(folder / "picture.png")
    assert "1 document: 1 refused." in said
    assert "gives the reason" in said
    with pytest.raises(SystemExit) as stopped:
        ingest(folder / "picture.png", strict=True)
    assert stopped.value.code == 1


def test_a_path_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"There is no file or folder .*nowhere"):
        ingest(tmp_path / "nowhere")


def test_an_empty_folder_is_said_to_be_empty(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(CommandError, match="There is no document in"):
        ingest(tmp_path / "empty")


def test_ctrl_c_keeps_what_was_loaded_and_the_next_run_goes_on(folder, monkeypatch):
    original = pipeline._load
    loaded: list[str] = []

    def stop_at_the_second(document, *args):
        if loaded:
            raise KeyboardInterrupt
        loaded.append(document.path.name)
        return original(document, *args)

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "_load", stop_at_the_second)
        with pytest.raises(SystemExit) as stopped:
            ingest(folder)
    assert stopped.value.code == 130
    assert Report.objects.count() == 1
    assert IngestRun.objects.get().finished_at is None
    said = ingest(folder)
    assert "0.txt: unchanged" in said
    assert "4.report: loaded" in said


def manage(*command: str, environment: dict[str, str]) -> str:
    """Run a command of manage.py in a process of its own; what it printed."""
    run = [sys.executable, "manage.py", *command]
    return subprocess.run(run, cwd=ROOT, env=environment, check=True, capture_output=True, text=True).stdout


@pytest.mark.slow
def test_a_killed_run_leaves_whole_documents_and_the_next_one_goes_on(folder, tmp_path):
    environment = {
        **os.environ, "VAR_DIR": str(tmp_path / "var"), "DJANGO_SETTINGS_MODULE": "inspections.settings",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'killed.sqlite3'}",
    }  # fmt: skip
    put_tables(tmp_path / "killed.sqlite3")
    process = subprocess.Popen(
        [sys.executable, "-u", "manage.py", "ingest", str(folder), "--workers", "1"],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline().startswith("0.txt: loaded")
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    said = manage("ingest", str(folder), environment=environment)
    assert "0.txt: unchanged" in said
    assert "3 documents: " in said


def test_drafts_are_kept_from_the_public_and_nothing_that_is_public_changes(folder, seeds, tmp_path):
    ingest(folder / "0.txt")
    later = tmp_path / "later.txt"
    later.write_bytes(seeds["001"].read_bytes() + b"\n")
    said = ingest(folder, later, draft=True)
    assert "0.txt: unchanged" in said
    assert "later.txt: held back, because it would change what is published; It was not kept as a draft" in said
    assert "picture.png: refused; " in said
    assert "under Documents" not in said
    visibility = dict(Report.objects.values_list("source__name", "visibility"))
    assert visibility == {"0.txt": "published", "4.report": "draft"}
    assert set(SourceFile.objects.values_list("name", flat=True)) == {"0.txt", "4.report"}


def test_bulk_files_follow_what_was_loaded_and_nothing_else(monkeypatch, tmp_path):
    published: list[str] = []
    monkeypatch.setattr(command, "publish_after_loading", lambda *_: published.append("files"))
    (tmp_path / "note.txt").write_text("This is no report of any kind.")
    ingest(tmp_path / "note.txt", no_bulk=True)
    ingest(tmp_path / "note.txt", draft=True, again=True)
    assert published == []
    ingest(tmp_path / "note.txt", again=True)
    assert published == ["files"]


def test_documents_are_handed_to_the_workers_in_the_name_of_a_person(settings, tmp_path):
    settings.UPLOADS_DIR = tmp_path / "uploads"
    documents = tmp_path / "documents"
    documents.mkdir()
    (documents / "a.txt").write_text("Words.")
    (documents / "empty.txt").write_text("")
    with pytest.raises(CommandError, match="There is no account head"):
        ingest(documents, queue="head")
    user = builders.editor("head")
    out = ingest(documents, queue="head", draft=True)
    upload = Upload.objects.get()
    assert (upload.made_by, upload.wish) == (user, "draft")
    assert "empty.txt: refused; " in out
    assert f"1 document handed to the workers, in {upload}." in out
    assert not SourceFile.objects.exists()
