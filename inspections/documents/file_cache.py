"""Files that can be made again at any time, kept up to a size in all; what was asked for longest ago goes first.

Several processes may share a folder: a file appears whole or not at all, and one that another process takes away counts as not there.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from inspections.documents.atomic_files import write_whole

SWEEP_EVERY = 50
KEPT_WHEN_FULL = 0.9
FRESH = 3600.0


class FileCache:
    """Bytes by key in a folder. A key is a file name; ``most_bytes`` may be passed by what a few writes add, then it is swept."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self.folder = folder
        self.most_bytes = most_bytes
        self._writes = count()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key

    def get(self, key: str, not_older: float | None = None) -> bytes | None:
        """The bytes under the key, or None. ``not_older`` (seconds) leaves out what was written before, and does not count as a use."""
        path = self._path(key)
        try:
            age = time.time() - path.stat().st_mtime
            if not_older is not None:
                return path.read_bytes() if age <= not_older else None
            found = path.read_bytes()
        except FileNotFoundError:
            return None
        if age > FRESH:
            with suppress(FileNotFoundError):
                os.utime(path)
        return found

    def put(self, key: str, data: bytes) -> None:
        """Keep the bytes under the key."""
        write_whole(self._path(key), data)
        if next(self._writes) % SWEEP_EVERY == 0:
            self.sweep()

    def sweep(self) -> int:
        """Take away what was used longest ago until the rest fits, and give the number of files that went."""
        files: list[tuple[float, int, Path]] = []
        for path in self.folder.glob("??/*"):
            with suppress(FileNotFoundError):
                facts = path.stat()
                files.append((facts.st_mtime, facts.st_size, path))
        total = sum(size for _, size, _ in files)
        if total <= self.most_bytes:
            return 0
        gone = 0
        for _, size, path in sorted(files):
            if total <= self.most_bytes * KEPT_WHEN_FULL:
                break
            path.unlink(missing_ok=True)
            total, gone = total - size, gone + 1
        return gone
