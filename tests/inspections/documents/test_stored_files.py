"""Files of documents in a folder and in an object store: the same is asked of both."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage, storages

from inspections.documents.file_cache import FileCache
from inspections.documents.stored_files import FilesElsewhere, FilesInFolder, StoredFiles, source_files, upload_files
from inspections.file_storage import file_storages
from tests.object_store import object_store

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of an object store."""
    with object_store() as found:
        yield found


@pytest.fixture
def elsewhere(address: str, tmp_path: Path, settings) -> FilesElsewhere:
    """Files in an object store, with copies in a folder of the test."""
    folder = tmp_path.name
    settings.STORAGES = settings.STORAGES | file_storages(address.replace("/kept", f"/{folder}"))
    return FilesElsewhere(storages["default"], FileCache(tmp_path / "copies", MEGABYTE))


@pytest.fixture(params=["folder", "elsewhere"])
def files(request, tmp_path: Path) -> StoredFiles:
    """Files in one of the two ways."""
    if request.param == "folder":
        return FilesInFolder(FileSystemStorage(tmp_path / "sources"))
    found: StoredFiles = request.getfixturevalue("elsewhere")
    return found


def test_what_is_written_is_there_under_its_name_and_can_be_read_at_a_path(files: StoredFiles):
    files.write("ab/abc.pdf", b"words")
    assert [files.has(name) for name in ("ab/abc.pdf", "ab/abd.pdf", "")] == [True, False, False]
    assert files.read("ab/abc.pdf") == files.local("ab/abc.pdf").read_bytes() == b"words"
    files.write("ab/abc.pdf", b"words")
    assert files.read("ab/abc.pdf") == b"words"


def test_a_file_is_taken_over_from_this_machine(files: StoredFiles, tmp_path: Path):
    path = tmp_path / "arriving"
    path.write_bytes(b"words")
    files.take(path, "abc")
    assert not path.exists()
    assert files.read("abc") == b"words"


@pytest.mark.parametrize("name", ["", "abc", "ab/abc.pdf"])
def test_what_is_not_there_is_said_not_to_be(files: StoredFiles, name: str):
    for ask in (files.read, files.local):
        with pytest.raises(FileNotFoundError):
            ask(name)


def test_what_is_forgotten_is_gone_here_too(files: StoredFiles):
    files.write("abc", b"words")
    path = files.local("abc")
    files.forget("abc")
    files.forget("abc")
    assert not files.has("abc")
    assert not path.exists()


def test_old_files_can_be_told_from_new_ones(files: StoredFiles):
    files.write("abc", b"words")
    files.write("ab/abc", b"in a folder")
    assert list(files.older(3600)) == []
    assert list(files.older(-3600)) == ["abc"]


def test_a_copy_is_made_once_and_those_that_were_used_long_ago_go_first(elsewhere: FilesElsewhere):
    for name in ("one", "two", "three"):
        elsewhere.write(name, b"." * (MEGABYTE * 6 // 10))
    first, second = elsewhere.local("one"), elsewhere.local("two")
    made = second.stat().st_ino
    for path, age in ((first, 50), (second, 100)):
        os.utime(path, (time.time() - age, time.time() - age))
    assert elsewhere.local("two").stat().st_ino == made
    third = elsewhere.local("three")
    assert [path.is_file() for path in (first, second, third)] == [False, True, True]


def test_a_copy_that_is_larger_than_all_copies_may_be_is_given_all_the_same(elsewhere: FilesElsewhere):
    elsewhere.write("large", b"." * 2 * MEGABYTE)
    assert elsewhere.local("large").stat().st_size == 2 * MEGABYTE


def test_sources_and_uploads_do_not_meet(address: str, settings, tmp_path: Path):
    settings.STORAGES = settings.STORAGES | file_storages(address)
    settings.FILE_COPIES_DIR = tmp_path
    source_files().write("abc", b"of a source")
    upload_files().write("abc", b"of an upload")
    assert (source_files().read("abc"), upload_files().read("abc")) == (b"of a source", b"of an upload")
    assert source_files().local("abc") != upload_files().local("abc")
    upload_files().forget("abc")
    assert source_files().has("abc")
