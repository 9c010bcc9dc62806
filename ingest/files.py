"""Which files stand at the paths that somebody names, and what they are called.

A folder is searched to the bottom. Hidden files and folders are passed over; whatever else stands there and cannot be opened (a folder
or file without the right to it, a link that leads nowhere or to a folder, a pipe) is told with its reason.
"""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LONGEST_NAME = 255


class NothingThere(ValueError):
    """A path that does not exist, or a file that went away while it was to be read; its message says which."""


@dataclass(frozen=True, slots=True)
class Unopened:
    """Something in a folder that cannot be opened, and why not."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at the paths: the files in a fixed order, each once, and what cannot be opened."""

    files: tuple[Path, ...]
    unopened: tuple[Unopened, ...] = ()

    def __len__(self) -> int:
        return len(self.files) + len(self.unopened)


@dataclass(frozen=True, slots=True)
class Document:
    """A file to load, with the sha256 of its bytes."""

    path: Path
    sha256: str

    @property
    def name(self) -> str:
        """Its name for people."""
        return printable(self.path.name)


def printable(name: str) -> str:
    """The end of a file name that fits a column, with the replacement character for what is no text.

    File systems hold bytes. What cannot be decoded arrives as lone surrogates, which neither a terminal nor a database takes.
    """
    shown = "".join("\ufffd" if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in name)
    return shown[-LONGEST_NAME:]


def find_files(paths: Iterable[Path]) -> Found:
    """All files of the paths, folders searched to the bottom; hidden ones are passed over. Raises NothingThere."""
    files: list[Path] = []
    unopened: list[Unopened] = []
    for path in paths:
        if path.is_dir():
            inside = _inside(path)
            files += inside.files
            unopened += inside.unopened
        elif path.is_file():
            files.append(path)
        else:
            raise NothingThere(f"There is no file or folder {printable(str(path))}.")
    return Found(tuple(dict.fromkeys(files)), tuple(dict.fromkeys(unopened)))


def _inside(folder: Path) -> Found:
    files: list[Path] = []
    unopened: list[Unopened] = []

    def closed(error: OSError) -> None:
        unopened.append(Unopened(Path(error.filename), _reason(error)))

    for place, folders, names in os.walk(folder, onerror=closed):
        folders[:] = [name for name in folders if not name.startswith(".")]
        # A link to a folder may lead to where it stands itself; walking does not follow it, so that it must be told.
        links = [Path(place, name) for name in folders if Path(place, name).is_symlink()]
        unopened += (Unopened(link, "It is a link to a folder; name that folder itself.") for link in links)
        for path in (Path(place, name) for name in names if not name.startswith(".")):
            if reason := _why_not(path):
                unopened.append(Unopened(path, reason))
            else:
                files.append(path)
    return Found(tuple(sorted(files)), tuple(sorted(unopened, key=lambda one: one.path)))


def _why_not(path: Path) -> str:
    """Why something is no file that can be read; "" when it is one."""
    try:
        return "" if stat.S_ISREG(path.stat().st_mode) else "It is no file."
    except OSError as error:
        return _reason(error)


def _reason(error: OSError) -> str:
    return f"It cannot be opened: {error.strerror}."


def digest(path: Path) -> Document | Unopened:
    """The file with its sha256."""
    try:
        with path.open("rb") as file:
            return Document(path, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        return Unopened(path, _reason(error))
