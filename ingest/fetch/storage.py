"""Where files lie while they are fetched, and until they are read.

They arrive in ``FETCHED_DIR``. Those that wait lie where the storage "fetched" says: a folder there, unless several
machines share an object store.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from ingest.fetch.download import PartialFile, TakenFile
from inspections.documents.stored_files import fetched_files

LOCK, ARRIVING = "fetch.lock", "arriving"


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
    """Where the bytes of a fetched file can be read. Raises FileNotFoundError."""
    return fetched_files().local(stored)


def is_kept(stored: str) -> bool:
    """Whether the bytes of a fetched file are kept."""
    return fetched_files().has(stored)


def keep(taken: TakenFile, address: str) -> str:
    """Move a file that has arrived whole to those that wait. Returns its name there, by content and address."""
    stored = f"{taken.sha256[:16]}-{hashlib.sha256(address.encode()).hexdigest()[:16]}"
    fetched_files().take(taken.path, stored)
    return stored


@contextmanager
def by_their_names(files: Iterable[tuple[str, str]]) -> Iterator[list[Path]]:
    """Give files that are kept under names that differ, each a pair of its place and its name, as paths of a folder."""
    with TemporaryDirectory(dir=folder(), prefix="named-") as place:
        paths = []
        for stored, name in files:
            path, kept = Path(place, name), path_of(stored)
            try:
                path.hardlink_to(kept)
            except OSError:  # it lies on another disk
                shutil.copyfile(kept, path)
            paths.append(path)
        yield paths


def forget(stored: str) -> None:
    """Remove the bytes of a fetched file."""
    if stored:
        fetched_files().forget(stored)
