"""The boxes of many letters at once: each is that which pdfium gives for the letter alone."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as c
import pytest

from ingest.readers.pdfium import calls
from ingest.readers.pdfium.letter_boxes import BATCH, letter_boxes
from tests.builders_pdf import one_page

CONTENT = b"BT /F1 12 Tf 72 700 Td (Harbour) Tj 0 -20 Td (office) Tj ET"
LETTERS = 6
"""The first letters of the text; white space behind them is put in by pdfium."""


@pytest.fixture
def text() -> Iterator[Any]:
    data = one_page(CONTENT, b"<< /Font << /F1 5 0 R >> >>", b"0 0 595 842")
    document = c.FPDF_LoadMemDocument64(data, len(data), None)
    page = c.FPDF_LoadPage(document, 0)
    text = c.FPDFText_LoadPage(page)
    yield text
    c.FPDFText_ClosePage(text)
    c.FPDF_ClosePage(page)
    c.FPDF_CloseDocument(document)


def _alone(text: Any, letter: int) -> tuple[float, float, float, float]:
    box = c.FS_RECTF()
    assert c.FPDFText_GetLooseCharBox(text, letter, box)
    return box.left, box.top, box.right, box.bottom


@pytest.mark.parametrize("count", [1, LETTERS, BATCH, BATCH + 1])
def test_each_letter_has_its_own_box_in_the_order_asked(text: Any, count: int) -> None:
    letters = [(count - at) % LETTERS for at in range(count)]

    boxes = list(letter_boxes(ctypes.c_void_p(calls.address_of(text)), letters))

    alone = {letter: _alone(text, letter) for letter in range(LETTERS)}
    assert len(set(alone.values())) == LETTERS
    assert boxes == [alone[letter] for letter in letters]


def test_no_letter_has_no_box(text: Any) -> None:
    assert list(letter_boxes(ctypes.c_void_p(calls.address_of(text)), [])) == []


def test_boxes_of_two_pages_may_be_taken_side_by_side(text: Any) -> None:
    page = ctypes.c_void_p(calls.address_of(text))
    first, second = letter_boxes(page, [0, 1]), letter_boxes(page, [2, 3])

    assert list(zip(first, second, strict=True)) == [
        (_alone(text, 0), _alone(text, 2)),
        (_alone(text, 1), _alone(text, 3)),
    ]
