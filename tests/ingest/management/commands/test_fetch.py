"""``manage.py fetch``: from a server of this machine into the knowledge base, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest
from django.conf import LazySettings, settings
from django.core.management import CommandError, call_command

from ingest.fetch import storage
from ingest.fetch.client import PoliteClient
from ingest.fetch.network import is_public
from ingest.fetch.run import SourceCheck
from ingest.fetch.timing import Timing
from ingest.management.commands import fetch as command
from ingest.models import FetchAddress
from inspections.models import FetchedFile, FetchRun, Report, SourceFile
from tests.ingest.fetch.conftest import Clock, permits, resolve
from tests.ingest.fetch.server import FILES, MisbehavingServer, page, reply, serving
from tests.stored import keep_in

SAMPLE = (settings.BASE_DIR / "ingest" / "samples" / "11-send.txt").read_bytes()
SOURCES = """
[sources.council]
title = "Papers of Wexcombe"
kind = "addresses"
hosts = ["{host}"]
schemes = ["http"]
addresses = ["http://{host}/papers", "http://{host}/file/9"]
documents = '/file/'
types = ["txt"]
incoming = "{incoming}"
pages_hours = 0
documents_days = 0
"""
pytestmark = pytest.mark.django_db


@pytest.fixture
def server(tmp_path: Path, settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> Iterator[MisbehavingServer]:
    """A server with a page and two documents, a source that names it, and a client that may reach it."""
    clock = Clock()

    def client(self: command.Command, contact: str) -> PoliteClient:
        timing = Timing(clock.now, clock.wait)
        return PoliteClient(contact, timing=timing, resolve=resolve, permits=permits)

    monkeypatch.setattr(command.Command, "client", client)
    keep_in(tmp_path, settings)
    settings.FETCHED_DIR = tmp_path / "fetched"
    settings.FETCH_CONTACT = "team@example.org"
    settings.FETCH_SOURCES = str(tmp_path / "sources.toml")
    with serving() as here:
        declare(here, "draft")
        here.at("/papers", reply(200, page("/file/1")))
        here.at("/file/1", reply(200, SAMPLE, Content_Disposition='attachment; filename="letter.txt"', Server="made"))
        yield here


def declare(server: MisbehavingServer, incoming: str) -> None:
    text = SOURCES.format(host=f"{FILES}:{server.port}", incoming=incoming)
    Path(settings.FETCH_SOURCES).write_text(text)


def fetch(*names: str, **options: object) -> str:
    out = StringIO()
    call_command("fetch", *names, stdout=out, **{"workers": 1, **options})
    return out.getvalue()


def test_new_reports_come_in_as_drafts_with_where_they_come_from(server: MisbehavingServer):
    said = fetch().splitlines()
    assert said[0] == f"{server.address('/papers')}: fetched"
    assert said[1] == f"{server.address('/file/9')}: not found; The server answered 404."
    assert said[2] == f"{server.address('/file/1')}: fetched"
    assert said[3].startswith("letter.txt: loaded; ")
    assert said[4] == ("Papers of Wexcombe: 3 addresses asked, 1 new, 1 unchanged, 1 failed; 0 left to the next run.")
    document = SourceFile.objects.get()
    assert document.sha256 == sha256(SAMPLE).hexdigest()
    assert Report.objects.get().visibility == "draft"
    (file,) = document.fetched.all()
    assert (file.address, file.found_on) == (server.address("/file/1"), server.address("/papers"))
    assert ["server", "made"] in file.headers
    assert file.run == FetchRun.objects.get(finished_at__isnull=False)


def test_a_second_run_reads_nothing_and_a_changed_file_is_read(server: MisbehavingServer):
    declare(server, "publish")
    fetch("council")
    assert Report.objects.get().visibility == "published"
    said = fetch(verbosity=2)
    assert f"{server.address('/file/1')}: unchanged" in said
    assert "loaded" not in said
    server.at("/file/1", reply(200, SAMPLE + b"\nThe partnership has grown.\n"))
    assert re.search(r"^1\.txt: (?:loaded|set aside)", fetch(), re.M)
    assert (Report.objects.count(), SourceFile.objects.count(), FetchedFile.objects.count()) == (1, 2, 2)


@pytest.mark.either_database
def test_bytes_that_are_held_are_not_read_again(server: MisbehavingServer, tmp_path: Path):
    path = tmp_path / "by-hand.txt"
    path.write_bytes(SAMPLE)
    call_command("ingest", str(path), stdout=StringIO(), workers=1)
    assert "loaded" not in fetch()
    file = FetchedFile.objects.get()
    assert (file.state, file.stored, file.documents.get().name) == ("held", "", "by-hand.txt")
    assert not (storage.folder() / "waiting").exists()


@pytest.mark.either_database
def test_a_trial_stores_nothing_and_a_stopped_run_says_how_to_go_on(
    server: MisbehavingServer, monkeypatch: pytest.MonkeyPatch
):
    assert fetch(dry_run=True).splitlines() == [
        f"{server.address('/file/9')}: not asked yet",
        f"{server.address('/file/1')}: not asked yet",
        "Papers of Wexcombe: 2 documents would be asked.",
    ]
    assert not FetchAddress.objects.exists()
    server.at("/file/1", reply(404))
    with pytest.raises(SystemExit) as ended:
        fetch(strict=True)
    assert ended.value.code == 1
    monkeypatch.setattr(SourceCheck, "events", lambda check: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(SystemExit) as ended:
        fetch()
    assert ended.value.code == command.INTERRUPTED


@pytest.mark.either_database
def test_what_is_missing_is_told_in_a_sentence(server: MisbehavingServer, settings: LazySettings):
    assert fetch(list=True).startswith("council: Papers of Wexcombe; A list of addresses; files.test:")
    with storage.only_one(), pytest.raises(CommandError, match="Another fetch is at work"):
        fetch()
    for contact, words in (("", "not set"), ("nobody", "no address"), ("a@example.org\r\nX: y", "no address")):
        settings.FETCH_CONTACT = contact
        with pytest.raises(CommandError, match=rf"FETCH_CONTACT is {words}\. Set it to"):
            fetch()
    with pytest.raises(CommandError, match="There is no source “other”"):
        fetch("other")


def test_the_client_of_the_command_reaches_public_addresses_alone(server: MisbehavingServer):
    """No setting permits more: what tests permit, they give to the constructor."""
    with PoliteClient("team@example.org") as client:
        network = client._client._transport._pool._network_backend  # type: ignore[attr-defined]
    assert network._permits is is_public
