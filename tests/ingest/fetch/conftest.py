"""A server that misbehaves, and a client that may reach it and waits for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from ingest.fetch.client import PoliteClient
from ingest.fetch.hosts import AllowedHosts
from ingest.fetch.limits import FetchLimits
from ingest.fetch.network import is_public
from ingest.fetch.sources import FetchSource
from ingest.fetch.timing import Timing
from inspections.vocabulary import SourceKind
from tests.ingest.fetch.server import FILES, HERE, PAGES, MisbehavingServer, serving
from tests.stored import keep_in

ELSEWHERE = "inside.test"
"""A name that leads into a private network."""


class Clock:
    """A clock that goes on only when somebody waits, and by ``step`` whenever it is looked at."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.step = 0.0
        self.waits: list[float] = []

    def now(self) -> float:
        self.time += self.step
        return self.time

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of the names of the tests."""
    known = {FILES: (HERE,), PAGES: (HERE,), ELSEWHERE: ("10.0.0.1",)}
    if host not in known:
        raise OSError("not known")
    return known[host]


def permits(address: str) -> bool:
    """This machine alone, beside what everybody may reach."""
    return address == HERE or is_public(address)


@pytest.fixture
def server() -> Iterator[MisbehavingServer]:
    with serving() as here:
        yield here


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits() -> FetchLimits:
    return FetchLimits()


@pytest.fixture
def fetcher(clock: Clock, limits: FetchLimits) -> Iterator[PoliteClient]:
    """A client that reaches the server of the test."""
    with PoliteClient(
        "team@example.org", limits=limits, timing=Timing(clock.now, clock.wait), resolve=resolve, permits=permits
    ) as made:
        yield made


@pytest.fixture
def source(server: MisbehavingServer) -> Callable[..., FetchSource]:
    """Makes sources at the server."""

    def make(**values: Any) -> FetchSource:
        hosts = frozenset(f"{host}:{server.port}" for host in (FILES, PAGES, ELSEWHERE))
        allowed = AllowedHosts(hosts, frozenset({"http"}))
        facts = {"name": "made", "title": "Made reports", "kind": SourceKind.ADDRESSES, "allowed": allowed}
        return FetchSource(**facts | values)

    return make


@pytest.fixture
def fetched(tmp_path: Path, settings: LazySettings) -> Path:
    """Folders of the test for what is fetched and read."""
    keep_in(tmp_path, settings)
    settings.UPLOADS_DIR = settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "uploads"
    settings.FETCHED_DIR = tmp_path / "fetched"
    return tmp_path / "fetched"
