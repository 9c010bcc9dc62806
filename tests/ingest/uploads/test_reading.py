"""What becomes of a document in the hands of a worker: unpacked, read with a preview, or refused."""

import hashlib
from dataclasses import replace
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.utils import timezone

from ingest.models import DocumentState, UploadedDocument, Wish
from ingest.sandbox import Sandbox
from ingest.uploads import reading, storage
from ingest.uploads.reading import BROKEN_OFF, LOADING_BROKEN_OFF, MOST_TRIES, OTHER_BYTES, work_on, worker_name
from inspections.models import Report, SourceFile
from tests import builders
from tests.ingest.drafts_builder import extraction, refusal, sif
from tests.ingest.uploads.conftest import send

pytestmark = pytest.mark.django_db


class Made:
    """A sandbox whose readings are made up; it unpacks as the real one does."""

    def __init__(self, *readings, while_reading=lambda: None):
        self.readings, self.while_reading = list(readings), while_reading

    def read(self, jobs):
        for job in jobs:
            self.while_reading()
            made = self.readings.pop(0)
            yield replace(made, name=job.name)

    def unpack(self, job):
        return job.run()


def zipped(**members: bytes) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(f"{name}.txt", content)
    return buffer.getvalue()


def of_bytes(made, content: bytes):
    return replace(made, sha256=hashlib.sha256(content).hexdigest())


def worked(content: bytes, sandbox) -> UploadedDocument:
    document = send(content).documents.get()
    work_on(document, sandbox)
    document.refresh_from_db()
    return document


def test_a_document_that_was_read_is_ready_with_its_preview_and_nothing_is_loaded():
    document = worked(b"a", Made(of_bytes(extraction(sif()), b"a")))
    assert (document.state, document.tries, document.summary["titles"]) == ("ready", 1, [sif().title])
    assert document.summary["created"] > 5
    kept = storage.stored_reading(document.stored)
    assert kept
    assert kept[1].token == document.summary["token"]
    assert not Report.objects.exists()
    assert not SourceFile.objects.exists()


@pytest.mark.either_database
@pytest.mark.parametrize(
    ("made", "message"),
    [
        (of_bytes(refusal(), b"a"), "The file is no document that can be read."),
        (of_bytes(extraction(), b"a"), "It holds no report."),
        (extraction(sif()), OTHER_BYTES),
    ],
    ids=("refused", "without a report", "changed meanwhile"),
)
def test_what_cannot_be_read_is_refused_with_the_reason_and_its_bytes_go(made, message):
    document = worked(b"a", Made(made))
    assert (document.state, document.message, document.stored) == ("refused", message, "")
    assert list(storage.folder().iterdir()) == []


def test_an_archive_gives_way_to_what_is_in_it():
    document = worked(zipped(one=b"first", two=b"second"), Made())
    assert (document.state, document.stored) == ("unpacked", "")
    members = document.members.order_by("pk")
    assert [(one.name, one.state) for one in members] == [
        ("document-0.txt/one.txt", "waiting"),
        ("document-0.txt/two.txt", "waiting"),
    ]
    assert len(list(storage.folder().iterdir())) == 2


@pytest.mark.either_database
def test_what_was_packed_is_read_and_not_unpacked_again():
    packed = zipped(inner=b"words")
    document = worked(zipped(outer=packed), Made())
    member = document.members.get()
    work_on(member, Made(of_bytes(extraction(sif()), b"words")))
    member.refresh_from_db()
    assert (member.name, member.state) == ("document-0.txt/outer.txt/inner.txt", "ready")


@pytest.mark.either_database
def test_a_bomb_in_an_archive_is_refused_and_the_rest_is_taken():
    document = worked(zipped(bomb=bytes(40 << 20), words=b"words"), Made())
    bomb, words = document.members.order_by("pk")
    assert bomb.state == "refused"
    assert "unpacks to more" in bomb.message
    assert words.state == "waiting"


@pytest.mark.either_database
def test_an_archive_without_documents_is_refused_itself():
    document = worked(zipped(), Made())
    assert (document.state, document.message) == ("refused", "The archive has no documents in it.")
    assert not document.members.exists()


@pytest.mark.either_database
def test_an_office_document_is_read_and_not_unpacked():
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    content = buffer.getvalue()
    assert worked(content, Made(of_bytes(extraction(sif()), content))).state == "ready"


@pytest.mark.either_database
def test_a_mail_is_a_document_beside_its_attachments():
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "ada@example.org", "bo@example.org", "A report"
    mail["Date"] = "Mon, 14 Sep 2015 09:00:00 +0000"
    mail.set_content("Here is the report of our visit.")
    mail.add_attachment(b"words", maintype="text", subtype="plain", filename="report.txt")
    document = worked(bytes(mail), Made())
    assert document.state == "unpacked"
    own, attached = document.members.order_by("pk")
    assert (own.name, own.sha256) == (document.name, document.sha256)
    assert attached.name == "document-0.txt/report.txt"


def test_what_was_discarded_while_it_was_read_stays_so():
    document = send(b"a").documents.get()

    def discard():
        values = {"state": DocumentState.DISCARDED, "decided_by": document.upload.made_by}
        UploadedDocument.objects.update(**values, decided_at=document.upload.made_at, stored="")
        storage.forget(document.stored)

    work_on(document, Made(of_bytes(extraction(sif()), b"a"), while_reading=discard))
    document.refresh_from_db()
    assert document.state == "discarded"
    assert list(storage.folder().iterdir()) == []


@pytest.mark.either_database
def test_reading_that_breaks_off_again_and_again_ends():
    document = send(b"a").documents.get()
    UploadedDocument.objects.update(tries=MOST_TRIES)
    document.refresh_from_db()
    work_on(document, Made())
    document.refresh_from_db()
    assert (document.state, document.message) == ("refused", BROKEN_OFF)


@pytest.mark.either_database
def test_loading_that_breaks_off_again_and_again_gives_the_document_back(monkeypatch):
    document = send(b"a").documents.get()
    decided = {"decided_by": builders.editor("head"), "decided_at": timezone.now()}
    UploadedDocument.objects.update(state=DocumentState.READY, wish=Wish.PUBLISH, **decided)
    monkeypatch.setattr(reading, "carry_out", lambda document: None)
    for tries in range(MOST_TRIES):
        document.refresh_from_db()
        assert (document.tries, document.wish) == (tries, "publish")
        work_on(document, Made())
    document.refresh_from_db()
    work_on(document, Made())
    document.refresh_from_db()
    assert (document.state, document.wish, document.message) == ("ready", "", LOADING_BROKEN_OFF)
    assert storage.is_there(document.stored)


@pytest.mark.either_database
def test_who_works_on_a_document_is_written_down_before_it_is_read():
    seen: list[UploadedDocument] = []
    made = Made(of_bytes(extraction(sif()), b"a"), while_reading=lambda: seen.append(UploadedDocument.objects.get()))
    worked(b"a", made)
    assert (seen[0].state, seen[0].worker) == ("reading", worker_name())
    assert seen[0].taken_at
    assert seen[0].taken_at >= seen[0].upload.made_at


@pytest.mark.either_database
def test_the_real_sandbox_reads_the_stored_bytes():
    content = (Path(__file__).parents[3] / "ingest" / "samples" / "12-ilacs-2023.txt").read_bytes()
    with Sandbox() as sandbox:
        document = worked(content, sandbox)
    assert (document.state, document.summary["has_errors"]) == ("ready", False)
