"""The worker: works off what is open, survives faults and its own end, and is started when it is needed."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import OperationalError, connection

from ingest.models import DocumentState, UploadedDocument, Wish
from ingest.uploads import storage, worker
from ingest.uploads.holds import held
from ingest.uploads.worker import NOT_LOADED, NOT_READ, is_at_work, keep_working, start_worker, work_off
from tests.ingest.uploads.conftest import send, shared_database
from tests.waiting import until

ROOT = Path(django_settings.BASE_DIR)
SAMPLES = ROOT / "ingest" / "samples"


class Worked(list[str]):
    """Stands in for ``work_on``: notes the names, and does with each document what is given."""

    def __init__(self, monkeypatch, act=lambda document: None):
        super().__init__()
        self.act = act
        monkeypatch.setattr(worker, "work_on", self)

    def __call__(self, document, sandbox):
        self.append(document.name)
        self.act(document)


def finish(document) -> None:
    UploadedDocument.objects.filter(pk=document.pk).update(state=DocumentState.READY)


def fail(error: Exception):
    def raise_it(document) -> None:
        raise error

    return raise_it


def only() -> UploadedDocument:
    return UploadedDocument.objects.get()


@pytest.mark.django_db
def test_everything_that_is_open_is_worked_off_in_order(monkeypatch):
    send(b"a", b"b")
    worked = Worked(monkeypatch, finish)
    assert work_off() == 2
    assert worked == ["document-0.txt", "document-1.txt"]
    assert work_off() == 0


@pytest.mark.either_database
@pytest.mark.django_db
def test_a_mistake_costs_one_document_and_says_so(monkeypatch, caplog):
    send(b"a")
    Worked(monkeypatch, fail(ZeroDivisionError()))
    assert work_off() == 1
    assert (only().state, only().message) == ("refused", NOT_READ)
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.either_database
@pytest.mark.django_db
def test_a_mistake_in_loading_gives_the_document_back_with_its_bytes(monkeypatch):
    stored = send(b"a").documents.get().stored
    UploadedDocument.objects.update(state=DocumentState.READY, wish=Wish.PUBLISH)
    Worked(monkeypatch, fail(ZeroDivisionError()))
    assert work_off() == 1
    assert (only().state, only().wish, only().message) == ("ready", "", NOT_LOADED)
    assert storage.path_of(stored).is_file()


@pytest.mark.django_db
def test_a_full_disk_is_none_of_the_document_which_is_taken_up_again(monkeypatch):
    send(b"a")
    Worked(monkeypatch, fail(OperationalError("database or disk is full")))
    with pytest.raises(OperationalError):
        work_off()
    assert (only().state, only().tries) == ("waiting", 0)


@pytest.mark.either_database
@pytest.mark.django_db
def test_a_worker_that_may_end_does_so_when_nothing_is_left_for_a_while(monkeypatch):
    pauses: list[float] = []
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    send(b"a")
    worked = Worked(monkeypatch, finish)
    keep_working(until_done=True, pause=pauses.append)
    assert worked == ["document-0.txt"]
    assert sum(pauses) == worker.LINGER + worker.PAUSE
    assert not is_at_work()


@pytest.mark.either_database
@pytest.mark.django_db
def test_what_comes_in_at_the_last_moment_is_not_left(monkeypatch):
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    worked, locked = Worked(monkeypatch, finish), storage.locked
    sent: list[object] = []

    @contextmanager
    def locked_then_sent(name, **more):
        with locked(name, **more) as is_mine:
            yield is_mine
        if name == storage.WORKER and not sent:
            sent.append(send(b"late"))

    monkeypatch.setattr(storage, "locked", locked_then_sent)
    keep_working(until_done=True, pause=lambda seconds: None)
    assert worked == ["document-0.txt"]


@pytest.mark.either_database
@pytest.mark.django_db
def test_a_second_worker_that_may_end_leaves_the_first_alone(monkeypatch):
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    send(b"a")
    worked = Worked(monkeypatch, finish)
    with storage.locked(storage.WORKER, create=True):
        assert is_at_work()
        keep_working(until_done=True, pause=lambda seconds: None)
    assert worked == []


def test_a_worker_is_started_only_where_it_is_to_be_and_once_however_long_it_takes(monkeypatch, settings):
    started: list[list[str]] = []
    running: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(command, **more):
        started.append(command)
        running.append(popen([sys.executable, "-c", "input()"], **more | {"stdin": subprocess.PIPE}))

    monkeypatch.setattr(subprocess, "Popen", start)
    start_worker()
    assert started == []
    settings.UPLOAD_WORKER = "embedded"
    for _ in range(2):
        start_worker()
    ((*_, program, work, until_done, lock),) = started
    assert (program, work, until_done) == (str(ROOT / "manage.py"), "work", "--until-done")
    assert lock.startswith("--lock=")
    assert is_at_work()
    running[0].communicate(b"\n")
    assert not is_at_work()


def test_a_site_that_can_write_nothing_goes_on_without_a_worker(settings, tmp_path, caplog):
    settings.UPLOAD_WORKER = "embedded"
    (tmp_path / "file").write_text("")
    settings.UPLOADS_DIR = tmp_path / "file" / "uploads"
    start_worker()
    assert "was not started" in caplog.text
    assert not is_at_work()


@pytest.mark.either_database
@pytest.mark.django_db
def test_a_worker_keeps_the_lock_that_was_taken_for_it_until_it_ends(monkeypatch):
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    send(b"a")
    worked = Worked(monkeypatch, finish)
    with storage.locked(storage.WORKER, create=True) as lock:
        inherited = os.dup(lock.fileno())
    assert is_at_work()
    keep_working(until_done=True, lock=inherited, pause=lambda seconds: None)
    assert worked == ["document-0.txt"]
    assert not is_at_work()


def rows(address: str) -> list[tuple[str, int]]:
    """State and tries of every document, as the database of the workers has them."""
    if connection.vendor == "postgresql":
        return list(UploadedDocument.objects.order_by("pk").values_list("state", "tries"))
    with closing(sqlite3.connect(address.removeprefix("sqlite:///"), timeout=20)) as opened:
        return opened.execute("SELECT state, tries FROM ingest_uploadeddocument ORDER BY id").fetchall()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_loses_nothing_and_two_of_them_read_nothing_twice(settings, tmp_path):
    paths = sorted(SAMPLES.iterdir())[:3]
    first, *_ = send(*(path.read_bytes() for path in paths)).documents.all()
    address = shared_database(tmp_path)
    environment = os.environ | {"DATABASE_URL": address, "VAR_DIR": str(tmp_path), "UPLOAD_WORKER": "separate"}

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, str(ROOT / "manage.py"), "work"], env=environment)

    killed = start()
    until(lambda: rows(address)[0][0] == "reading" or killed.poll() is not None, "a document is read")
    assert killed.poll() is None
    with held(first.pk) as is_mine:
        assert not is_mine
    killed.kill()
    killed.wait()
    assert rows(address)[0] == ("reading", 1)
    both = [start(), start()]
    try:
        until(lambda: not any(state in ("waiting", "reading") for state, _ in rows(address)), "all are read")
        assert [one.poll() for one in both] == [None, None]
    finally:
        for one in both:
            one.kill()
            one.wait()
    assert rows(address) == [("ready", 2), ("ready", 1), ("ready", 1)]


WITHOUT = """
import sys
sys.modules.update(dict.fromkeys(("celery", "kombu", "redis", "storages", "boto3", "botocore")))
import django
django.setup()
from django.urls import get_resolver
from ingest.management.commands import ingest, work
print(len(get_resolver().url_patterns) > 10)
"""


@pytest.mark.slow
def test_one_machine_needs_none_of_the_packages_of_several(tmp_path):
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
        "VAR_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "inspections.settings",
    }  # fmt: skip
    command = [sys.executable, "-c", WITHOUT]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("True\n", 0), done.stderr
