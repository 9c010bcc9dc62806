import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import pytest

from ingest import containers
from ingest.containers import unpack
from ingest.files import FoundFile, UnopenedPath
from inspections.notice_codes import NoticeCode
from tests.office import workbook

PDF = b"%PDF-1.7 a report"


def archive(**members: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return written.getvalue()


@pytest.fixture
def members(tmp_path: Path):
    folder = tmp_path / "members"
    folder.mkdir()

    def unpacked(data: bytes, name: str = "pack.zip") -> dict[str, bytes | tuple[NoticeCode, str]]:
        path = tmp_path / "given"
        path.write_bytes(data)
        found = unpack(path, name, folder)
        assert {one.parent for one in folder.rglob("*")} <= {folder}
        return {
            one.name: one.path.read_bytes() if isinstance(one, FoundFile) else (one.code, one.reason) for one in found
        }

    return unpacked


def test_each_member_is_a_document_named_by_its_place(members) -> None:
    assert members(archive(**{"b.pdf": PDF, "old/a.pdf": PDF + b"!"})) == {
        "pack.zip/b.pdf": PDF,
        "pack.zip/old/a.pdf": PDF + b"!",
    }


def test_a_file_that_holds_no_others_is_itself(members) -> None:
    assert members(PDF, "a.pdf") == {"a.pdf": PDF}


def test_an_office_document_is_no_archive_also_inside_one(members) -> None:
    book = workbook(("a", "b"))
    assert members(book, "plan.xlsx") == {"plan.xlsx": book}
    assert members(archive(**{"plan.xlsx": book})) == {"pack.zip/plan.xlsx": book}


def test_leavings_and_hidden_members_are_passed_over(members) -> None:
    made = archive(**{"__MACOSX/._a.pdf": b"x", ".DS_Store": b"x", "Thumbs.db": b"x", "a.pdf": PDF, "empty/": b""})
    assert members(made) == {"pack.zip/a.pdf": PDF}


def test_no_name_leads_outside(members) -> None:
    assert list(members(archive(**{"../../a.pdf": PDF, "/etc/b.pdf": PDF, "..\\c.pdf": PDF}))) == [
        "pack.zip/a.pdf",
        "pack.zip/c.pdf",
        "pack.zip/etc/b.pdf",
    ]


def test_an_archive_in_an_archive_is_unpacked_once(members) -> None:
    inner = archive(**{"a.pdf": PDF})
    assert members(archive(**{"b.zip": inner})) == {"pack.zip/b.zip/a.pdf": PDF}
    code, reason = members(archive(**{"c.zip": archive(**{"b.zip": inner})}))["pack.zip/c.zip/b.zip"]
    assert code is NoticeCode.KIND_OF_FILE
    assert "Unpack it" in reason


def test_a_locked_member_is_named_and_the_others_are_unpacked(members) -> None:
    data = bytearray(archive(**{"a.pdf": PDF, "b.pdf": PDF}))
    data[data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02")) + 8] |= 1
    found = members(bytes(data))
    assert found["pack.zip/a.pdf"][0] is NoticeCode.ENCRYPTED
    assert found["pack.zip/b.pdf"] == PDF


def test_a_damaged_member_is_named_and_the_others_are_unpacked(members) -> None:
    data = archive(**{"a.pdf": PDF, "b.pdf": PDF}).replace(PDF, b"#" * len(PDF), 1)
    found = members(data)
    assert found["pack.zip/a.pdf"][0] is NoticeCode.DAMAGED_FILE
    assert found["pack.zip/b.pdf"] == PDF


def test_a_member_that_unpacks_to_too_much_is_refused(members, monkeypatch) -> None:
    monkeypatch.setattr(containers, "MAX_MEMBER", 10)
    assert members(archive(**{"a.pdf": PDF, "b.txt": b"short"})) == {
        "pack.zip/a.pdf": (NoticeCode.TOO_LARGE, containers.LARGE),
        "pack.zip/b.txt": b"short",
    }


def test_a_member_that_is_packed_too_densely_is_refused(members, monkeypatch) -> None:
    monkeypatch.setattr(containers, "SMALL", 1000)
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("bomb.pdf", b"\0" * 1_000_000)
    assert members(written.getvalue())["pack.zip/bomb.pdf"][0] is NoticeCode.TOO_LARGE


def test_all_members_together_have_a_limit(members, monkeypatch) -> None:
    monkeypatch.setattr(containers, "MAX_MEMBERS", 2)
    found = members(archive(**{f"{number}.pdf": PDF for number in range(4)}))
    assert list(found) == ["pack.zip/0.pdf", "pack.zip/1.pdf", "pack.zip/2.pdf"]
    assert found["pack.zip/2.pdf"][0] is NoticeCode.TOO_LARGE


@pytest.mark.parametrize(
    ("data", "code"),
    [(archive(**{"a.pdf": PDF})[:-30], NoticeCode.DAMAGED_FILE), (archive(), NoticeCode.EMPTY)],
    ids=["truncated", "empty"],
)
def test_an_archive_that_holds_nothing_to_read_is_refused_itself(members, data, code) -> None:
    assert members(data)["pack.zip"][0] is code


def test_attachments_of_a_mail_follow_its_text(members) -> None:
    made = EmailMessage()
    made["From"], made["To"] = "ann@example.org", "ben@example.org"
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="../a.pdf")
    assert members(made.as_bytes(), "mail.eml") == {"mail.eml/a.pdf": PDF}
    made = EmailMessage()
    made["From"], made["To"] = "ann@example.org", "ben@example.org"
    made.set_content("See the plan.")
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="a.pdf")
    assert list(members(made.as_bytes(), "mail.eml")) == ["mail.eml", "mail.eml/a.pdf"]


def test_a_file_that_went_away_is_left_to_its_reader(tmp_path) -> None:
    gone = FoundFile(tmp_path / "gone", "gone")
    assert unpack(gone.path, "gone", tmp_path) == (gone,)
    assert not any(isinstance(one, UnopenedPath) for one in unpack(gone.path, "gone", tmp_path))
