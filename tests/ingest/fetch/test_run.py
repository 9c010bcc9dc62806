"""The check of a source, from its addresses to files that wait to be read, against a server that misbehaves."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from ingest.fetch import storage
from ingest.fetch.client import PoliteClient
from ingest.fetch.incoming import BroughtIn
from ingest.fetch.run import BATCH, NO_LINKS, AskedAddress, SourceCheck
from ingest.fetch.sources import FetchSource
from ingest.models import FetchAddress
from inspections.models import FetchedFile, FetchRun
from inspections.vocabulary import AddressState as State
from inspections.vocabulary import FetchedState
from tests.ingest.fetch.server import FILES, PAGES, Asked, MisbehavingServer, page, pdf, reply

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fetched")]
DOCUMENTS = re.compile(r"/file/\d+$")
Make = Callable[..., FetchSource]


class Reading:
    """Reads nothing, and notes what it was given; breaks off after some files, as if the process were killed."""

    def __init__(self, until: int = 10_000) -> None:
        self.sizes: list[int] = []
        self.until = until

    def __call__(self, files: Iterable[FetchedFile]) -> Iterator[BroughtIn]:
        batch = list(files)
        self.sizes.append(len(batch))
        for file in batch:
            if self.until == 0:
                raise KeyboardInterrupt
            self.until -= 1
            assert storage.path_of(file.stored).is_file()
            storage.forget(file.stored)
            file.state, file.stored = FetchedState.READ, ""
            file.save()
            yield BroughtIn(file, ())


def check(source: FetchSource, fetcher: PoliteClient, again: bool = False) -> tuple[FetchRun, dict[str, State]]:
    """Check a source. Returns the run, and what came of each path."""
    work = SourceCheck(source, fetcher, Reading(), again)
    asked = [one for one in work.events() if isinstance(one, AskedAddress)]
    return FetchRun.objects.get(pk=work.run.pk), {"/" + one.address.split("/", 3)[3]: one.state for one in asked}


def tomorrow(**values: int) -> None:
    """Let every address be due again."""
    FetchAddress.objects.exclude(due_at=None).update(due_at=timezone.now() - timedelta(hours=1))


@pytest.fixture
def pages(source: Make, server: MisbehavingServer) -> FetchSource:
    """A source with one page, which links to two documents."""
    address = server.at("/provider/1", reply(200, page("/file/1", "/file/2", "/about"), ETag='"p"'))
    server.at("/file/1", reply(200, pdf(1), ETag='"1"', Last_Modified="Fri, 27 Nov 2015 10:00:00 GMT"))
    server.at("/file/2", reply(200, pdf(2)))
    return source(addresses=(address,), documents=DOCUMENTS)


def test_documents_of_pages_are_fetched_and_written_down_with_where_they_come_from(
    pages: FetchSource, fetcher: PoliteClient, server: MisbehavingServer
):
    run, states = check(pages, fetcher)
    assert states == {"/provider/1": State.FETCHED, "/file/1": State.FETCHED, "/file/2": State.FETCHED}
    assert (run.asked, run.fetched, run.unchanged, run.failed, run.left) == (3, 2, 1, 0, 0)
    assert run.finished_at is not None
    file = FetchedFile.objects.get(address=server.address("/file/1"))
    assert (file.name, file.size, file.state, file.found_on) == (
        "1.pdf", len(pdf(1)), FetchedState.READ, server.address("/provider/1"),
    )  # fmt: skip
    assert ["etag", '"1"'] in file.headers
    assert list(storage.folder().rglob("*.part")) == []


def test_within_the_time_of_a_source_nothing_is_asked_twice_and_then_only_what_changed_is_sent(
    pages: FetchSource, fetcher: PoliteClient, server: MisbehavingServer
):
    check(pages, fetcher)
    assert check(pages, fetcher)[1] == {}
    tomorrow()
    server.at("/provider/1", reply(304))
    server.at("/file/1", reply(304))
    run, states = check(pages, fetcher)
    assert states == {"/provider/1": State.UNCHANGED, "/file/1": State.UNCHANGED, "/file/2": State.UNCHANGED}
    assert (run.fetched, run.unchanged) == (0, 3)
    conditions = next(one.headers for one in server.asked[::-1] if one.path == "/file/1")
    assert conditions["if-none-match"] == '"1"'
    assert conditions["if-modified-since"] == "Fri, 27 Nov 2015 10:00:00 GMT"
    assert FetchedFile.objects.count() == 2


def test_a_changed_file_at_the_same_address_is_another_one(
    pages: FetchSource, fetcher: PoliteClient, server: MisbehavingServer
):
    check(pages, fetcher)
    tomorrow()
    server.at("/file/1", reply(200, pdf(9), ETag='"9"'))
    check(pages, fetcher)
    files = FetchedFile.objects.filter(address=server.address("/file/1")).with_later().order_by("pk")
    old, new = files.values("sha256", "fetched_at", "later_at")
    assert old["sha256"] != new["sha256"]
    assert (old["later_at"], new["later_at"]) == (new["fetched_at"], None)


def test_what_is_gone_is_not_asked_again_and_what_failed_later_and_later(
    pages: FetchSource, fetcher: PoliteClient, server: MisbehavingServer
):
    server.at("/file/1", reply(410))
    server.at("/file/2", reply(403))
    waits = []
    for _ in range(2):
        check(pages, fetcher)
        failed = FetchAddress.objects.get(state=State.FAILED)
        assert failed.due_at
        assert failed.checked_at
        waits.append(failed.due_at - failed.checked_at)
        tomorrow()
    assert waits == [timedelta(hours=2), timedelta(hours=4)]
    assert server.times()["/file/1"] == 1
    assert FetchAddress.objects.get(state=State.GONE).due_at is None
    assert check(pages, fetcher, again=True)[1]["/file/1"] == State.GONE


def test_a_page_without_documents_is_told_and_asked_again(
    pages: FetchSource, fetcher: PoliteClient, server: MisbehavingServer
):
    server.at("/provider/1", reply(200, page("/about"), ETag='"p"'))
    run, states = check(pages, fetcher)
    assert (states, run.failed) == ({"/provider/1": State.FAILED}, 1)
    row = FetchAddress.objects.get()
    assert (row.message, row.conditions) == (NO_LINKS, {})


def test_a_host_that_wants_to_be_left_alone_is_asked_nothing_more_until_then(
    source: Make, fetcher: PoliteClient, server: MisbehavingServer
):
    busy = server.at("/file/1", reply(429, Retry_After="7200"))
    addresses = (busy, server.at("/file/2", reply(200, pdf(2))), server.address("/file/3", PAGES))
    server.at("/file/3", reply(200, pdf(3)))
    run, states = check(source(addresses=addresses), fetcher)
    assert states == {"/file/1": State.LATER, "/file/3": State.FETCHED}
    assert (run.asked, run.left) == (1, 2)
    assert "asked to be left alone for 120 minutes" in run.message
    soon = timezone.now() + timedelta(minutes=119)
    assert not FetchAddress.objects.filter(address__contains=FILES, due_at__lt=soon).exists()


def test_a_host_that_fails_again_and_again_is_left_alone(
    source: Make, fetcher: PoliteClient, server: MisbehavingServer
):
    addresses = tuple(server.at(f"/file/{n}", reply(403)) for n in range(9))
    run, _ = check(source(addresses=addresses), fetcher)
    assert (run.asked, run.failed, run.left) == (5, 5, 4)
    assert "failed 5 times in a row" in run.message


def misbehave(server: MisbehavingServer, number: int) -> str:
    """One of a thousand documents, most of which are had only in the end. Returns the address."""
    path, whole = f"/file/{number}", pdf(number if number % 10 else f"same {number // 20}")
    good = reply(200, whole, ETag=f'"{number}"')

    def rest(asked: Asked) -> Iterable[bytes]:
        begin = int(asked.headers["range"].removeprefix("bytes=").rstrip("-"))
        told = f"bytes {begin}-{len(whole) - 1}/{len(whole)}"
        return [reply(206, whole[begin:], ETag=f'"{number}"', Content_Range=told)]

    match number % 10:
        case 1:
            return server.at(path, reply(500), good)
        case 2:
            return server.at(path, reply(200, whole[:60], ETag=f'"{number}"', Content_Length=str(len(whole))), rest)
        case 3:
            return server.at(path, reply(503, Retry_After="3"), good)
        case 4:
            return server.at(path, reply(200, gzip.compress(whole), Content_Encoding="gzip"))
        case 5:
            server.at(f"/moved/{number}", good)
            return server.at(path, reply(301, Location=server.address(f"/moved/{number}", PAGES)))
        case 6:
            return server.at(path, reply(200, b"<html>Sorry", Content_Type="application/pdf"))
        case 7:
            return server.at(path, reply(404))
        case 8:
            return server.at(path, b"", good)
        case _:
            return server.at(path, good)


@pytest.mark.either_database
def test_a_thousand_reports_are_had_without_loss_or_doubling_though_the_check_is_killed_twice(
    source: Make, fetcher: PoliteClient, server: MisbehavingServer, tmp_path: Path
):
    number = 1000
    listed = tmp_path / "list.txt"
    listed.write_text("# reports\n" + "\n".join(misbehave(server, n) for n in range(number)))
    reports = source(lists=(listed,))
    for until in (130, 333):
        with pytest.raises(KeyboardInterrupt):
            list(SourceCheck(reports, fetcher, Reading(until)).events())
    reading = Reading()
    work = SourceCheck(reports, fetcher, reading)
    list(work.events())
    states = Counter(FetchAddress.objects.values_list("state", flat=True))
    assert states == {State.FETCHED: 800, State.REFUSED: 100, State.MISSING: 100}
    files = FetchedFile.objects.all()
    assert Counter(files.values_list("state", flat=True)) == {FetchedState.READ: 800}
    assert len(set(files.values_list("address", flat=True))) == 800, "none is lost, and none is there twice"
    assert max(reading.sizes) <= BATCH
    assert [path for path in storage.folder().rglob("*") if path.is_file() and path.suffix != ".lock"] == []
    tries = Counter(server.times().values())
    assert max(tries) == 2, "what was had before the kill is not asked again"
    assert tries[2] == 400
    assert FetchRun.objects.filter(finished_at=None).count() == 2
