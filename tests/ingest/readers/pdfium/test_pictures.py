"""How much of a page is covered by pictures."""

from io import BytesIO

import pytest
from reportlab.lib.utils import ImageReader

from ingest.readers import read
from ingest.readers.pdfium.document import PdfDocument
from tests.builders_pdf import HEIGHT, WIDTH, Sheet, pdf

PIXEL = b"P6 2 2 255 " + bytes(12)


def part(draw) -> float | None:
    """The covered part of a page."""
    with PdfDocument(pdf(draw)) as document:
        (page,) = document.read()
    return page.pictured


def image(*boxes):
    """Pictures at these places."""

    def draw(sheet: Sheet) -> None:
        for box in boxes:
            sheet.canvas.drawImage(ImageReader(BytesIO(PIXEL)), *box)

    return draw


@pytest.mark.parametrize(
    ("boxes", "expected"),
    [
        ((), 0.0),
        (((0, 0, WIDTH, HEIGHT),), 1.0),
        (((0, 0, WIDTH / 2, HEIGHT),), 0.5),
        (((0, 0, WIDTH / 2, HEIGHT), (WIDTH / 2, 0, WIDTH / 2, HEIGHT)), 1.0),
        (((0, 0, WIDTH, HEIGHT), (0, 0, WIDTH, HEIGHT)), 1.0),
        (((-WIDTH / 2, 0, WIDTH, HEIGHT),), 0.5),
    ],
)
def test_pictures_cover_what_of_them_is_on_the_page(boxes, expected):
    assert part(image(*boxes)) == pytest.approx(expected, abs=0.01)


def test_frames_and_rules_cover_nothing():
    assert part(lambda sheet: sheet.box(60, 60, 500, 700)) == 0.0


def test_a_page_of_many_words_is_not_measured():
    assert part(lambda sheet: sheet.lines(*(f"kettle {number} sings" for number in range(20)))) is None


@pytest.mark.parametrize(
    ("box", "told"),
    [
        ((100, 50, WIDTH * 0.6, HEIGHT * 0.3), 1),
        ((100, 50, WIDTH * 0.3, HEIGHT * 0.3), 0),
        ((0, 0, WIDTH, HEIGHT), 0),
    ],
)
def test_a_large_picture_beside_many_words_is_told(box: tuple[float, float, float, float], told: int) -> None:
    def draw(sheet: Sheet) -> None:
        image(box)(sheet)
        sheet.lines(*(f"kettle {number} sings" for number in range(20)))

    data = pdf(draw)
    with PdfDocument(data) as document:
        assert [page.pictures for page in document.read()] == [told]
    assert [notice.code for notice in read(data).notices] == ["pictures-left"] * told
