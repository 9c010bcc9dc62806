"""Fonts that do not state how high their letters are: pdfium answers with the boxes of their ink."""

import ctypes

import pypdfium2
import pypdfium2.raw as c
import pytest

from ingest.readers.pdfium import calls, stated_heights, words
from ingest.readers.pdfium.document import PdfDocument
from ingest.readers.pdfium.stated_heights import boxes_with_room, lacks_heights
from tests.builders_pdf import pdf
from tests.press import Press

LINES = (
    "The board will agree a plan by 31 March 2024, and review 12, 13 and 14 in May 2025.",
    "b. Staff of 45, (enabler 2, outcome 3) have a list. (4)",
)


def page(sheet) -> None:
    Press()  # it registers the typeface
    sheet.canvas.setFont("Vera", 10)
    for at, text in enumerate(LINES):
        sheet.canvas.drawString(72, 700 - 14 * at, text)


def turned(sheet) -> None:
    sheet.canvas.rotate(90)
    sheet.canvas.translate(0, -900)
    page(sheet)


def ink(text_page: ctypes.c_void_p, letters) -> list[tuple[float, float, float, float]]:
    """The boxes of the ink of letters."""
    found = []
    for letter in letters:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        c.FPDFText_GetCharBox(ctypes.cast(text_page, c.FPDF_TEXTPAGE), letter, left, right, bottom, top)
        found.append((left.value, top.value, right.value, bottom.value))
    return found


@pytest.fixture
def no_heights(monkeypatch) -> None:
    """Let pdfium answer as it does for fonts that state no heights."""

    def loose_box(text_page, letter, rect) -> int:
        filled = ctypes.cast(rect, ctypes.POINTER(c.FS_RECTF))[0]
        ((filled.left, filled.top, filled.right, filled.bottom),) = ink(text_page, (letter,))
        return 1

    monkeypatch.setattr(calls, "loose_box", loose_box)
    for module in (words, stated_heights):
        monkeypatch.setattr(module, "letter_boxes", ink)


@pytest.mark.parametrize("drawn", [page, turned])
def test_words_are_whole_and_as_high_as_if_the_fonts_stated_it(drawn, no_heights) -> None:
    with PdfDocument(pdf(drawn)) as document:
        (read,) = document.read()
    assert read is not None
    assert [word.text for word in read.words] == " ".join(LINES).split()
    assert len({(round(word.top), round(word.bottom)) for word in read.words}) == len(LINES)


@pytest.fixture
def letters():
    """The text of an open page, and the address at which pdfium keeps it."""
    with pypdfium2.PdfDocument(pdf(page)) as document:
        text = document[0].get_textpage()
        yield text.get_text_range(), ctypes.c_void_p(calls.address_of(text.raw))


def test_fonts_that_state_heights_are_known_by_the_letters_of_the_page(letters) -> None:
    text, at = letters
    assert not lacks_heights(at, text, lambda _: 10.0)
    assert not lacks_heights(at, "", lambda _: 10.0)


def test_fonts_that_state_none_are_known_by_the_ink_of_low_letters(letters, no_heights) -> None:
    text, at = letters
    assert lacks_heights(at, text, lambda _: 10.0)
    assert not lacks_heights(at, text, lambda _: 5.0)


def test_boxes_have_the_room_of_the_type_over_and_under_the_line(letters, no_heights) -> None:
    boxes = boxes_with_room(letters[1], (0, 2))
    assert [(round(top, 1), round(low, 1)) for _, top, _, low in boxes] == [(709.0, 697.9)] * 2
