"""Temporary databases for the benchmark: filled in parallel, timed one after the other, and deleted at the end.

SQLite files are in a temporary folder. On PostgreSQL, databases are created and dropped on the server of
``DATABASE_URL`` (``make bench`` starts one); the database that the address names is not changed. One that is larger
than all others is there only: it is the largest of them, multiplied inside the server.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import psycopg2
from django.conf import settings

from ingest.bench.pages import Timing

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"
AT_ONCE = 2
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Scratch:
    """A temporary database: its program (SQLite or PostgreSQL), its number of findings, its address and its folder."""

    program: str
    findings: int
    url: str
    folder: Path

    def run(self, *command: str) -> str:
        """Run a ``manage.py`` command on this database and return its output.

        Raises CalledProcessError when the command fails; its error output has then been printed.
        """
        environment = {**os.environ, "DATABASE_URL": self.url, "VAR_DIR": str(self.folder), "DJANGO_ENV": "local"}
        manage = [sys.executable, "-W", "ignore", str(Path(settings.BASE_DIR) / "manage.py"), *command]
        return subprocess.run(manage, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603

    def fill(self) -> None:
        """Create the tables and generate the knowledge base."""
        self.run("migrate", "-v0")
        self.run("generate", f"--findings={self.findings}")

    def multiply(self, times: int) -> None:
        """Make the knowledge base so many times as large."""
        self.run("multiply", str(times))

    def time_pages(self) -> list[Timing]:
        """Time every kind of page."""
        lines = self.run("time_pages", f"--rounds={ROUNDS}").splitlines()
        found = [json.loads(line) for line in lines]
        times = ("milliseconds", "again", "kept", "processor")
        return [Timing(**one | {name: tuple(one[name]) for name in times}) for one in found]


class _Server:
    """Databases on the server of an address; the names of all that were created are kept, to drop them."""

    def __init__(self, url: str, folder: Path) -> None:
        self._url, self._folder = url, folder
        self._names: list[str] = []
        self._connection = psycopg2.connect(url)
        self._connection.autocommit = True

    def create(self, findings: int, template: str = "template1") -> Scratch:
        """Create a database for so many findings, empty or as the one that is named."""
        name = self.name(findings)
        self._names.append(name)
        self._run(f"CREATE DATABASE {name} TEMPLATE {template}")
        return Scratch(POSTGRESQL, findings, urlsplit(self._url)._replace(path=f"/{name}").geturl(), self._folder)

    def name(self, findings: int) -> str:
        """The name of the database for so many findings."""
        return f"bench_{os.getpid()}_{findings}"

    def drop(self) -> None:
        """Drop every database that was created."""
        for name in self._names:
            self._run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self._connection.close()

    def _run(self, sql: str) -> None:
        with self._connection.cursor() as cursor:
            cursor.execute(sql)


@contextmanager
def filled(sizes: Sequence[int], times: int = 1) -> Iterator[list[Scratch]]:
    """Yield a filled database of each size, on SQLite and, if ``DATABASE_URL`` names a server, on PostgreSQL.

    On PostgreSQL the last is so many ``times`` as large as the largest size, if that is more than once.
    """
    url = os.environ.get("DATABASE_URL", "")
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        files = [Scratch(SQLITE, size, f"sqlite:///{folder / f'{size}.sqlite3'}", folder) for size in sizes]
        if not url.startswith("postgres"):
            _fill(files)
            yield files
            return
        server = _Server(url, folder)
        try:
            served = [server.create(size) for size in sizes]
            _fill(files + served)
            if times > 1:
                many = server.create(max(sizes) * times, server.name(max(sizes)))
                many.multiply(times)
                served.append(many)
            yield files + served
        finally:
            server.drop()


def _fill(databases: Sequence[Scratch]) -> None:
    largest_first = sorted(databases, key=lambda one: -one.findings)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for future in [pool.submit(one.fill) for one in largest_first]:
            future.result()
