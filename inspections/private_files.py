"""Files of this program are for its own user alone: others on the same machine may read neither drafts nor accounts."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

OTHERS = 0o077
FOLDER, FILE = 0o700, 0o600
BESIDE_SQLITE = ("", "-wal", "-shm", "-journal")


def create_privately() -> None:
    """Create files and folders for their owner alone from now on."""
    os.umask(OTHERS)


def made(folder: Path) -> Path:
    """Create a folder if it is missing. Where nothing can be written, whoever needs it is told later."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep_private(database: Path | None, folders: Iterable[Path]) -> None:
    """Take what is there already from others.

    ``database`` is the file of SQLite. Files that belong to somebody else are left as they are.
    """
    for folder in folders:
        _restrict(folder, FOLDER)
    for ending in BESIDE_SQLITE if database else ():
        _restrict(Path(f"{database}{ending}"), FILE)


def _restrict(path: Path, mode: int) -> None:
    with suppress(OSError):
        if path.stat().st_mode & OTHERS:
            path.chmod(mode)
