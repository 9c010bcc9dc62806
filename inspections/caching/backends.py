"""A cache on disk whose faults cost time and never a page, and one in memory that shares what it holds."""

from __future__ import annotations

import pickle
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT
from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.locmem import LocMemCache

BETWEEN_CULLS = 50
"""So many values are kept by each thread until it looks again whether there are too many."""


class TolerantFileCache(FileBasedCache):
    """Django's cache in files, which counts a file that it cannot read as missing and one that it cannot write as kept.

    Django passes on what the disk or a damaged file raises, and the reader gets status 500 for a page that could be
    made anew. Only ``get`` and ``set`` are tolerant, which is all that ``cache_page`` uses.
    """

    def _createdir(self) -> None:
        with suppress(OSError):
            super()._createdir()  # type: ignore[misc]  # not in the stubs

    _kept = 0

    def _cull(self) -> None:
        """Look only now and then whether there are too many: to list 4,000 files takes as long as some pages."""
        if self._kept % BETWEEN_CULLS == 0:
            super()._cull()  # type: ignore[misc]  # not in the stubs
        self._kept += 1

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value under the key, or ``default`` where there is none that can be read."""
        try:
            return super().get(key, default, version)
        except Exception:  # a pickle that was cut short or overwritten can raise anything
            return default

    def contents(self) -> Iterator[Any]:
        """Every value that is kept and can be read, also past its time."""
        for name in self._list_cache_files():  # type: ignore[attr-defined]  # not in the stubs
            with suppress(Exception), Path(name).open("rb") as file:
                pickle.load(file)  # noqa: S301  # until when it is kept; written by this program
                yield pickle.loads(zlib.decompress(file.read()))  # noqa: S301

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep the value under the key, if the disk takes it."""
        with suppress(OSError):
            super().set(key, value, timeout, version)


class SharedValues(LocMemCache):
    """Django's cache in memory, which hands out the very values that it was given, and no copies.

    Django pickles each value, so that nobody can change what others get. To read the values of 2,379 reports so took a
    millisecond, several times a page. Who keeps a value here does not change it, and neither does who reads it.
    """

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value under the key, or ``default`` where there is none."""
        key = self.make_and_validate_key(key, version=version)
        with self._lock:  # type: ignore[attr-defined]  # not in the stubs
            if self._has_expired(key):  # type: ignore[attr-defined]  # not in the stubs
                self._delete(key)  # type: ignore[attr-defined]  # not in the stubs
                return default
            self._cache.move_to_end(key, last=False)  # type: ignore[attr-defined]  # not in the stubs
            return self._cache[key]  # type: ignore[attr-defined]  # not in the stubs

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        """Keep the value itself under the key."""
        key = self.make_and_validate_key(key, version=version)
        with self._lock:  # type: ignore[attr-defined]  # not in the stubs
            self._set(key, value, timeout)  # type: ignore[attr-defined]  # not in the stubs
