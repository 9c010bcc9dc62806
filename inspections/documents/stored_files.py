"""Files of documents, in a folder of this machine or in an object store that several machines share.

They lie where one of ``STORAGES`` says: "default" has the source files, "uploads" what nobody has decided about yet,
"fetched" what came from the web and was not read yet. A name is given once and its bytes never change. Whoever reads a
document needs it at a path: in a folder that is its own path, and from an object store it is a copy, of which the least
recently used are deleted when there are too many.
"""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import IO

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, storages

from inspections.documents.atomic_files import write_pieces, write_whole
from inspections.documents.file_cache import FileCache

SOURCES, UPLOADS, FETCHED = "default", "uploads", "fetched"
MEGABYTE, PIECE = 1_000_000, 1 << 20


class StoredFiles(ABC):
    """Files by name. What a name has no file for raises FileNotFoundError."""

    @abstractmethod
    def has(self, name: str) -> bool:
        """Whether there is a file of this name."""

    @abstractmethod
    def write(self, name: str, data: bytes) -> None:
        """Write a file, whole or not at all."""

    @abstractmethod
    def take(self, path: Path, name: str) -> None:
        """Move a file of this machine here."""

    @abstractmethod
    def open(self, name: str) -> IO[bytes]:
        """Open a file to be read from its beginning to its end."""

    @abstractmethod
    def local(self, name: str) -> Path:
        """The path of a file, or of a copy of it, on this machine. It may only be read."""

    @abstractmethod
    def forget(self, name: str) -> None:
        """Delete a file, if it is there."""

    @abstractmethod
    def older(self, seconds: float) -> Iterator[str]:
        """The names of files, outside of folders, that were written longer ago."""

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        with self.open(name) as file:
            return file.read()


class FilesInFolder(StoredFiles):
    """Files in a folder of this machine."""

    def __init__(self, storage: FileSystemStorage) -> None:
        self._storage = storage

    def _path(self, name: str) -> Path:
        return Path(self._storage.path(name))

    def has(self, name: str) -> bool:
        """Whether there is a file of this name."""
        return bool(name) and self._path(name).is_file()

    def write(self, name: str, data: bytes) -> None:
        """Write a file beside its place, and move it there."""
        write_whole(self._path(name), data)

    def take(self, path: Path, name: str) -> None:
        """Move a file of the same disk here."""
        target = self._path(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)

    def open(self, name: str) -> IO[bytes]:
        """Open a file."""
        return self._path(name).open("rb")

    def local(self, name: str) -> Path:
        """The path of a file."""
        if not self.has(name):
            raise FileNotFoundError(name)
        return self._path(name)

    def forget(self, name: str) -> None:
        """Delete a file, if it is there."""
        self._path(name).unlink(missing_ok=True)

    def older(self, seconds: float) -> Iterator[str]:
        """The names of files that were written longer ago."""
        before = time.time() - seconds
        for path in self._path("").iterdir():
            if path.is_file() and path.stat().st_mtime < before:
                yield path.name


class FilesElsewhere(StoredFiles):
    """Files in an object store, with copies of some in a folder of this machine."""

    def __init__(self, storage: Storage, copies: FileCache) -> None:
        self._storage = storage
        self._copies = copies

    def has(self, name: str) -> bool:
        """Whether there is a file of this name, which the store is asked."""
        return bool(name) and self._storage.exists(name)

    def write(self, name: str, data: bytes) -> None:
        """Write a file; the store shows it when it is whole."""
        self._storage.save(name, ContentFile(data))

    def take(self, path: Path, name: str) -> None:
        """Send a file of this machine to the store, and delete it here."""
        with path.open("rb") as file:
            self._storage.save(name, File(file))
        path.unlink()

    def open(self, name: str) -> IO[bytes]:
        """Open a file of the store."""
        if not name:
            raise FileNotFoundError(name)
        return self._storage.open(name, "rb")

    def local(self, name: str) -> Path:
        """The path of a copy, which is made where there is none."""
        path = self._copy(name)
        if not path.is_file():
            self._make(path, name)
        with suppress(FileNotFoundError):
            path.touch()  # used just now, so that it is not among the first to go
        return path

    def forget(self, name: str) -> None:
        """Delete a file, and its copy on this machine."""
        self._storage.delete(name)
        self._copy(name).unlink(missing_ok=True)

    def older(self, seconds: float) -> Iterator[str]:
        """The names of files that were written longer ago. Each is asked for one by one."""
        _, names = self._storage.listdir("")
        for name in filter(None, names):
            with suppress(FileNotFoundError):
                if self._storage.get_modified_time(name).timestamp() < time.time() - seconds:
                    yield name

    def _copy(self, name: str) -> Path:
        return self._copies.path(name.replace("/", "-"))

    def _make(self, path: Path, name: str) -> None:
        self._copies.sweep()  # before, so that the one that is wanted now stays however large it is
        with self.open(name) as file:
            write_pieces(path, iter(partial(file.read, PIECE), b""))


def stored_files(alias: str) -> StoredFiles:
    """The files of one of ``STORAGES``."""
    storage = storages[alias]
    if isinstance(storage, FileSystemStorage):
        return FilesInFolder(storage)
    copies = FileCache(Path(settings.FILE_COPIES_DIR) / alias, settings.FILE_COPIES_MB * MEGABYTE)
    return FilesElsewhere(storage, copies)


def source_files() -> StoredFiles:
    """The files that were loaded."""
    return stored_files(SOURCES)


def upload_files() -> StoredFiles:
    """The files that nobody has decided about yet, with their readings."""
    return stored_files(UPLOADS)


def fetched_files() -> StoredFiles:
    """The files that were fetched from the web, until they are read or handed on."""
    return stored_files(FETCHED)
