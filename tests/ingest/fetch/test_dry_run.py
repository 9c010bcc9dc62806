"""What a check would fetch."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from ingest.fetch.addresses import register
from ingest.fetch.client import PoliteClient
from ingest.fetch.dry_run import would_fetch
from ingest.fetch.sources import FetchSource
from ingest.models import FetchAddress
from inspections.models import FetchRun
from inspections.vocabulary import AddressState as State
from tests.ingest.fetch.server import FILES, PAGES, MisbehavingServer, page, reply

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_pages_are_asked_documents_are_told_and_nothing_is_kept(
    source: Callable[..., FetchSource], fetcher: PoliteClient, server: MisbehavingServer
):
    known, new = server.address("/file/1"), server.address("/file/2")
    good = server.at("/provider/1", reply(200, page("/file/2", "/file/1", "/file/2")))
    bad = server.at("/provider/2", reply(404))
    busy = [server.at(f"/{n}", reply(429, Retry_After="7200")).replace(FILES, PAGES) for n in (1, 2)]
    made = source(addresses=(good, bad, *busy, new), documents=re.compile(r"/file/\d+$"))
    register(made, [known])
    found = {one.address: one.state for one in would_fetch(made, fetcher)}
    assert found == {known: State.NEW, new: State.NEW, bad: State.MISSING, busy[0]: State.LATER}
    assert server.times() == {"/provider/1": 1, "/provider/2": 1, "/1": 1}
    assert FetchAddress.objects.count() == 1
    assert not FetchRun.objects.exists()
