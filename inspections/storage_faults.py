"""Faults of disk and database that a person has to put right, told in a sentence instead of a traceback.

A fault is looked for in an exception, in what caused it and in what it was raised during, the nearest first.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator

from django.db import DatabaseError

FULL = "The disk is full. Make room on it; nothing that was stored is lost. Then do the same again."
READ_ONLY = (
    "The database or its folder can only be read. Let the user who runs this program write to both, then do the same "
    "again."
)
BUSY = "Another program is writing to the database. Wait until it has finished, then do the same again."
UNREACHABLE = "The database cannot be reached. See that it runs and that DATABASE_URL names it, then do the same again."
BROKEN = "The disk failed while the database was read or written. Check the disk, then the newest backup."

BY_NUMBER = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EIO: BROKEN,
}
BY_STATE = {"53100": FULL, "25006": READ_ONLY, "55P03": BUSY, "58030": BROKEN}
"""By the SQLSTATE of PostgreSQL."""
BY_WORDS = (
    ("disk is full", FULL),
    ("no space left on device", FULL),
    ("readonly database", READ_ONLY),
    ("read-only transaction", READ_ONLY),
    ("unable to open database file", READ_ONLY),
    ("database is locked", BUSY),
    ("disk i/o error", BROKEN),
    ("connection refused", UNREACHABLE),
    ("could not connect", UNREACHABLE),
    ("connection failed", UNREACHABLE),
    ("server closed the connection", UNREACHABLE),
)
"""By words of SQLite and of the client of PostgreSQL, which come without a state."""


def sentence_about(error: BaseException) -> str:
    """What is wrong with disk or database and what to do, "" if the exception is about something else."""
    return next(filter(None, map(_sentence, _chain(error))), "")


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or following.__context__


def _sentence(error: BaseException) -> str:
    if isinstance(error, OSError):
        return BY_NUMBER.get(error.errno or 0, "")
    if not isinstance(error, DatabaseError):
        return ""
    state = getattr(error.__cause__, "sqlstate", None)
    words = str(error).casefold()
    return BY_STATE.get(state or "", "") or next((sentence for sign, sentence in BY_WORDS if sign in words), "")
