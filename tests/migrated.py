"""SQLite’s tables as migrations leave them: made once for all processes that test the same code, and then copied.

Migrations take seconds in each process of a test run, and in each trial of a mutant. PostgreSQL has them run each time.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection

CODE = ("inspections", "findings", "ingest")
SUFFIXES = frozenset({".py", ".csv"})


def migrate_once(command: str, *args: Any, **options: Any) -> None:
    """Stand in for ``call_command`` where Django makes a test database: copy tables that are there already."""
    if command != "migrate":
        call_command(command, *args, **options)
        return
    with _kept() as kept:
        connection.ensure_connection()
        if kept.exists():
            _copy(kept.read_bytes())
            return
        call_command(command, *args, **options)
        for outdated in kept.parent.glob("*.sqlite3"):
            outdated.unlink()
        # Unlike the bytes of a database in a file, these are not in WAL mode, which there is not in memory.
        connection.connection.execute("VACUUM INTO ?", [str(kept)])


def put_tables(path: Path) -> None:
    """Make a SQLite file with the tables, for a program that the test starts."""
    with _kept() as kept:
        if not kept.exists():
            environment = os.environ | {"DATABASE_URL": f"sqlite:///{path}", "DJANGO_SETTINGS_MODULE": "tests.settings"}
            command = [sys.executable, "manage.py", "migrate", "-v0"]
            subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=True)
        else:
            path.write_bytes(kept.read_bytes())


@contextmanager
def _kept() -> Iterator[Path]:
    """The file of the tables, which may not be there yet; meanwhile no other process makes or takes it."""
    folder = Path(settings.BASE_DIR) / ".pytest_cache"
    folder.mkdir(exist_ok=True)
    with _locked(folder / "migrated.lock"):
        yield folder / f"tables-{_digest()}.sqlite3"


def _digest() -> str:
    """A digest of all that tables and what is in them depend on."""
    digest = hashlib.sha256(f"{django.get_version()} {sqlite3.sqlite_version}".encode())
    for package in CODE:
        for path in sorted(Path(settings.BASE_DIR, package).rglob("*")):
            if path.suffix in SUFFIXES:
                digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


def _copy(tables: bytes) -> None:
    made = sqlite3.connect(":memory:")
    try:
        made.deserialize(tables)
        made.backup(connection.connection)
    finally:
        made.close()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
