"""Opening PDFs, and their pages one at a time."""

import pytest

from ingest.notices import Refused
from ingest.readers.pdfium import document as module
from ingest.readers.pdfium.document import PdfDocument
from tests.builders_pdf import Sheet, pdf, raw_pdf, stream

FONTS = b"<< /Font << /F1 5 0 R >> >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % FONTS


def page(sheet: Sheet) -> None:
    sheet.lines("The council of Wexcombe has met.")
    sheet.box(72, 200, 300, 240)


def code(data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        PdfDocument(data)
    return refusal.value.notice.code


def test_pages_come_one_after_the_other_with_what_is_printed_on_them() -> None:
    with PdfDocument(pdf(page, page, size=(600, 900))) as document:
        assert document.pages == 2
        first, second = document.read()
    assert (first.number, second.number, first.width, first.height) == (1, 2, 600, 900)
    assert " ".join(word.text for word in first.words) == first.text.strip() == "The council of Wexcombe has met."
    assert len(first.lines) == 4


def test_bytes_that_are_no_pdf_or_locked_or_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert code(b"%PDF-1.7 and no more") == "not-a-pdf"
    assert code(pdf(page, user_password="secret")) == "encrypted"
    data = pdf(page)
    monkeypatch.setattr(module, "MAX_BYTES", len(data))
    PdfDocument(data)
    monkeypatch.setattr(module, "MAX_BYTES", len(data) - 1)
    assert code(data) == "too-large"


def test_a_page_that_cannot_be_opened_is_none_and_the_others_are_read() -> None:
    data = raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [9 0 R 3 0 R] /Count 2 >>",
        PAGE,
        stream(b"BT /F1 12 Tf 72 700 Td (Met.) Tj ET"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    with PdfDocument(data) as document:
        closed, opened = document.read()
    assert closed is None
    assert (opened.number, [word.text for word in opened.words]) == (2, ["Met."])
