"""Files that can be made again: what was used longest ago goes first, and the folder stays within its size."""

import os
import time

from inspections.documents.file_cache import DIGEST_BYTES, FileCache

HUNDRED = bytes(100 - DIGEST_BYTES)  # a hundred bytes on the disk


def aged(cache: FileCache, key: str, seconds: float) -> None:
    then = time.time() - seconds
    os.utime(cache.path(key), (then, then))


def test_what_was_used_longest_ago_goes_first(tmp_path):
    cache = FileCache(tmp_path, most_bytes=250)
    for age, key in enumerate(("aa-newest", "ab-middle", "ac-oldest", "ad-oldest of all")):
        cache.put(key, HUNDRED)
        aged(cache, key, 10_000 * age)
    assert cache.get("ad-oldest of all"), "that was a use"
    assert cache.sweep() == 2
    kept = [key for key in ("aa-newest", "ab-middle", "ac-oldest", "ad-oldest of all") if cache.get(key)]
    assert kept == ["aa-newest", "ad-oldest of all"]


def test_a_cache_that_was_full_has_room_for_a_tenth_again(tmp_path):
    cache = FileCache(tmp_path, most_bytes=1000)
    for number in range(11):
        cache.put(f"{number:03}", HUNDRED)
    assert cache.sweep() == 2
    assert cache.sweep() == 0


def test_a_cache_sweeps_itself(tmp_path):
    cache = FileCache(tmp_path, most_bytes=1000)
    for number in range(120):
        cache.put(f"{number:03}", HUNDRED)
    assert sum(path.stat().st_size for path in tmp_path.glob("??/*")) <= 1000 + 50 * 100


def test_what_is_older_than_wanted_is_not_there(tmp_path):
    cache = FileCache(tmp_path, most_bytes=1000)
    cache.put("key", b"code")
    aged(cache, "key", 100)
    assert cache.get("key", not_older=50) is None
    assert cache.get("key", not_older=200) == b"code"
    assert cache.get("other") is None


def test_what_begins_alike_is_forgotten_together(tmp_path):
    cache = FileCache(tmp_path, most_bytes=1000)
    for key in ("abc[1]-1", "abc[1]-2", "abc1-1"):
        cache.put(key, b"image")
    cache.forget("abc[1]-")
    assert [cache.get(key) for key in ("abc[1]-1", "abc[1]-2", "abc1-1")] == [None, None, b"image"]
    cache.forget("zz-")


def test_a_file_that_was_cut_short_or_changed_is_not_there(tmp_path):
    cache = FileCache(tmp_path, most_bytes=1000)
    cache.put("key", b"image")
    (path,) = tmp_path.glob("??/*")
    kept = path.read_bytes()
    for content in (*(kept[:length] for length in range(len(kept))), b"image", kept + b"x", b"x" + kept[1:]):
        path.write_bytes(content)
        assert cache.get("key") is None
        assert cache.get("key", not_older=50) is None
    cache.put("key", b"image")
    assert cache.get("key") == b"image"
