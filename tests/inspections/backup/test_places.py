"""A backup is written to a path of this machine or to an object store, and never over another one."""

from contextlib import suppress

import pytest

from inspections.backup.places import UnusablePlaceError, kept_backup, new_backup
from tests.object_store import object_store


@pytest.fixture(scope="module")
def store():
    """The address of a file in an object store, with its name left out."""
    with object_store() as address:
        yield address.replace("/kept?", "/kept/{}?")


def write(place: str, data: bytes = b"rows") -> None:
    with new_backup(place) as path:
        path.write_bytes(data)


def read(place: str) -> bytes:
    with kept_backup(place) as path:
        return path.read_bytes()


def test_what_is_written_at_a_path_is_read_there(tmp_path):
    write(str(tmp_path / "all.zip"))
    assert read(str(tmp_path / "all.zip")) == b"rows"


def test_a_place_that_holds_no_file_is_refused_by_its_name(tmp_path):
    for place in (tmp_path / "none.zip", tmp_path):
        with pytest.raises(UnusablePlaceError, match=f"There is no file {place}"):
            read(str(place))


def test_places_that_this_user_may_not_use_are_refused(tmp_path, monkeypatch):
    write(str(tmp_path / "all.zip"))
    monkeypatch.setattr("os.access", lambda place, mode: False)
    with pytest.raises(UnusablePlaceError, match="may not be read"):
        read(str(tmp_path / "all.zip"))
    with pytest.raises(UnusablePlaceError, match="Nothing may be written"):
        write(str(tmp_path / "other.zip"))


def test_what_is_sent_to_an_object_store_is_read_from_it_and_nothing_is_left_here(store, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    data = bytes(range(256)) * 60_000  # more than is sent in one piece
    write(store.format("monday.zip"), data)
    assert read(store.format("monday.zip")) == data
    assert not list(tmp_path.iterdir())


def test_an_older_backup_is_not_written_over(store, tmp_path):
    for place in (store.format("tuesday.zip"), str(tmp_path / "all.zip")):
        write(place)
        with pytest.raises(UnusablePlaceError, match="exists"):
            write(place, b"other")
        assert read(place) == b"rows"


def test_a_backup_that_fails_leaves_nothing_in_the_store(store):
    with suppress(ZeroDivisionError), new_backup(store.format("broken.zip")) as path:
        path.write_bytes(b"half")
        raise ZeroDivisionError
    with pytest.raises(UnusablePlaceError, match=r"has no kept/broken\.zip"):
        read(store.format("broken.zip"))


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("s3://", "names no object store"),
        ("s3://bucket", "Add the name of the backup"),
        ("s3://bucket/all.zip?server=x", "names no object store"),
        ("/nowhere/at/all.zip", "is no folder"),
    ],
)
def test_a_place_that_cannot_be_is_told(place, told):
    with pytest.raises(UnusablePlaceError, match=told):
        write(place)
