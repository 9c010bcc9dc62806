"""A page without words is an error that names it, unless the document had ended in front of it."""

from io import BytesIO

import pytest
from reportlab.lib.utils import ImageReader

from ingest.readers import read
from ingest.readers.wordless import check_wordless, pages_with_words
from inspections.notice_codes import NoticeCode
from tests.builders_pdf import HEIGHT, WIDTH, Sheet, pdf

PIXEL = b"P6 2 2 255 " + bytes(12)


def picture(x: float, y: float, width: float, height: float):
    """A page with a picture and, at its foot, the running line of all pages."""

    def draw(sheet: Sheet) -> None:
        sheet.canvas.drawImage(ImageReader(BytesIO(PIXEL)), x, y, width, height)

    return draw


def words(sheet: Sheet) -> None:
    """A page of words."""
    for number in range(12):
        sheet.lines(f"Bakers carry flour to harbour {number} before dawn, and kettles sing.")


def signed(sheet: Sheet) -> None:
    """The last page of a letter."""
    words(sheet)
    sheet.lines("Yours sincerely")
    sheet.lines("Rosa Plum")


def imprint(sheet: Sheet) -> None:
    """The last page of a report."""
    words(sheet)
    sheet.lines("© Crown copyright 2024")


def nothing(sheet: Sheet) -> None:
    """An empty page."""


def running(number: int, draw):
    """A page with a running line, whatever else is on it."""

    def drawn(sheet: Sheet) -> None:
        draw(sheet)
        sheet.at(72, 820, f"Inspection of Wexcombe bakeries {number}", size=8)

    return drawn


SCAN = picture(0, 0, WIDTH, HEIGHT)
LOGO = picture(460, 760, 80, 40)


def told(*pages):
    """The pages named, with the level of the notice."""
    notices = read(pdf(*pages)).notices
    return [(one.page, one.level.value) for one in notices if one.code is NoticeCode.PAGE_WITHOUT_WORDS]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ((words, SCAN, words), [(2, "error")]),
        ((words, words, SCAN), [(3, "error")]),
        ((words, nothing, words), [(2, "error")]),
        ((nothing, words), [(1, "error")]),
        ((words, LOGO, words), [(2, "error")]),
        ((words, words, nothing), [(3, "error")]),
        ((words, signed, nothing), [(3, "info")]),
        ((words, signed, LOGO, words), [(3, "info")]),
        ((words, imprint, nothing, nothing), [(3, "info"), (4, "info")]),
        ((words, imprint, SCAN), [(3, "error")]),
        ((words, words), []),
        ((SCAN, words, SCAN), [(1, "error"), (3, "error")]),
    ],
)
def test_pages_without_words_are_told_apart(pages, expected):
    assert told(*pages) == expected


def test_a_picture_over_a_running_line_is_a_page_without_words():
    pages = [running(number, draw) for number, draw in enumerate((words, SCAN, words, words), 1)]
    assert told(*pages) == [(2, "error")]


def test_words_beside_a_picture_are_words():
    def both(sheet: Sheet) -> None:
        SCAN(sheet)
        sheet.lines("A harbour at dawn")

    assert told(words, both, words) == []


def test_letters_drawn_as_outlines_are_a_picture():
    def outlines(sheet: Sheet) -> None:
        path = sheet.canvas.beginPath()
        for step in range(120):
            path.moveTo(80 + step * 3, 400)
            path.lineTo(82 + step * 3, 410)
        sheet.canvas.drawPath(path)

    assert told(words, outlines, words) == [(2, "error")]


def test_words_in_tables_count():
    def table(sheet: Sheet) -> None:
        sheet.grid([70, 200, 400], [100, 130, 160])
        sheet.at(80, 120, "Kettle")
        sheet.at(210, 120, "Sings")
        sheet.at(80, 150, "Flour")
        sheet.at(210, 150, "Is white")

    document = read(pdf(words, table))
    assert pages_with_words(document.blocks) == {1, 2}
    assert list(check_wordless(document.blocks, {2: 0.9})) == []


def test_a_blank_page_with_a_running_line_is_one_without_words():
    pages = [running(number, draw) for number, draw in enumerate((words, nothing, words, words), 1)]
    assert told(*pages) == [(2, "error")]
