"""Words of turned and slanted text, and the frames in which they are upright."""

import pytest

from ingest.readers.pdfium.document import PdfDocument, PdfPage
from tests.builders_pdf import one_page

UPRIGHT = b"BT /F1 12 Tf 1 0 0 1 72 700 Tm (Plans are made with care.) Tj ET "
SIDEWAYS = b"BT /F1 12 Tf 0 1 -1 0 40 300 Tm (On its side.) Tj ET "
SLANTED = b"BT /F1 40 Tf 0.7071 0.7071 -0.7071 0.7071 100 200 Tm (NOT FINAL) Tj ET "


def read(content: bytes, rotation: int = 0) -> PdfPage:
    with PdfDocument(one_page(content, box=b"0 0 595 842] /Rotate %d /X [0" % rotation)) as document:
        (page,) = document.read()
    assert page
    return page


def text(words) -> str:
    return " ".join(word.text for word in words)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_the_words_of_a_page_on_its_side_stand_in_the_frame_in_which_they_are_upright(rotation: int) -> None:
    page = read(UPRIGHT, rotation)
    assert text(page.words) == "Plans are made with care."
    assert (page.width, page.height) == (595, 842)
    assert page.words[0].x0 == pytest.approx(72, abs=1)
    assert page.words[0].top == pytest.approx(842 - 700 - 12, abs=3)
    assert (page.turn is None) == (rotation == 0)


def test_the_way_back_is_that_of_the_page_as_it_is_shown() -> None:
    page = read(UPRIGHT, 90)
    assert page.turn
    x0, top, x1, bottom = page.turn.shown(page.words[0][1:5])
    assert (x1 - x0) < (bottom - top)
    assert 690 < x0 < 702
    assert top == pytest.approx(72, abs=1)


def test_text_on_its_side_under_upright_text_has_a_frame_of_its_own() -> None:
    page = read(UPRIGHT + SIDEWAYS)
    assert text(page.words) == "Plans are made with care."
    ((turn, words),) = page.asides
    assert text(words) == "On its side."
    x0, top, _, bottom = turn.shown(words[0][1:5])
    assert 25 < x0 < 41
    assert 500 < top < bottom < 545


def test_slanted_text_is_a_stretch_of_whole_words() -> None:
    page = read(UPRIGHT + SLANTED)
    assert text(page.words) == "Plans are made with care."
    assert [text(words) for words in page.overprint] == ["NOT FINAL"]


def test_a_page_that_leans_a_little_is_upright() -> None:
    page = read(b"BT /F1 12 Tf 0.9962 0.0872 -0.0872 0.9962 72 700 Tm (Plans are made.) Tj ET")
    assert page.turn is None
    assert not page.asides
    assert not page.overprint
