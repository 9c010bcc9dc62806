"""The bytes and readings of uploaded documents, as files in ``UPLOADS_DIR`` under names made here.

Locks are on files of the folder. The system releases them when a process ends, however it ends.
"""

from __future__ import annotations

import fcntl
import json
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from uuid import uuid4

from django.conf import settings

from ingest.drafts import Extraction
from ingest.readings import OtherShape, read_back, written
from ingest.uploads.previews import Preview
from inspections.documents.atomic_files import write_whole

WORKER = "worker.lock"
READING, HOLD = ".json", ".hold"
STRAY_AFTER = 24 * 3600.0
"""Seconds after which a file that belongs to no document is removed: the rest of a request that was broken off."""


def folder() -> Path:
    """The folder, which is created if it is missing."""
    path = Path(settings.UPLOADS_DIR)
    path.mkdir(parents=True, exist_ok=True)
    return path


def path_of(stored: str) -> Path:
    """Where the bytes of a document lie."""
    return folder() / stored


def is_there(stored: str) -> bool:
    """Whether the bytes of a document are kept."""
    return bool(stored) and path_of(stored).is_file()


def adopt(path: Path) -> str:
    """Move a file into the folder. Returns its new name."""
    name = uuid4().hex
    path.replace(path_of(name))
    return name


def duplicate(stored: str) -> str:
    """Give the same bytes a second name, and return it."""
    name = uuid4().hex
    path_of(name).hardlink_to(path_of(stored))
    return name


def forget(stored: str) -> None:
    """Remove the bytes and the reading of a document."""
    if stored:
        path_of(stored).unlink(missing_ok=True)
        path_of(f"{stored}{READING}").unlink(missing_ok=True)


@contextmanager
def locked(name: str, *, create: bool = False) -> Iterator[IO[bytes] | None]:
    """Hold the lock of a file, which is handed over open; None if somebody else has it.

    Raises FileNotFoundError, unless the file may be created.
    """
    with path_of(name).open("ab" if create else "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield None
        else:
            yield file


def keep(stored: str, extraction: Extraction, preview: Preview) -> None:
    """Keep the reading of a document and its preview beside its bytes."""
    content = {"reading": written(extraction), "preview": written(preview)}
    write_whole(path_of(f"{stored}{READING}"), json.dumps(content).encode())


def stored_reading(stored: str) -> tuple[Extraction, Preview] | None:
    """The reading of a document and its preview; None if they were lost, or kept by another version of the program."""
    try:
        content = json.loads(path_of(f"{stored}{READING}").read_bytes())
        return read_back(Extraction, content["reading"]), read_back(Preview, content["preview"])
    except (FileNotFoundError, KeyError, json.JSONDecodeError, OtherShape):
        return None


def remove_strays(known: Iterable[str]) -> int:
    """Remove old files that belong to no document. Returns how many."""
    mine = {*known, WORKER}
    number = 0
    for path in folder().iterdir():
        is_old = path.is_file() and path.stat().st_mtime < time.time() - STRAY_AFTER
        if is_old and path.name.removesuffix(READING) not in mine:
            path.unlink(missing_ok=True)
            number += 1
    return number
