"""Faults of disk and database that a person has to put right, told in a sentence instead of a traceback.

A fault is looked for in an exception, in what caused it and in what it was raised during, the nearest first.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator

from django.db import Error

FULL = "The disk is full. Make room on it; nothing that was stored is lost. Then do the same again."
READ_ONLY = (
    "The database or its folder can only be read. Let the user who runs this program write to both, then do the same "
    "again."
)
DENIED = (
    "The program may not read or write a file or folder that it needs. Let the user who runs it do both, above all in "
    "VAR_DIR, then do the same again."
)
BUSY = "Another program is writing to the database. Wait until it has finished, then do the same again."
UNREACHABLE = "The database cannot be reached. See that it runs and that DATABASE_URL names it, then do the same again."
NO_ENTRY = "The database refuses the name or the password. Correct DATABASE_URL, then do the same again."
NO_DATABASE = "The server has no such database. Create it, or correct DATABASE_URL, then do the same again."
TOO_MANY = (
    "The database takes no more connections. Stop other programs that use it, or let it take more, then do the same "
    "again."
)
NO_FILES = (
    "The object store cannot be reached, has no such bucket, or refuses the keys. See that it runs, and that keys and "
    "address (for documents FILES_URL) are right, then do the same again."
)
BROKEN = "The disk failed while the database was read or written. Check the disk, then the newest backup."

OBJECT_STORE = frozenset({"botocore", "boto3", "s3transfer"})
"""Whose exceptions tell of an object store; they are not imported where there is none."""

BY_NUMBER = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: DENIED,
    errno.EPERM: DENIED,
    errno.EIO: BROKEN,
}
BY_STATE = {"53100": FULL, "25006": READ_ONLY, "55P03": BUSY, "58030": BROKEN} | dict.fromkeys(
    ("57P01", "57P02", "57P03"), UNREACHABLE
)
"""By the SQLSTATE of PostgreSQL; the last three say that it is stopping or starting."""
BY_WORDS = (
    ("disk is full", FULL),
    ("no space left on device", FULL),
    ("readonly database", READ_ONLY),
    ("read-only transaction", READ_ONLY),
    ("unable to open database file", READ_ONLY),
    ("database is locked", BUSY),
    ("disk i/o error", BROKEN),
    ("password authentication failed", NO_ENTRY),
    ("no password supplied", NO_ENTRY),
    ("no pg_hba.conf entry", NO_ENTRY),
    ("peer authentication failed", NO_ENTRY),
    ("fatal:  role ", NO_ENTRY),
    ("fatal:  database ", NO_DATABASE),
    ("too many clients", TOO_MANY),
    ("too many connections", TOO_MANY),
    ("remaining connection slots", TOO_MANY),
    ("connection refused", UNREACHABLE),
    ("could not translate host name", UNREACHABLE),
    ("no such file or directory\n\tis the server running", UNREACHABLE),
    ("permission denied\n\tis the server running", UNREACHABLE),
    ("timeout expired", UNREACHABLE),
    ("no route to host", UNREACHABLE),
    ("network is unreachable", UNREACHABLE),
    ("the database system is", UNREACHABLE),
    ("terminating connection", UNREACHABLE),
    ("connection already closed", UNREACHABLE),
    ("could not connect", UNREACHABLE),
    ("connection failed", UNREACHABLE),
    ("server closed the connection", UNREACHABLE),
    ("could not receive data from server", UNREACHABLE),
    ("could not send data to server", UNREACHABLE),
    ("ssl syscall error", UNREACHABLE),
    ("ssl connection has been closed", UNREACHABLE),
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
    if type(error).__module__.split(".")[0] in OBJECT_STORE:
        return NO_FILES
    if not isinstance(error, Error):
        return ""
    state = getattr(error.__cause__, "pgcode", None)
    words = str(error).casefold()
    return BY_STATE.get(state or "", "") or next((sentence for sign, sentence in BY_WORDS if sign in words), "")
