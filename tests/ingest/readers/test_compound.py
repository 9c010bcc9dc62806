import pytest

from ingest.notices import Refused
from ingest.readers import read
from ingest.readers.compound import kind_of
from ingest.signatures import COMPOUND
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode


def compound(*streams: str) -> bytes:
    return COMPOUND + b"\0" * 500 + b"".join(name.encode("utf-16-le") + b"\0" * 20 for name in streams)


@pytest.mark.parametrize(
    ("streams", "code", "what"),
    [
        (("EncryptionInfo", "EncryptedPackage"), NoticeCode.ENCRYPTED, "locked with a password. Save it without one"),
        (("WordDocument",), NoticeCode.KIND_OF_FILE, ".docx"),
        (("PowerPoint Document",), NoticeCode.KIND_OF_FILE, "PowerPoint"),
        (("__properties_version1.0",), NoticeCode.KIND_OF_FILE, ".eml"),
        (
            ("Catalog",),
            NoticeCode.KIND_OF_FILE,
            "an older office program and of a kind that is not read. Save it as PDF",
        ),
    ],
)
def test_what_is_not_read_says_what_to_do(streams: tuple[str, ...], code: NoticeCode, what: str) -> None:
    with pytest.raises(Refused) as caught:
        read(compound(*streams))
    assert caught.value.notice.code is code
    assert what in caught.value.notice.message


def test_a_workbook_is_read() -> None:
    assert kind_of(compound("Workbook")) is MediaType.EXCEL_97


def test_a_damaged_workbook_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        read(compound("Workbook"))
    assert caught.value.notice.code is NoticeCode.DAMAGED_FILE
