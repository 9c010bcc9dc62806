"""A file is at its place whole or not at all."""

from pathlib import Path

import pytest

from inspections.documents.atomic_files import write_whole


def test_a_file_and_its_folders_are_made(tmp_path):
    write_whole(tmp_path / "a" / "b" / "file", b"whole")
    assert (tmp_path / "a" / "b" / "file").read_bytes() == b"whole"


def test_a_file_that_is_there_is_replaced(tmp_path):
    (tmp_path / "file").write_bytes(b"the former content, which is longer")
    write_whole(tmp_path / "file", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"new"]


def test_a_write_that_breaks_off_leaves_what_was_there_and_nothing_else(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"former")

    def broken(*_):
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="no space left"):
        write_whole(tmp_path / "file", b"new")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"former"]
