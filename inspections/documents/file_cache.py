"""A cache in files, up to a total size; the least recently used files are deleted first.

Several processes may share a folder: files are written atomically, and one that another process deletes counts as
missing. A file begins with a digest of what follows; one that was cut short or changed counts as missing as well, so
that what it held is made again.
"""

from __future__ import annotations

import glob
import hashlib
import os
import time
from contextlib import suppress
from itertools import count
from pathlib import Path

from inspections.documents.atomic_files import write_whole

SWEEP_EVERY = 50
KEPT_WHEN_FULL = 0.9
FRESH = 3600.0
DIGEST_BYTES = 16


class FileCache:
    """Bytes by key in a folder; a key is a file name. Writes may exceed ``most_bytes`` until files are deleted."""

    def __init__(self, folder: Path, most_bytes: int) -> None:
        self.folder = folder
        self.most_bytes = most_bytes
        self._writes = count()

    def path(self, key: str) -> Path:
        """Where the file of a key is, or would be."""
        return self.folder / key[:2] / key

    def get(self, key: str, not_older: float | None = None) -> bytes | None:
        """The bytes under the key, or None. With ``not_older`` (seconds), older files are missing and none is used."""
        path = self.path(key)
        try:
            age = time.time() - path.stat().st_mtime
            if not_older is not None:
                return _whole(path.read_bytes()) if age <= not_older else None
            found = _whole(path.read_bytes())
        except FileNotFoundError:
            return None
        if found is not None and age > FRESH:
            with suppress(FileNotFoundError):
                os.utime(path)
        return found

    def put(self, key: str, data: bytes) -> None:
        """Keep the bytes under the key."""
        write_whole(self.path(key), _digest(data) + data)
        if next(self._writes) % SWEEP_EVERY == 0:
            self.sweep()

    def forget(self, beginning: str) -> None:
        """Delete what is kept under keys that begin with these characters, at least two."""
        for path in self.path(beginning).parent.glob(f"{glob.escape(beginning)}*"):
            path.unlink(missing_ok=True)

    def sweep(self) -> int:
        """Delete the least recently used files until the rest fits, and return how many were deleted."""
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


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=DIGEST_BYTES).digest()


def _whole(content: bytes) -> bytes | None:
    """What was kept, without its digest; None if the file is not what was written."""
    digest, data = content[:DIGEST_BYTES], content[DIGEST_BYTES:]
    return data if digest == _digest(data) else None
