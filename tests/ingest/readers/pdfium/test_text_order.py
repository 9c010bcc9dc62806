"""A page that is shown turned gives its words in the order in which it is read upright."""

import pypdfium2 as pdfium
import pypdfium2.raw as c
import pytest

from ingest.readers.pdfium.text_order import load_text
from tests.builders_pdf import one_page

LINES = b"".join(
    b"BT /F1 12 Tf 1 0 0 1 74 %d Tm (o) Tj ET BT /F1 12 Tf 1 0 0 1 92 %d Tm (Kettle number %d is warm) Tj ET "
    % (700 - 30 * n, 700 - 30 * n, n)
    for n in range(6)
)
"""Bullets, each in an object of its own in front of its line."""

SIDEWAYS = b"BT /F1 12 Tf 0 1 -1 0 40 300 Tm (On its side it lies, all of it.) Tj ET "


def words(content: bytes, rotation: int) -> tuple[str, int]:
    """The words of a page that is shown turned, and its rotation behind the loading."""
    document = pdfium.PdfDocument(one_page(content, box=b"0 0 595 842] /Rotate %d /X [0" % rotation))
    page = document[0]
    text_page = load_text(page.raw)
    count = c.FPDFText_CountChars(text_page)
    plain = "".join(chr(c.FPDFText_GetUnicode(text_page, index)) for index in range(count))
    c.FPDFText_ClosePage(text_page)
    return plain, page.get_rotation()


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_words_of_a_turned_page_come_in_the_order_of_an_upright_one(rotation: int) -> None:
    upright, _ = words(LINES, 0)
    assert words(LINES, rotation) == (upright, rotation)


def test_words_that_are_shown_upright_keep_their_order() -> None:
    assert words(SIDEWAYS, 90)[0].strip() == "On its side it lies, all of it."


def test_a_page_without_letters_is_loaded_as_it_is() -> None:
    assert words(b"", 90) == ("", 90)
