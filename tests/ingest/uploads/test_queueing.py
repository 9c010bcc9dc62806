"""Files of a folder that are handed to the workers: loaded once they are read, as was decided beforehand."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings

from ingest.files import UnopenedPath, find_files
from ingest.models import Upload, UploadedDocument, Wish
from ingest.uploads import queueing, storage
from ingest.uploads.limits import TOO_LARGE
from ingest.uploads.queueing import hand_over
from ingest.uploads.receiving import TWICE
from ingest.uploads.worker import work_off
from inspections.models import Report, SourceFile, VisibilityChange
from tests import builders

pytestmark = pytest.mark.django_db

SAMPLE = Path(django_settings.BASE_DIR) / "ingest" / "samples" / "11-send.txt"


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """A folder with two documents, one of them twice."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(SAMPLE.read_bytes())
    (folder / "c.txt").write_bytes(b"No report.")
    return folder


def outcomes() -> list[tuple[str, str]]:
    return list(UploadedDocument.objects.order_by("name").values_list("name", "state"))


def test_documents_are_loaded_by_the_worker_in_the_name_of_a_person(
    documents: Path, django_capture_on_commit_callbacks
):
    user = builders.editor("head")
    (upload,) = hand_over(find_files([documents]), Wish.PUBLISH, user)
    assert (documents / "a.txt").is_file(), "what is handed over is a copy"
    with django_capture_on_commit_callbacks(execute=True):
        work_off()
    assert outcomes() == [("a.txt", "published"), ("b.txt", "refused"), ("c.txt", "refused")]
    first, second, _ = upload.documents.order_by("name")
    assert (first.decided_by, first.source, second.message) == (user, SourceFile.objects.get(), TWICE)
    assert first.source.stored.read() == SAMPLE.read_bytes()
    assert Report.objects.get().is_public
    assert VisibilityChange.objects.get().made_by == user
    assert list(storage.folder().iterdir()) == []


@pytest.mark.either_database
def test_drafts_stay_drafts_and_what_would_change_something_public_waits_for_a_person(documents: Path, tmp_path: Path):
    user = builders.editor("head")
    list(hand_over(find_files([documents / "a.txt"]), Wish.DRAFT, user))
    work_off()
    report = Report.objects.get()
    assert (outcomes(), report.is_public) == ([("a.txt", "draft")], False)
    Report.objects.update(visibility="published")
    (documents / "a.txt").write_bytes(SAMPLE.read_bytes() + b"\nOne line more.\n")
    list(hand_over(find_files([documents / "a.txt"]), Wish.DRAFT, user))
    work_off()
    held = UploadedDocument.objects.order_by("pk").last()
    assert (held.state, held.wish) == ("ready", "")
    assert "would change" in held.message
    assert held.summary["touches_published"]


@pytest.mark.either_database
def test_many_files_make_several_uploads_and_workers_begin_with_the_first(documents: Path, monkeypatch):
    begun: list[int] = []
    monkeypatch.setattr(queueing, "MAX_FILES", 2)
    monkeypatch.setattr(queueing, "start_worker", lambda: begun.append(Upload.objects.count()))
    assert len(list(hand_over(find_files([documents]), Wish.PUBLISH, builders.editor("head")))) == 2
    assert begun == [1, 2]


@pytest.mark.either_database
def test_what_cannot_be_handed_over_is_refused_with_the_reason(documents: Path, monkeypatch):
    found = find_files([documents])
    (documents / "a.txt").unlink()
    monkeypatch.setattr(queueing, "MAX_FILE", 100)
    unopened = UnopenedPath(documents / "d.txt", "It cannot be opened: no.")
    list(hand_over(type(found)(found.files, (unopened,)), Wish.PUBLISH, builders.editor("head")))
    reasons = dict(UploadedDocument.objects.values_list("name", "message"))
    assert "cannot be opened: No such file" in reasons["a.txt"]
    assert reasons["b.txt"] == TOO_LARGE
    assert (reasons["c.txt"], reasons["d.txt"]) == ("", unopened.reason)
