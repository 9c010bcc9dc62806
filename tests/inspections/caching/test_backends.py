"""A file of the cache that cannot be read or written counts as missing."""

import pytest

from inspections.caching.backends import TolerantFileCache

VALUE = {"page": "words " * 40}


@pytest.fixture
def cache(tmp_path) -> TolerantFileCache:
    return TolerantFileCache(tmp_path, {})


def test_a_value_comes_back_as_it_was_set(cache):
    cache.set("key", VALUE)
    assert cache.get("key") == VALUE


def test_a_file_cut_short_anywhere_counts_as_missing_and_is_replaced(cache, tmp_path):
    cache.set("key", VALUE)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert cache.get("key", "missing") == "missing"
    cache.set("key", VALUE)
    assert cache.get("key") == VALUE


def test_a_file_with_other_bytes_counts_as_missing_or_holds_the_value(cache, tmp_path):
    cache.set("key", VALUE)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        assert cache.get("key", "missing") in ("missing", VALUE)


def test_a_folder_that_takes_no_files_keeps_nothing(tmp_path):
    no_folder = tmp_path / "file"
    no_folder.write_text("")
    cache = TolerantFileCache(no_folder, {})
    cache.set("key", VALUE)
    assert cache.get("key") is None
