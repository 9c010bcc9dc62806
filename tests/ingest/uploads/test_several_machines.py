"""Workers that a broker tells what to do: whatever is killed, nothing is lost and nothing done twice.

A Redis is started here, the database is the PostgreSQL of the tests, and workers are processes of their own. In the
last test they are machines in networks of their own, of which one loses its cable.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse

from ingest.models import Outcome, UploadedDocument, Wish
from ingest.pipeline import reread
from ingest.uploads import broker
from ingest.uploads.deciding import ask
from ingest.uploads.holds import held_now
from ingest.uploads.reading import BROKEN_OFF, MOST_TRIES
from ingest.uploads.worker import start_worker
from inspections.backup.writing import write_backup
from inspections.documents.stored_files import source_files, upload_files
from inspections.file_storage import file_storages
from inspections.models import Report, SourceFile, VisibilityChange
from tests import builders
from tests.ingest.made import Ilacs, ilacs
from tests.ingest.uploads.conftest import send, shared_database
from tests.networks import forwarded, network
from tests.object_store import object_store
from tests.redis_server import Redis, redis
from tests.waiting import until

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

ROOT = Path(django_settings.BASE_DIR)
SAMPLES = sorted((ROOT / "ingest" / "samples").iterdir())
POISONED = """
import os, signal, sys, django
django.setup()
from django.core.management import call_command
from ingest.uploads import reading
read = reading._read
def read_or_die(document, sandbox):
    if document.name == "poison.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    read(document, sandbox)
reading._read = read_or_die
call_command("work", "--processes=2")
"""
WORK = (str(ROOT / "manage.py"), "work", "--processes=1")

StartWorker = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(scope="module")
def server() -> Iterator[Redis]:
    """A Redis."""
    if connection.vendor != "postgresql":
        pytest.skip("several machines share a PostgreSQL")
    with redis() as started:
        yield started


@pytest.fixture
def told(server: Redis, settings, monkeypatch) -> Redis:
    """A Redis with nothing in it, which the site tells of what comes in."""
    server.kill()
    server.start()
    settings.UPLOAD_WORKER, settings.CELERY_BROKER_URL = "celery", server.url
    monkeypatch.setitem(broker.app.conf, "broker_url", server.url)
    return server


@pytest.fixture
def start(told: Redis, tmp_path: Path) -> Iterator[StartWorker]:
    """Starts workers, with more of the environment as named; they are killed with all their processes at the end."""
    usual = {
        "DATABASE_URL": shared_database(tmp_path), "VAR_DIR": str(tmp_path), "UPLOAD_WORKER": "celery",
        "CELERY_BROKER_URL": told.url, "DJANGO_SETTINGS_MODULE": "inspections.settings",
    }  # fmt: skip
    started: list[subprocess.Popen[bytes]] = []

    def start_one(*command: str, on: tuple[str, ...] = (), **more: str) -> subprocess.Popen[bytes]:
        environment = os.environ | usual | more
        whole = [*on, sys.executable, *(command or WORK)]
        one = subprocess.Popen(whole, cwd=ROOT, env=environment, start_new_session=True)
        started.append(one)
        return one

    yield start_one
    for one in started:
        kill(one)


def kill(worker: subprocess.Popen[bytes]) -> None:
    """Kill a worker with all its processes, as when a machine goes down."""
    with suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()


def states() -> list[str]:
    return list(UploadedDocument.objects.order_by("pk").values_list("state", flat=True))


def are(state: str) -> Callable[[], bool]:
    return lambda: set(states()) == {state}


def test_a_document_that_is_announced_ten_times_is_read_and_loaded_once(start: StartWorker):
    document = send(SAMPLES[0].read_bytes()).documents.get()
    for _ in range(10):
        UploadedDocument.objects.update(announced_at=None)
        start_worker()
    assert broker.waiting() == 10
    start(), start()
    until(are("ready"), "the document is read")
    document.refresh_from_db()
    assert ask([document], Wish.PUBLISH, builders.editor("head")) == 1
    for _ in range(10):
        UploadedDocument.objects.update(announced_at=None)
        start_worker()
    until(lambda: are("published")() and not broker.waiting() and not held_now(), "all messages are worked off")
    document.refresh_from_db()
    assert document.tries == 1
    assert (SourceFile.objects.count(), Report.objects.count(), VisibilityChange.objects.count()) == (1, 1, 1)


def test_what_a_killed_machine_was_reading_is_read_by_another(start: StartWorker):
    send(*(path.read_bytes() for path in SAMPLES[:2]))
    start_worker()
    killed = start()
    until(lambda: "reading" in states(), "a document is being read")
    kill(killed)
    start()
    until(are("ready"), "both documents are read")
    assert sorted(UploadedDocument.objects.values_list("tries", flat=True)) == [1, 2]


def test_a_broker_that_loses_all_it_held_loses_no_document(told: Redis, start: StartWorker):
    send(*(path.read_bytes() for path in SAMPLES[:4]))
    start_worker()
    start()
    until(lambda: "reading" in states(), "a document is being read")
    told.kill()
    start_worker()  # as when somebody looks at the page meanwhile
    told.start()
    until(are("ready"), "all documents are read")
    assert set(UploadedDocument.objects.values_list("tries", flat=True)) == {1}


def test_a_document_that_kills_each_worker_is_set_aside_and_the_others_are_read(start: StartWorker):
    names = ("poison.txt", "one.txt", "two.txt")
    poison, *_ = send(*(path.read_bytes() for path in SAMPLES[:3]), names=names).documents.all()
    start_worker()
    start("-c", POISONED)
    until(lambda: states() == ["refused", "ready", "ready"], "two are read and one is set aside")
    poison.refresh_from_db()
    assert (poison.message, poison.tries) == (BROKEN_OFF, MOST_TRIES)


@pytest.fixture
def store(settings, tmp_path: Path) -> Iterator[str]:
    """The address of an object store, in which the site keeps its files."""
    with object_store() as address:
        settings.STORAGES = settings.STORAGES | file_storages(address)
        settings.FILE_COPIES_DIR = tmp_path / "copies"
        yield address


def test_machines_that_share_no_folder_read_load_and_show_what_lies_in_an_object_store(
    start: StartWorker, store: str, tmp_path: Path, client: Client
):
    press, _ = ilacs(Ilacs())
    data = press.bytes()
    client.force_login(User.objects.create_superuser("chief"))
    start(VAR_DIR=str(tmp_path / "another"), FILES_URL=store)
    client.post(django_settings.UPLOAD_ADDRESS, {"files": [SimpleUploadedFile("report.pdf", data)]})
    until(are("ready"), "the document is read")
    document = UploadedDocument.objects.get()
    assert document.summary["created"] > 5
    assert client.get(reverse("uploaded-image", args=[document.pk, 1]))["Content-Type"] == "image/webp"
    assert b"".join(client.get(reverse("uploaded-file", args=[document.pk]))) == data
    assert ask([document], Wish.PUBLISH, builders.editor("head")) == 1
    UploadedDocument.objects.update(announced_at=None)
    start_worker()
    until(are("published"), "the document is loaded")
    source = SourceFile.objects.get()
    assert client.get(reverse("page-image", args=[source.sha256, 1]))["Content-Type"] == "image/webp"
    part = client.get(reverse("source-file", args=[source.sha256]), headers={"range": "bytes=1-4"})
    assert (part.status_code, b"".join(part)) == (206, data[1:5])
    assert not upload_files().has(document.stored)
    assert source_files().read(str(source.stored)) == data
    (again,) = reread([source])
    assert (again.outcome, again.result.unchanged > 5) == (Outcome.UNCHANGED, True)
    written = write_backup(tmp_path / "all.zip")
    assert (written.documents, written.missing) == (1, ())
    own = [path for path in (tmp_path / "uploads").iterdir() if path.is_file()]
    assert own == [], "the site has nothing that others would need"


def test_three_machines_share_the_work_and_one_that_is_cut_off_loses_none(
    start: StartWorker, settings, monkeypatch, tmp_path: Path
):
    connection.ensure_connection()
    database = connection.connection.info
    if not database.host.startswith("/"):
        pytest.skip("the PostgreSQL is not that of the tests")
    with (
        network(3) as net,
        redis(net.address) as told,
        object_store(net.address) as store,
        forwarded(net.address, Path(database.host, f".s.PGSQL.{database.port}")) as port,
    ):
        settings.STORAGES = settings.STORAGES | file_storages(store)
        monkeypatch.setitem(broker.app.conf, "broker_url", told.url)
        shared = {
            "DATABASE_URL": f"postgres://postgres@{net.address}:{port}/{connection.settings_dict['NAME']}",
            "CELERY_BROKER_URL": told.url,
            "FILES_URL": store,
        }
        workers = {one: start(on=net.run(one), **shared, VAR_DIR=str(tmp_path / one)) for one in net.machines}
        until(lambda: told.waiting_clients() == len(workers), "all machines wait for work")
        send(*(path.read_bytes() for path in SAMPLES[:12]))
        start_worker()
        reading = UploadedDocument.objects.filter(state="reading")
        until(lambda: bool(machines_of(reading)), "a machine is at work")
        cut_off = min(machines_of(reading) or net.machines)
        others = {*net.machines} - {cut_off}
        net.unplug(cut_off)
        until(are("ready"), "all documents are read")
        kill(workers[cut_off])
    # One that is slow to start may find that the others have done what it was told of.
    assert machines_of(UploadedDocument.objects.all()) & others
    again = UploadedDocument.objects.exclude(tries=1)
    assert [(one.tries, one.worker.split()[0] in others) for one in again] in ([], [(2, True)])


def machines_of(documents: QuerySet[UploadedDocument]) -> set[str]:
    """The machines that have documents in hand, or had them last."""
    return {worker.split()[0] for worker in documents.exclude(worker="").values_list("worker", flat=True)}
