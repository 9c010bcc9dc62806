"""Where files lie while they are fetched, and until they are read: folders in ``FETCHED_DIR``."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from ingest.fetch.download import PartialFile, TakenFile

LOCK, ARRIVING, WAITING = "fetch.lock", "arriving", "waiting"


class AnotherFetch(Exception):
    """Another fetch of this machine is at work."""


def folder() -> Path:
    """The folder, which is created if it is missing."""
    path = Path(settings.FETCHED_DIR)
    path.mkdir(parents=True, exist_ok=True)
    return path


@contextmanager
def only_one() -> Iterator[None]:
    """Hold the lock of fetches, which the system releases however the process ends. Raises AnotherFetch."""
    with (folder() / LOCK).open("ab") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AnotherFetch("Another fetch is at work. Wait until it has ended.") from error
        yield


def arriving(address: str) -> PartialFile:
    """What has arrived of the file at an address."""
    return PartialFile(folder() / ARRIVING, address)


def path_of(stored: str) -> Path:
    """Where the bytes of a fetched file lie."""
    return folder() / WAITING / stored


def keep(taken: TakenFile, address: str, name: str) -> str:
    """Move a file that has arrived whole to those that wait. Returns its name there, by content and address."""
    stored = f"{taken.sha256[:16]}-{hashlib.sha256(address.encode()).hexdigest()[:16]}/{name}"
    path = path_of(stored)
    path.parent.mkdir(parents=True, exist_ok=True)
    taken.path.replace(path)
    return stored


def forget(stored: str) -> None:
    """Remove the bytes of a fetched file."""
    if stored:
        path = path_of(stored)
        path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()
