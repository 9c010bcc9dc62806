"""Bytes and readings of uploaded documents: names made here, locks, and what is left over."""

import os
import subprocess
import sys
import time

import pytest

from ingest.uploads import storage
from ingest.uploads.previews import Preview
from tests.ingest.drafts_builder import extraction, sif

PREVIEW = Preview((), (), (), 0, 0, ())


def arrived(content: bytes = b"bytes") -> str:
    path = storage.folder() / "arriving"
    path.write_bytes(content)
    return storage.adopt(path)


def test_bytes_lie_under_a_name_made_here_and_leave_no_trace():
    stored = arrived()
    assert stored.isalnum()
    assert storage.path_of(stored).read_bytes() == b"bytes"
    storage.keep(stored, extraction(sif()), PREVIEW)
    assert storage.stored_reading(stored) == (extraction(sif()), PREVIEW)
    storage.forget(stored)
    storage.forget("")
    assert list(storage.folder().iterdir()) == []
    assert storage.stored_reading(stored) is None


def test_a_second_name_is_there_when_the_first_has_gone():
    stored = arrived()
    other = storage.duplicate(stored)
    storage.forget(stored)
    assert other.read_bytes() == b"bytes"


@pytest.mark.parametrize("content", ["{}", "no json", '{"reading": {}, "preview": {}}'])
def test_a_reading_of_another_version_counts_as_lost(content):
    stored = arrived()
    storage.path_of(f"{stored}.json").write_text(content)
    assert storage.stored_reading(stored) is None


def test_a_lock_keeps_others_away_until_its_holder_ends():
    stored = arrived()
    program = """
import fcntl, sys
file = open(sys.argv[1], "rb")
fcntl.flock(file, fcntl.LOCK_EX)
print("held", flush=True)
input()
"""
    command = [sys.executable, "-c", program, str(storage.path_of(stored))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with storage.locked(stored) as is_mine:
            assert not is_mine
        other.kill()
        other.wait()
        with storage.locked(stored) as is_mine:
            assert is_mine


def test_old_files_of_no_document_are_removed_and_all_others_stay():
    mine, young, old = arrived(), arrived(), arrived()
    storage.keep(mine, extraction(sif()), PREVIEW)
    with storage.locked(storage.WORKER, create=True):
        pass
    before = time.time() - storage.STRAY_AFTER - 60
    for path in storage.folder().iterdir():
        if path.name != young:
            os.utime(path, (before, before))
    assert storage.remove_strays([mine]) == 1
    assert {path.name for path in storage.folder().iterdir()} == {mine, f"{mine}.json", young, storage.WORKER}
    assert old != young
