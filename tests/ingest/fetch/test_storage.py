"""Folders of fetched files."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.fetch import storage
from ingest.fetch.download import TakenFile
from inspections.file_storage import file_storages
from tests.object_store import object_store


def kept(fetched: Path, number: int) -> str:
    path = fetched.parent / f"{number}"
    path.write_bytes(b"%d" % number)
    return storage.keep(TakenFile(path, f"{number}" * 64, 1, b""), "https://example.org/a.pdf")


def test_other_bytes_of_an_address_lie_apart_and_are_removed_one_by_one(fetched: Path):
    names = [kept(fetched, number) for number in (1, 2)]
    assert [storage.path_of(name).read_bytes() for name in names] == [b"1", b"2"]
    storage.forget(names[0])
    storage.forget("")
    assert [storage.is_kept(name) for name in names] == [False, True]
    assert [path.name for path in (fetched / "waiting").iterdir()] == [names[1]]


@pytest.mark.parametrize("links", [True, False])
def test_files_are_read_under_their_names(fetched: Path, monkeypatch, links: bool):
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    stored = kept(fetched, 1)
    with storage.by_their_names([(stored, "report.pdf")]) as (path,):
        assert (path.name, path.read_bytes()) == ("report.pdf", b"1")
    assert not path.exists()
    assert storage.is_kept(stored)


def refuse(self: Path, target: Path) -> None:
    raise OSError("Invalid cross-device link")


def test_fetched_files_wait_in_an_object_store_where_one_is_shared(fetched: Path, settings, tmp_path: Path):
    settings.FILE_COPIES_DIR = tmp_path / "copies"
    with object_store() as address:
        settings.STORAGES = settings.STORAGES | file_storages(address)
        stored = kept(fetched, 1)
        assert not (fetched / "waiting").exists()
        with storage.by_their_names([(stored, "report.pdf")]) as (path,):
            assert path.read_bytes() == b"1"
        storage.forget(stored)
        assert not storage.is_kept(stored)


def test_only_one_fetch_is_at_work(fetched: Path):
    with storage.only_one(), pytest.raises(storage.AnotherFetch, match="Wait until it has ended"), storage.only_one():
        pass
    with storage.only_one():
        pass
