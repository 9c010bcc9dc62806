"""A file of the cache that cannot be read or written counts as missing."""

import pytest

from inspections.caching.backends import BETWEEN_CULLS, SharedValues, TolerantFileCache

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


def test_what_is_too_many_is_deleted_now_and_then(tmp_path):
    cache = TolerantFileCache(tmp_path, {"OPTIONS": {"MAX_ENTRIES": 10}})
    for number in range(BETWEEN_CULLS + 1):
        cache.set(f"{number}", number)
    assert 10 < len(list(tmp_path.iterdir())) < BETWEEN_CULLS


@pytest.fixture
def shared() -> SharedValues:
    values = SharedValues("test", {"OPTIONS": {"MAX_ENTRIES": 3}})
    values.clear()
    return values


def test_all_who_ask_get_the_very_value_that_was_kept(shared):
    value = {"a": 1}
    shared.set("key", value)
    assert shared.get("key") is value
    assert shared.get("other") is None
    assert shared.get("other", "missing") == "missing"


def test_a_shared_value_is_forgotten_after_its_time_and_when_there_are_too_many(shared):
    shared.set("key", "value", timeout=0)
    assert shared.get("key") is None
    for number in range(9):
        shared.set(f"{number}", number)
    assert shared.get("8") == 8
    assert [shared.get(f"{number}") for number in range(9)].count(None) >= 6
