"""The bytes and readings of uploaded documents, under names made here, and what a machine has of its own.

They are kept where the storage "uploads" says, which is the folder ``UPLOADS_DIR`` unless several machines share an
object store. Files arrive in that folder, and locks are on files of it. The system releases them when a process ends,
however it ends.
"""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO
from uuid import uuid4

from django.conf import settings

from ingest.drafts import Extraction
from ingest.readings import OtherShape, read_back, written
from ingest.uploads.previews import Preview
from inspections.documents.stored_files import FilesInFolder, upload_files
from inspections.file_storage import UploadsFolder

WORKER = "worker.lock"
READING, HOLD = ".json", ".hold"
STRAY_AFTER = 24 * 3600.0
"""Seconds after which a file that belongs to no document is removed: the rest of a request that was broken off."""


def folder() -> Path:
    """The folder, which is created if it is missing."""
    path = Path(settings.UPLOADS_DIR)
    path.mkdir(parents=True, exist_ok=True)
    return path


def path_of(name: str) -> Path:
    """The path of a file of the folder."""
    return folder() / name


def is_there(stored: str) -> bool:
    """Whether the bytes of a document are kept."""
    return upload_files().has(stored)


def bytes_at(stored: str) -> Path:
    """Where the bytes of a document can be read. Raises FileNotFoundError."""
    return upload_files().local(stored)


def adopt(path: Path) -> str:
    """Take a file of the folder to those that are kept. Returns its new name."""
    name = uuid4().hex
    upload_files().take(path, name)
    return name


def duplicate(stored: str) -> Path:
    """The bytes of a document once more, as a file of the folder."""
    path, copy = bytes_at(stored), path_of(uuid4().hex)
    try:
        copy.hardlink_to(path)
    except OSError:  # it lies on another disk
        shutil.copyfile(path, copy)
    return copy


def forget(stored: str) -> None:
    """Remove the bytes and the reading of a document."""
    if stored:
        upload_files().forget(stored)
        upload_files().forget(f"{stored}{READING}")


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
    upload_files().write(f"{stored}{READING}", json.dumps(content).encode())


def stored_reading(stored: str) -> tuple[Extraction, Preview] | None:
    """The reading of a document and its preview; None if they were lost, or kept by another version of the program."""
    try:
        content = json.loads(upload_files().read(f"{stored}{READING}"))
        return read_back(Extraction, content["reading"]), read_back(Preview, content["preview"])
    except (FileNotFoundError, KeyError, json.JSONDecodeError, OtherShape):
        return None


def remove_strays(known: Iterable[str]) -> int:
    """Remove old files that belong to no document. Returns how many."""
    folder()
    mine = {*known, WORKER}
    old = {(name, place) for place in (upload_files(), _own_folder()) for name in place.older(STRAY_AFTER)}
    strays = [(name, place) for name, place in old if name.removesuffix(READING) not in mine]
    for name, place in strays:
        place.forget(name)
    return len({name for name, _ in strays})


def _own_folder() -> FilesInFolder:
    """What this machine has in its folder: files that arrive, and all others where they are not kept elsewhere."""
    return FilesInFolder(UploadsFolder())
