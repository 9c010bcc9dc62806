"""Temporary databases for the benchmark: filled in parallel, timed one after the other, and deleted at the end.

SQLite files are in a temporary folder. On PostgreSQL, databases are created and dropped on the server of
``DATABASE_URL`` (``make bench`` starts one); the database that the address names is not changed.
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

    def time_pages(self) -> list[Timing]:
        """Time every kind of page."""
        lines = self.run("time_pages", f"--rounds={ROUNDS}").splitlines()
        found = [json.loads(line) for line in lines]
        times = ("milliseconds", "again", "kept")
        return [Timing(**one | {name: tuple(one[name]) for name in times}) for one in found]


@contextmanager
def _on_postgres(sizes: Sequence[int], url: str, folder: Path) -> Iterator[list[Scratch]]:
    """Create databases on the server, and drop them at the end."""
    names = {findings: f"bench_{os.getpid()}_{findings}" for findings in sizes}
    server = psycopg2.connect(url)
    server.autocommit = True
    try:
        with server.cursor() as cursor:
            for name in names.values():
                cursor.execute(f"CREATE DATABASE {name}")
        yield [
            Scratch(POSTGRESQL, findings, urlsplit(url)._replace(path=f"/{name}").geturl(), folder)
            for findings, name in names.items()
        ]
    finally:
        with server.cursor() as cursor:
            for name in names.values():
                cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        server.close()


@contextmanager
def filled(sizes: Sequence[int]) -> Iterator[list[Scratch]]:
    """Yield a filled database of each size, on SQLite and, if ``DATABASE_URL`` names a server, on PostgreSQL."""
    url = os.environ.get("DATABASE_URL", "")
    with TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        files = [Scratch(SQLITE, size, f"sqlite:///{folder / f'{size}.sqlite3'}", folder) for size in sizes]
        if not url.startswith("postgres"):
            _fill(files)
            yield files
            return
        with _on_postgres(sizes, url, folder) as served:
            _fill(files + served)
            yield files + served


def _fill(databases: Sequence[Scratch]) -> None:
    largest_first = sorted(databases, key=lambda one: -one.findings)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for future in [pool.submit(one.fill) for one in largest_first]:
            future.result()
