import zipfile
from io import BytesIO

import pytest

from ingest.notices import Refused
from ingest.readers import packages, read
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode
from tests.office import WordDocument, workbook


def packed(**members: bytes) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return written.getvalue()


def types(kind: str) -> bytes:
    return packed(**{"[Content_Types].xml": f'<Override ContentType="application/vnd.{kind}"/>'.encode()})


def refusal(data: bytes) -> tuple[NoticeCode, str]:
    with pytest.raises(Refused) as caught:
        read(data)
    return caught.value.notice.code, caught.value.notice.message


def test_a_package_is_told_by_its_parts() -> None:
    made = WordDocument()
    made.text("Plans are clear.")
    assert packages.kind_of(made.data) is MediaType.WORD
    assert packages.kind_of(workbook(("a", "b"))) is MediaType.EXCEL
    assert packages.kind_of(packed(mimetype=b"application/vnd.oasis.opendocument.text")) is MediaType.OPEN_TEXT


def test_a_zip_of_files_is_no_document() -> None:
    assert packages.kind_of(packed(a=b"%PDF-1.7")) is None


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (types("openxmlformats-officedocument.presentationml.presentation.main+xml"), "PowerPoint"),
        (packed(mimetype=b"application/epub+zip"), "book"),
    ],
    ids=["slides", "book"],
)
def test_a_kind_that_is_not_read_is_refused_by_its_name(data: bytes, what: str) -> None:
    code, message = refusal(data)
    assert code is NoticeCode.KIND_OF_FILE
    assert what in message
    assert "PDF" in message


def test_a_package_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "SMALL", 1000)
    kind = b"wordprocessingml.document.main+xml"
    assert refusal(packed(**{"[Content_Types].xml": kind, "x": b"a" * 900_000}))[0] is NoticeCode.TOO_LARGE


def test_what_only_begins_like_a_zip_is_damaged() -> None:
    assert refusal(b"PK\x03\x04 nothing else")[0] is NoticeCode.DAMAGED_FILE
