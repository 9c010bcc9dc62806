"""Boxes of the file on the page as it is shown."""

import pytest

from ingest.readers.pdfium.document import PdfDocument
from ingest.readers.pdfium.space import PageSpace
from tests.builders_pdf import one_page

TEXT = b"BT /F1 12 Tf 72 700 Td (Met.) Tj ET\n"


@pytest.mark.parametrize(
    ("turns", "box", "size"),
    [
        (0, (10, 60, 50, 90), (200, 100)),
        (1, (10, 10, 40, 50), (100, 200)),
        (2, (150, 10, 190, 40), (200, 100)),
        (3, (60, 150, 90, 190), (100, 200)),
    ],
)
def test_heights_count_from_the_top_of_the_page_as_it_is_turned(
    turns: int, box: tuple[float, ...], size: tuple[float, float]
) -> None:
    space = PageSpace(left=5, bottom=7, width=200, height=100, turns=turns)
    assert space.shown(15, 17, 55, 47) == box
    assert space.shown_size == size


def pages(data: bytes) -> list[tuple[float, float]]:
    with PdfDocument(data) as document:
        return [(page.width, page.height) for page in document.read() if page]


def test_the_visible_part_of_a_page_is_its_crop_box() -> None:
    data = one_page(TEXT, box=b"0 0 595 842] /CropBox [50 50 400 700")
    assert pages(data) == [(350, 650)]
    with PdfDocument(data) as document:
        (page,) = document.read()
    assert page.words[0].x0 == pytest.approx(22, abs=1)
    assert page.words[0].top < 0 < page.words[0].bottom + 12


def test_a_page_that_is_turned_is_as_wide_as_it_was_high() -> None:
    sideways = TEXT.replace(b"72 700 Td", b"0 1 -1 0 300 300 Tm")
    assert pages(one_page(sideways, box=b"0 0 595 842] /Rotate 90 /X [0")) == [(842, 595)]
