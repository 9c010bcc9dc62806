import pytest

from ingest.notices import Refused
from ingest.readers import read
from ingest.signatures import is_mail
from inspections.notice_codes import NoticeCode

HEAD = b"Received: by x\r\n for y\r\nFrom: ann@example.org\r\nSubject: Plan\r\n\r\nText"


def test_a_mail_is_told_by_its_header() -> None:
    assert is_mail(HEAD)
    assert not is_mail(b"From: Ann\nTo: Ben\nDate: 4 May\nSubject: Plan\n\nPlans are clear.")
    assert not is_mail(b"Plans: clear\nMIME-Version: 1.0\n\n")


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"7z\xbc\xaf\x27\x1c", "7z"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"a.pdf".ljust(257, b"\0") + b"ustar\x0000" + b"\0" * 247 + b"%PDF-1.7", "tar"),
    ],
    ids=["png", "jpeg", "7z", "gzip", "tar"],
)
def test_a_kind_that_is_not_read_says_what_to_do(data: bytes, what: str) -> None:
    with pytest.raises(Refused) as caught:
        read(data)
    assert caught.value.notice.code is NoticeCode.KIND_OF_FILE
    assert what in caught.value.notice.message
