"""Holding a document while working on it: nobody else has it meanwhile, on this machine or on another.

There are two ways, by the database, and both let go by themselves however the holder ends, without clocks:

- On PostgreSQL a lock of the session that also writes the row. It ends with the connection, so whoever lost it can
  write nothing any more.
- On SQLite, which one machine uses alone, a lock on a file of ``UPLOADS_DIR``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from django.db import DatabaseError, connection

from ingest.uploads import storage

LOCKS = 1_730_196
"""The first of the two numbers of each lock; the write lock has one number, which is another range."""
LARGEST = 2**31
"""The second number is the key of the document, as far as it fits."""

_mine: ContextVar[frozenset[int]] = ContextVar("_mine", default=frozenset())
"""The documents that this thread holds: a session of PostgreSQL would be given its own lock once more."""


@contextmanager
def held(key: int) -> Iterator[bool]:
    """Hold the document with this key, if nobody else does; gives whether it is held now."""
    if key in _mine.get():
        yield False
        return
    with WAYS[connection.vendor](key) as is_mine:
        token = _mine.set(_mine.get() | {key}) if is_mine else None
        try:
            yield is_mine
        finally:
            if token is not None:
                _mine.reset(token)


@contextmanager
def _by_session(key: int) -> Iterator[bool]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, key % LARGEST])
        ((is_mine,),) = cursor.fetchall()
    try:
        yield is_mine
    finally:
        if is_mine:
            _let_go(key)


def _let_go(key: int) -> None:
    """Give the lock back; where the connection cannot say so any more, it is closed, which does the same."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCKS, key % LARGEST])
    except DatabaseError:
        connection.close()


@contextmanager
def _by_file(key: int) -> Iterator[bool]:
    name = f"{key}{storage.HOLD}"
    with storage.locked(name, create=True) as file:
        # Whoever had it before removed the file that was opened here: another one may be locked by now.
        if file is None or not _is_there(storage.path_of(name), file.fileno()):
            yield False
            return
        try:
            yield True
        finally:
            storage.path_of(name).unlink(missing_ok=True)


def _is_there(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def held_now() -> frozenset[int]:
    """The keys of the documents that somebody holds at this moment, on whatever machine."""
    return LISTS[connection.vendor]()


def _sessions() -> frozenset[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT objid FROM pg_locks JOIN pg_database ON pg_locks.database = pg_database.oid "
            "WHERE locktype = 'advisory' AND classid = %s AND objsubid = 2 AND granted "
            "AND datname = current_database()",
            [LOCKS],
        )
        return frozenset(key for (key,) in cursor.fetchall())


def _files() -> frozenset[int]:
    return frozenset(int(path.stem) for path in storage.folder().glob(f"*{storage.HOLD}") if _is_locked(path.name))


def _is_locked(name: str) -> bool:
    try:
        with storage.locked(name) as file:
            return file is None
    except FileNotFoundError:
        return False


WAYS = {"postgresql": _by_session, "sqlite": _by_file}
"""How documents are held, by the kind of database."""
LISTS = {"postgresql": _sessions, "sqlite": _files}
