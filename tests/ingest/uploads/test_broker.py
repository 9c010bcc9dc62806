"""What the broker is told, and what is told again: here in the memory of the test, with servers in another test."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from kombu.transport.memory import Channel

from ingest.models import DocumentState, UploadedDocument
from ingest.uploads import broker
from ingest.uploads.holds import held
from ingest.uploads.worker import start_worker
from tests.ingest.uploads.conftest import send

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_memory(settings, monkeypatch) -> Iterator[None]:
    """A broker in the memory of this process."""
    settings.UPLOAD_WORKER = "celery"
    monkeypatch.setitem(broker.app.conf, "broker_url", "memory://")
    Channel.queues.clear()
    yield
    Channel.queues.clear()


def lose_all() -> None:
    Channel.queues.clear()


@contextmanager
def unreachable(monkeypatch) -> Iterator[None]:
    """A broker that takes no connection, at a port where nobody listens."""
    with monkeypatch.context() as patch:
        patch.setitem(broker.app.conf, "broker_url", "redis://127.0.0.1:1/0")
        yield


def test_each_document_is_announced_once():
    send(b"a", b"b")
    assert (broker.announce(), broker.waiting()) == (2, 2)
    assert (broker.announce(), broker.waiting()) == (0, 2)


@pytest.mark.either_database
def test_many_are_announced_in_portions(monkeypatch):
    monkeypatch.setattr(broker, "AT_ONCE", 2)
    send(b"a", b"b", b"c")
    assert [broker.announce() for _ in range(3)] == [2, 1, 0]


@pytest.mark.either_database
def test_what_is_done_is_not_announced():
    send(b"a")
    UploadedDocument.objects.update(state=DocumentState.READY)
    assert broker.announce() == 0


def test_what_the_broker_lost_is_announced_again_unless_somebody_has_it():
    lost, _ = send(b"a", b"b").documents.all()
    broker.announce()
    lose_all()
    assert broker.waiting() == 0
    with held(lost.pk):
        assert broker.sweep() == 1
    lose_all()
    assert broker.sweep() == 2


@pytest.mark.either_database
def test_nothing_is_announced_again_while_messages_wait():
    send(b"a", b"b")
    broker.announce()
    assert broker.sweep() == 0
    send(b"c")
    assert (broker.sweep(), broker.waiting()) == (1, 3)


@pytest.mark.either_database
def test_a_site_whose_broker_cannot_be_reached_goes_on_and_announces_later(monkeypatch, caplog):
    send(b"a")
    with unreachable(monkeypatch):
        start_worker()
        broker.sweep_or_tell()
    assert caplog.text.count("Open documents were not looked for") == 1
    assert caplog.text.count("The broker was not told of open documents") == 1
    start_worker()
    assert broker.waiting() == 1


@pytest.mark.either_database
def test_work_may_take_longer_than_the_sandbox_and_a_message_is_not_given_out_twice_meanwhile():
    conf = broker.app.conf
    assert broker.READING < conf.task_soft_time_limit < conf.task_time_limit
    assert conf.task_time_limit < conf.broker_transport_options["visibility_timeout"]
