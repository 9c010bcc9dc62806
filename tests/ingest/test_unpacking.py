import zipfile
from pathlib import Path

from ingest.files import FoundFile, UnopenedPath
from ingest.unpacking import Unpacking
from inspections.notice_codes import NoticeCode

LETTER = b"Wexcombe Town Council\n\nThank you for your letter about the library.\n"


def test_members_stand_in_place_of_their_archive_and_are_gone_at_the_end(tmp_path: Path) -> None:
    pack, letter = tmp_path / "pack.zip", tmp_path / "letter.txt"
    letter.write_bytes(LETTER)
    with zipfile.ZipFile(pack, "w") as made:
        made.writestr("b.txt", LETTER)
        made.writestr("a.txt", LETTER)
    closed = UnopenedPath(tmp_path / "x", "It is gone.")
    with Unpacking() as unpacking:
        found = [*unpacking.documents([pack, closed, letter])]
        assert found[2:] == [closed, FoundFile(letter, "letter.txt")]
        assert [one.name for one in found[:2]] == ["pack.zip/a.txt", "pack.zip/b.txt"]
        assert all(one.path.read_bytes() == LETTER for one in found[:2])
    assert not found[0].path.exists()


def test_what_cannot_be_unpacked_is_named_with_the_reason(tmp_path: Path) -> None:
    pack = tmp_path / "pack.zip"
    pack.write_bytes(b"PK\x03\x04 and no more")
    with Unpacking() as unpacking:
        (found,) = unpacking.documents([pack])
    assert isinstance(found, UnopenedPath)
    assert (found.shown, found.code) == ("pack.zip", NoticeCode.DAMAGED_FILE)


def test_a_file_that_is_gone_is_left_to_its_reader(tmp_path: Path) -> None:
    with Unpacking() as unpacking:
        assert [*unpacking.documents([tmp_path / "gone"])] == [FoundFile(tmp_path / "gone", "gone")]
