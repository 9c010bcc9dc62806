"""Which document a worker takes in hand, and that nobody else takes it meanwhile."""

import pytest

from ingest.models import DocumentState, UploadedDocument, Wish
from ingest.uploads import holds, queue, storage
from ingest.uploads.queue import GONE, taken
from tests.ingest.uploads.conftest import send

pytestmark = pytest.mark.django_db


def names() -> list[str]:
    """What workers would take, one after the other, if none of them finished."""
    with taken() as first:
        if first is None:
            return []
        with taken() as second:
            return [one.name for one in (first, second) if one]


def test_the_first_is_taken_first_and_nobody_takes_what_another_has():
    send(b"a", b"b")
    assert names() == ["document-0.txt", "document-1.txt"]
    assert names() == ["document-0.txt", "document-1.txt"]


def test_a_document_that_was_being_read_when_its_worker_ended_is_taken_up_again():
    send(b"a")
    UploadedDocument.objects.update(state=DocumentState.READING, tries=1)
    assert names() == ["document-0.txt"]


def test_one_that_is_ready_is_taken_only_when_a_person_has_decided():
    document = send(b"a").documents.get()
    UploadedDocument.objects.update(state=DocumentState.READY)
    assert names() == []
    UploadedDocument.objects.update(wish=Wish.PUBLISH)
    assert names() == [document.name]


def test_what_somebody_finished_since_the_list_was_made_is_passed_over(monkeypatch):
    first, second = send(b"a", b"b").documents.all()
    held = holds.held

    def finish_first(key):
        UploadedDocument.objects.filter(pk=first.pk).update(state=DocumentState.REFUSED, message="No.")
        return held(key)

    monkeypatch.setattr(queue, "held", finish_first)
    assert names() == [second.name]


def test_a_document_whose_bytes_have_gone_is_refused():
    lost, other = send(b"a", b"b").documents.all()
    storage.forget(lost.stored)
    assert names() == [other.name]
    lost.refresh_from_db()
    assert (lost.state, lost.message) == ("refused", GONE)


def test_a_document_is_taken_by_its_key_unless_it_is_done_or_in_other_hands():
    first, second = send(b"a", b"b").documents.all()
    with taken(second.pk) as one:
        assert one == second
        with taken(second.pk) as again:
            assert again is None
    UploadedDocument.objects.filter(pk=first.pk).update(state=DocumentState.REFUSED, message="No.")
    with taken(first.pk) as none:
        assert none is None


def test_all_keys_are_looked_through_however_many_there_are(monkeypatch):
    monkeypatch.setattr(queue, "AT_ONCE", 1)
    assert [row.name for row in send(b"a", b"b", b"c").documents.all()][:2] == names()
