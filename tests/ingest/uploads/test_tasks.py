"""What a worker does with a message: the work of any worker, once, and without a fault of the broker."""

import pytest
from celery.exceptions import SoftTimeLimitExceeded

from ingest.models import DocumentState, UploadedDocument
from ingest.uploads import broker, tasks
from ingest.uploads.holds import held, held_now
from tests.ingest.uploads.conftest import send

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


class Sandbox:
    """Stands in for the processes that read."""

    is_open = True

    def __exit__(self, *facts: object) -> None:
        self.is_open = False


@pytest.fixture(autouse=True)
def announced(monkeypatch) -> list[int]:
    """How many documents are held whenever the broker is told of what came of the work."""
    held_then: list[int] = []
    monkeypatch.setattr(broker, "announce", lambda: held_then.append(len(held_now())))
    monkeypatch.setattr(tasks, "Sandbox", Sandbox)
    monkeypatch.setattr(tasks, "_sandboxes", [])
    return held_then


@pytest.fixture
def worked(monkeypatch) -> list[str]:
    """The names of documents that were worked on, which finishes them."""
    names: list[str] = []

    def finish(document, sandbox, breaks):
        names.append(document.name)
        UploadedDocument.objects.filter(pk=document.pk).update(state=DocumentState.READY)

    monkeypatch.setattr(tasks, "work_with", finish)
    return names


def test_the_document_of_the_message_is_worked_on_once_and_what_came_of_it_announced(worked, announced):
    first, second = send(b"a", b"b").documents.all()
    for key in (second.pk, second.pk, first.pk):
        tasks.work(key)
    assert worked == ["document-1.txt", "document-0.txt"]
    assert announced == [0, 0, 0]


def test_one_that_another_has_in_hand_or_that_is_not_there_is_left_alone(worked):
    document = send(b"a").documents.get()
    with held(document.pk):
        tasks.work(document.pk)
    tasks.work(document.pk + 1)
    assert worked == []


def test_one_that_takes_too_long_stays_open_and_its_reading_process_ends(monkeypatch):
    used: list[Sandbox] = []

    def take_long(document, sandbox, breaks):
        used.append(sandbox)
        assert SoftTimeLimitExceeded in breaks
        raise SoftTimeLimitExceeded

    monkeypatch.setattr(tasks, "work_with", take_long)
    document = send(b"a").documents.get()
    for _ in range(2):
        tasks.work(document.pk)
    assert UploadedDocument.objects.open().get() == document
    assert [one.is_open for one in used] == [False, False]
    assert used[0] is not used[1]
