"""Broker and object store are asked where they are configured, and what is wrong is said within seconds."""

import socket
import time

import pytest

from inspections import shared_services
from inspections.shared_services import NO_BROKER, SharedServices, broker_fault, store_fault
from inspections.storage_faults import NO_FILES
from tests.object_store import KEYS, object_store
from tests.redis_server import redis

PATIENCE, MOST = 0.3, 2.0
"""Seconds given to a server, and in which the answer has to be there."""


@pytest.fixture
def silent(monkeypatch):
    """The place of a server that takes connections and says nothing, and little patience with it."""
    monkeypatch.setattr(shared_services, "SECONDS", PATIENCE)
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield "{}:{}".format(*server.getsockname())


@pytest.fixture
def with_broker(settings):
    settings.UPLOAD_WORKER = "celery"
    return settings


@pytest.fixture
def with_store(settings, monkeypatch):
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    return settings


def test_one_machine_needs_neither(settings):
    settings.UPLOAD_WORKER, settings.CELERY_BROKER_URL, settings.FILES_URL = "separate", "redis://127.0.0.1:1/0", ""
    assert SharedServices().faults() == ()


def test_a_broker_is_there_until_it_is_killed(with_broker):
    with redis() as server:
        with_broker.CELERY_BROKER_URL = server.url
        assert broker_fault() == ""
        server.kill()
        assert broker_fault() == NO_BROKER


@pytest.mark.parametrize("kind", ["redis", "amqp"])
def test_a_broker_that_says_nothing_is_missing(with_broker, silent, kind):
    with_broker.CELERY_BROKER_URL = f"{kind}://{silent}/"
    started = time.monotonic()
    assert broker_fault() == NO_BROKER
    assert time.monotonic() - started < MOST


def test_a_bucket_is_there_and_another_is_not(with_store):
    with object_store() as address:
        with_store.FILES_URL = address
        assert store_fault() == ""
        with_store.FILES_URL = address.replace("s3://documents", "s3://others")
        assert store_fault() == NO_FILES


def test_a_store_that_says_nothing_is_missing(with_store, silent):
    with_store.FILES_URL = f"s3://documents?endpoint=http://{silent}&region=eu-west-2"
    started = time.monotonic()
    assert store_fault() == NO_FILES
    assert time.monotonic() - started < MOST


def test_an_answer_is_kept_for_a_while(monkeypatch):
    now, answers = [100.0], [NO_BROKER, ""]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    monkeypatch.setattr(shared_services, "broker_fault", lambda: answers.pop(0))
    monkeypatch.setattr(shared_services, "store_fault", lambda: "")
    services = SharedServices()
    assert services.faults() == (NO_BROKER,)
    now[0] += 9.9
    assert services.faults() == (NO_BROKER,)
    now[0] += 0.1
    assert services.faults() == ()
