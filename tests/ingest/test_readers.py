"""The first bytes of a file choose its reader."""

import pytest

from ingest.readers import READERS, pdf, read, text
from tests.builders_pdf import Sheet
from tests.builders_pdf import pdf as made_pdf


def page(sheet: Sheet) -> None:
    sheet.lines("The council of Wexcombe has met.")


@pytest.mark.parametrize(
    ("data", "reader", "media_type"),
    [
        (made_pdf(page), pdf.READER, "application/pdf"),
        (b"\n" * 1000 + made_pdf(page), pdf.READER, "application/pdf"),
        (b"The council of Wexcombe has met.", text.READER, "text/plain"),
        (b"Files that begin with PDF are read by another reader: %PDF".rjust(1100), text.READER, "text/plain"),
    ],
    ids=["a PDF", "a PDF behind blank lines", "text", "text about PDFs"],
)
def test_a_file_is_read_by_its_reader_which_is_noted(data: bytes, reader: str, media_type: str) -> None:
    document = read(data)
    assert (document.reader, document.media_type) == (reader, media_type)
    assert "Wexcombe" in document.blocks[0].text or "PDF" in document.blocks[0].text
    assert reader in READERS
