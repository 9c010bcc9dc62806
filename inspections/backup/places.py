"""Where a backup lies: at a path of this machine, or in an object store, by an address (``s3://bucket/folder/NAME``).

From and to an object store it goes through the folder for temporary files, which needs room for it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from django.core.exceptions import ImproperlyConfigured
from django.core.files import File
from django.core.files.storage import Storage

from inspections.file_storage import object_at

ADDRESS = "s3://"


class UnusablePlaceError(ValueError):
    """Why no backup can be written to a place or read from it, in a sentence that says what to do."""


@contextmanager
def new_backup(place: str) -> Iterator[Path]:
    """A path to write a backup to, which stands at its place afterwards. Raises UnusablePlaceError.

    Nothing that is there already is written over, and nothing appears in an object store that is not complete.
    """
    if not place.startswith(ADDRESS):
        yield _new_path(Path(place))
        return
    storage, name = _object(place)
    if storage.exists(name):
        raise UnusablePlaceError(_taken(place))
    with TemporaryDirectory(prefix="backup-") as folder:
        path = Path(folder) / Path(name).name
        yield path
        with path.open("rb") as file:
            storage.save(name, File(file))


@contextmanager
def kept_backup(place: str) -> Iterator[Path]:
    """A path to read a backup from. Raises UnusablePlaceError where there is none that can be read."""
    if not place.startswith(ADDRESS):
        yield _kept_path(Path(place))
        return
    storage, name = _object(place)
    if not storage.exists(name):
        raise UnusablePlaceError(f"The object store has no {name}. Look for the name of the backup.")
    with TemporaryDirectory(prefix="backup-") as folder:
        path = Path(folder) / Path(name).name
        with storage.open(name) as kept, path.open("wb") as file:
            copyfileobj(kept, file)
        yield path


def _new_path(path: Path) -> Path:
    if path.exists():
        raise UnusablePlaceError(_taken(str(path)))
    if not path.parent.is_dir():
        raise UnusablePlaceError(f"{path.parent} is no folder. Make it, or name another.")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise UnusablePlaceError(
            f"Nothing may be written into {path.parent}. Let the user who runs this program write to it, or name "
            "another folder."
        )
    return path


def _kept_path(path: Path) -> Path:
    if not path.is_file():
        raise UnusablePlaceError(f"There is no file {path}. Name one that backup wrote.")
    if not os.access(path, os.R_OK):
        raise UnusablePlaceError(f"{path} may not be read. Let the user who runs this program read it.")
    return path


def _taken(place: str) -> str:
    return f"{place} exists. Name a new file, so that no older backup is lost."


def _object(place: str) -> tuple[Storage, str]:
    try:
        storage, name = object_at(place)
    except ImproperlyConfigured as error:
        raise UnusablePlaceError(str(error)) from error
    if not name:
        raise UnusablePlaceError("The address names a bucket and no file. Add the name of the backup: /all.zip.")
    return storage, name
