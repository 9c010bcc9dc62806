"""The database, what stands beside it and the stored documents are for the owner alone, old installations included."""

import os
from pathlib import Path

import pytest

from inspections.private_files import create_privately, keep_private, made
from tests.inspections.test_settings import python

OTHERS = 0o077


@pytest.fixture(autouse=True)
def umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_what_was_open_to_others_is_closed(tmp_path):
    database, folder = tmp_path / "base.sqlite3", tmp_path / "sources"
    folder.mkdir()
    beside = [database, Path(f"{database}-wal"), Path(f"{database}-shm")]
    for path in beside:
        path.touch()
    keep_private(database, (folder, tmp_path / "missing"))
    assert not any(path.stat().st_mode & OTHERS for path in (*beside, folder))
    create_privately()
    later = tmp_path / "later"
    later.touch()
    assert not later.stat().st_mode & OTHERS


def test_everything_that_the_program_makes_is_for_its_owner_alone(tmp_path):
    folder = tmp_path / "var"
    document = tmp_path / "letter.txt"
    document.write_text("A line of text that is no report.\n")
    keep = "from ingest.load.sources import store; store(b'text', 'text/plain')"
    assert python("manage.py", "migrate", "-v0", folder=folder).returncode == 0
    assert python("manage.py", "shell", "-v0", "-c", keep, folder=folder).returncode == 0
    made = [folder, *folder.rglob("*")]
    assert any(path.name.endswith(".txt") for path in made)
    assert [path.name for path in made if path.stat().st_mode & OTHERS] == []


def test_a_folder_is_made_where_it_is_missing_and_can_be(tmp_path):
    assert made(tmp_path / "a" / "b").is_dir()
    assert made(tmp_path / "a").is_dir()
    (tmp_path / "file").write_text("")
    assert not made(tmp_path / "file" / "c").exists()
