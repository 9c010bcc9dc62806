"""The files at the paths that a user names.

A folder is searched with all folders in it; hidden files and folders are skipped. Whatever else cannot be opened is
reported with its reason: a file or folder without permission, a link that leads nowhere or to a folder, a pipe, a
device. A file is opened without waiting, so that a pipe put in its place cannot stop a run.
"""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from inspections.notice_codes import NoticeCode

LONGEST_NAME = 255
"""Characters that the column for a file name holds."""

NO_FILE = "It is a pipe or a device and no file; save what it gives as a file and read that."


class MissingPathError(ValueError):
    """A path does not exist; the message says which."""


class NotAFileError(OSError):
    """What stands at a path is a pipe or a device."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read, and its name as it is shown: that of the file, or its place in an archive ("pack.zip/a.pdf")."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class UnopenedPath:
    """A file that cannot be opened: its name as it is shown, the reason as a sentence, and the code of its notice."""

    path: Path
    reason: str
    name: str = ""
    code: NoticeCode = NoticeCode.FILE_NOT_OPENED

    @property
    def shown(self) -> str:
        """The name as it is shown and stored."""
        return self.name or printable(self.path.name)


Member = FoundFile | UnopenedPath
"""What stands in a file that holds others."""


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files at some paths, sorted by folder and each once, and the paths that cannot be opened."""

    files: tuple[Path, ...]
    unopened: tuple[UnopenedPath, ...] = ()

    def __len__(self) -> int:
        return len(self.files) + len(self.unopened)


@dataclass(frozen=True, slots=True)
class HashedFile:
    """A file to load, its name as it is shown and stored, and the sha256 of its bytes."""

    path: Path
    name: str
    sha256: str


def printable(name: str) -> str:
    """The end of a file name that fits its column, with the replacement character for what is not text.

    Names of files are bytes. Bytes that cannot be decoded arrive as lone surrogates, which neither a terminal nor a
    database accepts.
    """
    shown = "".join("\ufffd" if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in name)
    return shown[-LONGEST_NAME:]


def find_files(paths: Iterable[Path]) -> FoundFiles:
    """Find all files at the paths and in folders below them. Raises MissingPathError."""
    files: list[Path] = []
    unopened: list[UnopenedPath] = []
    for path in paths:
        if not path.exists():
            raise MissingPathError(f"There is no file or folder {printable(str(path))}.")
        for found in files_at(path):
            if isinstance(found, UnopenedPath):
                unopened.append(found)
            else:
                files.append(found)
    return FoundFiles(tuple(dict.fromkeys(files)), tuple(dict.fromkeys(unopened)))


def files_at(path: Path) -> Iterator[Path | UnopenedPath]:
    """The file at a path, or all files in a folder and the folders below it, sorted by folder."""
    if path.is_dir():
        yield from sorted(_inside(path), key=lambda found: found if isinstance(found, Path) else found.path)
    elif reason := _why_unreadable(path):
        yield UnopenedPath(path, reason)
    else:
        yield path


def _inside(folder: Path) -> list[Path | UnopenedPath]:
    found: list[Path | UnopenedPath] = []

    def closed(error: OSError) -> None:
        found.append(UnopenedPath(Path(error.filename), _reason(error)))

    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # A link to a folder may lead to a folder above it, so that walking does not follow links; they are reported.
        links = [Path(place, name) for name in folders if Path(place, name).is_symlink()]
        found += (UnopenedPath(link, "It is a link to a folder; name that folder itself.") for link in links)
        for path in (Path(place, name) for name in names if not name.startswith(".")):
            reason = _why_unreadable(path)
            found.append(UnopenedPath(path, reason) if reason else path)
    return found


def _why_unreadable(path: Path) -> str:
    """Why a path is not a file that can be read, as a sentence; "" when it is one."""
    try:
        return "" if stat.S_ISREG(path.stat().st_mode) else NO_FILE
    except OSError as error:
        return _reason(error)


def _reason(error: OSError) -> str:
    return NO_FILE if isinstance(error, NotAFileError) else f"It cannot be opened: {error.strerror}."


def open_file(path: Path) -> BufferedReader:
    """Open a file without waiting for anybody to write to it. Raises OSError, NotAFileError for a pipe or device."""
    file = open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK))  # noqa: SIM115
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotAFileError(NO_FILE)
    return file


def hash_file(file: FoundFile) -> HashedFile | UnopenedPath:
    """Compute the sha256 of a file."""
    try:
        with open_file(file.path) as opened:
            return HashedFile(file.path, file.name, hashlib.file_digest(opened, "sha256").hexdigest())
    except OSError as error:
        return unopened_for(file.path, error, file.name)


def unopened_for(path: Path, error: OSError, name: str = "") -> UnopenedPath:
    """What is reported of a file that could not be opened."""
    return UnopenedPath(path, _reason(error), name)
