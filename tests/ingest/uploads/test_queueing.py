"""Files of a folder that are handed to the workers: loaded once they are read, as was decided beforehand."""

from pathlib import Path

import pytest
from django.conf import settings as django_settings

from findings.models import Finding
from ingest.drafts import Extraction
from ingest.files import UnopenedPath, find_files
from ingest.models import Upload, UploadedDocument, Wish
from ingest.uploads import queueing, reading, storage
from ingest.uploads.deciding import discard, load_once_more
from ingest.uploads.limits import TOO_LARGE
from ingest.uploads.queue import GONE
from ingest.uploads.queueing import hand_over, hand_over_again
from ingest.uploads.receiving import TWICE
from ingest.uploads.worker import work_off
from inspections.documents.stored_files import source_files
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


@pytest.fixture
def held(documents: Path) -> SourceFile:
    """A file that is held, of which a reader of before has read a paragraph otherwise."""
    list(hand_over(find_files([documents / "a.txt"]), Wish.DRAFT, builders.editor("head")))
    work_off()
    Finding.objects.filter(pk=Finding.objects.order_by("pk")[0].pk).update(text="Read by a reader of before.")
    return SourceFile.objects.get()


@pytest.mark.either_database
def test_files_that_are_held_are_read_again_by_the_worker_and_stay_drafts(held: SourceFile):
    user = builders.editor("other")
    (upload,) = hand_over_again([held], user)
    assert list(hand_over_again([held], user)) == [], "it waits for that already"
    work_off()
    document = upload.documents.get()
    assert (document.state, document.source, document.decided_by, document.stored) == ("reread", held, user, "")
    assert document.message == "0 records created, 1 changed, 0 retired."
    assert not Finding.objects.filter(text="Read by a reader of before.").exists()
    assert not Report.objects.get().is_public
    assert source_files().has(str(held.stored))
    assert len(list(hand_over_again([held], user))) == 1


def test_a_held_file_whose_bytes_are_lost_is_refused(held: SourceFile):
    (upload,) = hand_over_again([held], builders.editor("other"))
    source_files().forget(str(held.stored))
    work_off()
    document = upload.documents.get()
    assert (document.state, document.message) == ("refused", GONE)


def test_one_that_was_discarded_while_it_was_read_is_left_alone(held: SourceFile, monkeypatch):
    (upload,) = hand_over_again([held], builders.editor("other"))

    def discarded_meanwhile(document: UploadedDocument, extraction: Extraction) -> None:
        discard([document], builders.editor("third"))
        load_once_more(document, extraction)

    monkeypatch.setattr(reading, "load_once_more", discarded_meanwhile)
    work_off()
    assert upload.documents.get().state == "discarded"
    assert Finding.objects.filter(text="Read by a reader of before.").exists()


def test_many_held_files_make_several_uploads(held: SourceFile, monkeypatch):
    monkeypatch.setattr(queueing, "MAX_FILES", 1)
    other = builders.source(name="other.txt")
    assert [one.documents.get().name for one in hand_over_again([held, other], builders.editor("other"))] == [
        "a.txt",
        "other.txt",
    ]
