"""Folders of fetched files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.fetch import storage
from ingest.fetch.download import TakenFile


def test_files_of_the_same_name_lie_apart_and_are_removed_one_by_one(fetched: Path):
    names = []
    for number in (1, 2):
        path = fetched.parent / f"{number}"
        path.write_bytes(b"%d" % number)
        taken = TakenFile(path, f"{number}" * 64, 1, b"")
        names.append(storage.keep(taken, "https://example.org/a.pdf", "a.pdf"))
    assert [storage.path_of(name).read_bytes() for name in names] == [b"1", b"2"]
    storage.forget(names[0])
    storage.forget("")
    assert [storage.path_of(name).exists() for name in names] == [False, True]
    assert [path.name for path in (fetched / "waiting").iterdir()] == [Path(names[1]).parent.name]


def test_only_one_fetch_is_at_work(fetched: Path):
    with storage.only_one(), pytest.raises(storage.AnotherFetch, match="Wait until it has ended"), storage.only_one():
        pass
    with storage.only_one():
        pass
