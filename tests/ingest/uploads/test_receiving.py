"""What comes in gets a row: it waits to be read, or is refused with a sentence."""

import pytest

from ingest.files import FoundFile, UnopenedPath
from ingest.models import DocumentState, UploadedDocument
from ingest.uploads import limits, receiving, storage
from ingest.uploads.receiving import HELD, TWICE, add_members
from tests import builders
from tests.ingest.uploads.conftest import send
from tests.stored import TEXT, source

pytestmark = pytest.mark.django_db


def states(upload) -> list[tuple[str, str]]:
    return [(one.state, one.message) for one in upload.documents.all()]


def packed(name: str, content: bytes) -> FoundFile:
    path = storage.folder() / f"packed-{name}"
    path.write_bytes(content)
    return FoundFile(path, f"pack.zip/{name}")


@pytest.mark.either_database
def test_a_file_waits_to_be_read_under_the_name_that_was_given_which_is_no_path():
    upload = send(b"words", names=("../../etc/pass\x00wd.txt",))
    (document,) = upload.documents.all()
    assert (document.state, document.size, document.name) == ("waiting", 5, "../../etc/pass�wd.txt")
    assert storage.path_of(document.stored).parent == storage.folder()
    assert upload.made_by == builders.editor("sender")


@pytest.mark.either_database
def test_a_file_without_a_name_gets_one():
    assert send(b"words", names=("",)).documents.get().name == receiving.NO_NAME


@pytest.mark.either_database
def test_an_empty_file_is_refused():
    upload = send(b"")
    assert states(upload) == [("refused", limits.EMPTY)]
    assert upload.documents.get().stored == ""


def test_a_file_that_is_held_is_refused_with_a_link_unless_it_was_refused_itself():
    held = source(b"words", TEXT)
    source(b"other", TEXT, status="refused")
    upload = send(b"words", b"other")
    assert states(upload) == [("refused", HELD), ("waiting", "")]
    assert upload.documents.first().source == held


def test_a_file_that_waits_for_a_decision_is_refused_with_a_link_until_that_is_made():
    first = send(b"words", b"words")
    assert states(first) == [("waiting", ""), ("refused", TWICE)]
    again = send(b"words")
    assert states(again) == [("refused", TWICE)]
    assert again.documents.get().twin.upload == first
    UploadedDocument.objects.filter(state="waiting").update(state=DocumentState.REFUSED, message="No.")
    assert states(send(b"words")) == [("waiting", "")]


@pytest.mark.either_database
def test_members_join_the_upload_each_with_its_reason_if_it_has_one():
    upload = send(b"an archive")
    archive = upload.documents.get()
    locked = UnopenedPath(storage.folder() / "no", "It is locked.", "pack.zip/locked.pdf")
    add_members(archive, [packed("a.txt", b"words"), packed("b.txt", b"words"), locked])
    members = archive.members.order_by("pk")
    assert [(one.name, one.state, one.message) for one in members] == [
        ("pack.zip/a.txt", "waiting", ""),
        ("pack.zip/b.txt", "refused", TWICE),
        ("pack.zip/locked.pdf", "refused", "It is locked."),
    ]


@pytest.mark.parametrize(("name", "most"), [("MAX_DOCUMENTS", 2), ("MAX_UNPACKED", 10)])
def test_an_upload_holds_no_more_than_its_limit_and_says_which_was_the_first_left_out(monkeypatch, name, most):
    monkeypatch.setattr(receiving, name, most)
    archive = send(b"an archive").documents.get()
    add_members(archive, [packed(str(number), b"words" + bytes([number])) for number in range(5)])
    members = archive.members.order_by("pk")
    kept = 2 if name == "MAX_DOCUMENTS" else 1
    assert [one.state for one in members] == ["waiting"] * kept + ["refused"]
    assert members.last().message == limits.TOO_MANY_PACKED
