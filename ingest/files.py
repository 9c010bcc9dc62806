"""The files at the paths that a user names.

A folder is searched with all folders in it; hidden files and folders are skipped. Whatever else cannot be opened is
reported with its reason: a file or folder without permission, a link that leads nowhere or to a folder, a pipe.
"""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LONGEST_NAME = 255
"""Characters that the column for a file name holds."""


class MissingPathError(ValueError):
    """A path does not exist, or a file was removed before it was read; the message says which."""


@dataclass(frozen=True, slots=True)
class UnopenedPath:
    """A path that cannot be opened, and the reason as a sentence."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The files at some paths, sorted by folder and each once, and the paths that cannot be opened."""

    files: tuple[Path, ...]
    unopened: tuple[UnopenedPath, ...] = ()

    def __len__(self) -> int:
        return len(self.files) + len(self.unopened)


@dataclass(frozen=True, slots=True)
class HashedFile:
    """A file to load, with the sha256 of its bytes."""

    path: Path
    sha256: str

    @property
    def name(self) -> str:
        """The name of the file as it is shown and stored."""
        return printable(self.path.name)


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
        if path.is_dir():
            inside = _inside(path)
            files += inside.files
            unopened += inside.unopened
        elif path.is_file():
            files.append(path)
        else:
            raise MissingPathError(f"There is no file or folder {printable(str(path))}.")
    return FoundFiles(tuple(dict.fromkeys(files)), tuple(dict.fromkeys(unopened)))


def _inside(folder: Path) -> FoundFiles:
    files: list[Path] = []
    unopened: list[UnopenedPath] = []

    def closed(error: OSError) -> None:
        unopened.append(UnopenedPath(Path(error.filename), _reason(error)))

    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # A link to a folder may lead to a folder above it, so that walking does not follow links; they are reported.
        links = [Path(place, name) for name in folders if Path(place, name).is_symlink()]
        unopened += (UnopenedPath(link, "It is a link to a folder; name that folder itself.") for link in links)
        for path in (Path(place, name) for name in names if not name.startswith(".")):
            if reason := _why_unreadable(path):
                unopened.append(UnopenedPath(path, reason))
            else:
                files.append(path)
    return FoundFiles(tuple(sorted(files)), tuple(sorted(unopened, key=lambda one: one.path)))


def _why_unreadable(path: Path) -> str:
    """Why a path is not a file that can be read, as a sentence; "" when it is one."""
    try:
        return "" if stat.S_ISREG(path.stat().st_mode) else "It is no file."
    except OSError as error:
        return _reason(error)


def _reason(error: OSError) -> str:
    return f"It cannot be opened: {error.strerror}."


def hash_file(path: Path) -> HashedFile | UnopenedPath:
    """Compute the sha256 of a file."""
    try:
        with path.open("rb") as file:
            return HashedFile(path, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        return UnopenedPath(path, _reason(error))
