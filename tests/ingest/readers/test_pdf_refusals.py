"""What is no PDF, or one that was made to hurt, gets a refusal or a notice with a stable code."""

import zlib

import pytest

from ingest.notices import Refused
from ingest.readers import pdf as reader
from ingest.readers import read
from ingest.sandbox import Sandbox
from inspections.vocabulary import NoticeLevel
from tests.builders_pdf import one_page, pdf, raw_pdf, stream

TEXT = b"BT /F1 12 Tf 72 700 Td (The council of Wexcombe has met.) Tj ET\n"
FONT = b"<< /Font << /F1 5 0 R >> >>"
FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>"


def one_line(sheet):
    sheet.lines("The council of Wexcombe has met.")


def refusal(data: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(data)
    assert caught.value.notice.level is NoticeLevel.ERROR
    return caught.value.notice.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 and no more", "not-a-pdf"),
        (b"%PDF-1.7\n" + b"\0" * 5000, "not-a-pdf"),
        (b"<!DOCTYPE html><html><body>%PDF- is what it should be</body></html>", "html-page"),
        (pdf(one_line, user_password="secret"), "encrypted"),
        (one_page(b"0 0 100 100 re f"), "no-text-layer"),
        (
            raw_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 5 >>"),
            "damaged-file",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data, code):
    assert refusal(data) == code


def test_a_document_of_too_many_pages_is_refused_before_any_is_read(monkeypatch):
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    assert refusal(pdf(one_line, one_line, one_line)) == "too-many-pages"


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr("ingest.readers.pdfium.document.MAX_BYTES", 100)
    assert refusal(pdf(one_line)) == "too-large"


@pytest.mark.parametrize("box", [b"0 0 1000000000 1000000000", b"595 842 0 0", b"0 0 0 0", b"-1e9 -1e9 1e9 1e9"])
def test_the_size_of_the_page_does_not_matter_to_its_words(box):
    document = read(one_page(TEXT, box=box))
    assert [block.text for block in document.blocks] == ["The council of Wexcombe has met."]


@pytest.mark.parametrize(
    "content", [b"q " * 100_000 + TEXT, b"[" * 20_000 + b"]" * 20_000 + TEXT, b"<< " * 20_000 + TEXT]
)
def test_deep_nesting_is_survived(content):
    with Sandbox() as sandbox:
        codes = {notice.code for notice in sandbox.extract(one_page(content)).notices}
    assert codes & {"unknown-report", "no-text-layer", "reader-crashed"}


def test_a_form_that_draws_itself_ends(tmp_path):
    data = one_page(
        TEXT + b"/X Do\n",
        b"<< /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>",
        b"0 0 595 842",
        stream(b"/X Do /X Do", FORM),
    )
    with Sandbox() as sandbox:
        codes = {notice.code for notice in sandbox.extract(data).notices}
    assert codes & {"unknown-report", "reader-crashed", "reader-memory", "reader-timeout"}


def test_a_stream_that_swells_without_end_is_ended():
    packer = zlib.compressobj(9)
    spaces = b" " * 10_000_000
    packed = b"".join(packer.compress(spaces) for _ in range(40)) + packer.compress(TEXT) + packer.flush()
    body = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    bomb = raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % FONT,
        body,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    with Sandbox() as sandbox:
        codes = {notice.code for notice in sandbox.extract(bomb).notices}
    assert codes & {"reader-memory", "reader-crashed"}


def test_a_flipped_bit_in_a_page_is_noticed():
    data = bytearray(one_page(TEXT * 3))
    at = data.index(b"stream\n") + len(b"stream\n")
    end = data.index(b"\nendstream", at)
    data[end - 2] ^= 1
    codes = [notice.code for notice in read(bytes(data)).notices]
    assert codes == ["damaged-file"]


def test_a_torn_end_is_noticed():
    whole = pdf(one_line)
    assert read(whole).notices == ()
    torn = whole[: whole.rindex(b"startxref")]
    assert "damaged-file" in [notice.code for notice in read(torn).notices]


def test_pages_that_cannot_be_opened_are_named_in_one_notice():
    data = raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 9 0 R 10 0 R] /Count 3 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % FONT,
        stream(TEXT),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    (notice,) = read(data).notices
    assert (notice.level, notice.code, notice.page) == (NoticeLevel.ERROR, "page-unreadable", 2)
    assert "2, 3" in notice.message
