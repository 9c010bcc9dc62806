"""Text that nobody sees is left out and counted; text that somebody sees stays, however it is written."""

import pytest

from ingest.readers.pdfium.document import PdfDocument, PdfPage
from tests.builders_pdf import one_page, stream

SEEN = b"BT /F1 12 Tf 72 700 Td (Plans are made with care.) Tj ET "
OTHER = b"BT /F1 %g Tf 72 %d Td (Nobody sees this.) Tj ET "
BOX = b"60 590 300 30 re f "
RESOURCES = (
    b"<< /Font << /F1 5 0 R >> /ExtGState << /Faint << /ca 0.02 >> /Clear << /ca 0.5 >> >> "
    b"/XObject << /Black 6 0 R /Stripes 7 0 R >> >>"
)
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 "
    b"/Length %d >>\n"
    b"stream\n%s\nendstream"
)
BLACK = PICTURE % (1, 1, 1, b"\0")
STRIPES = PICTURE % (60, 60, 3600, bytes(0 if n // 2 % 2 else 255 for n in range(3600)))
WHOLE_PAGE = b"q 595 0 0 842 0 0 cm /%s Do Q "


def other(before: bytes = b"", after: bytes = b"", y: int = 600, size: float = 12) -> bytes:
    return SEEN + before + OTHER % (size, y) + after


def read(content: bytes, page: bytes = b"") -> PdfPage:
    with PdfDocument(one_page(content, RESOURCES, b"0 0 595 842] %s /X [0" % page, BLACK, STRIPES)) as document:
        (read_page,) = document.read()
    assert read_page
    return read_page


def text(page: PdfPage) -> str:
    return " ".join(word.text for word in page.words)


def annotation(kind: bytes, more: bytes = b"") -> bytes:
    return b"/Annots [<< /Type /Annot /Subtype /%s /Rect [60 590 360 620] %s >>]" % (kind, more)


@pytest.mark.parametrize(
    ("content", "page"),
    [
        pytest.param(other(b"3 Tr ", b"0 Tr "), b"", id="invisible"),
        pytest.param(other(b"q 7 Tr ", b"Q "), b"", id="only clips"),
        pytest.param(other(b"1 g ", b"0 g "), b"", id="white on white"),
        pytest.param(other(b"0.96 0.96 1 rg ", b"0 g "), b"", id="nearly white on white"),
        pytest.param(b"0.5 g " + BOX + other(b"0.52 g "), b"", id="grey on grey"),
        pytest.param(b"0 g " + BOX + other(), b"", id="black on black"),
        pytest.param(other(b"", b"0 g " + BOX), b"", id="under a black box"),
        pytest.param(other(b"", b"1 g " + BOX), b"", id="under a white box"),
        pytest.param(other(b"", b"q 300 0 0 30 60 590 cm /Black Do Q "), b"", id="under a black picture"),
        pytest.param(other(b"", b"q 300 0 0 30 60 590 cm /Stripes Do Q "), b"", id="under a picture"),
        pytest.param(other(b"q /Faint gs ", b"Q "), b"", id="transparent"),
        pytest.param(other(size=0.5), b"", id="tiny"),
        pytest.param(other(y=-50), b"", id="below the page"),
        pytest.param(other(b"q 60 400 300 30 re W n ", b"Q "), b"", id="outside of a clip path"),
        pytest.param(other(b"q 60 590 300 30 re W n 60 400 300 30 re W n ", b"Q "), b"", id="outside of one of two"),
        pytest.param(other(b"q 60 590 m 60 400 l 70 400 l h W n ", b"Q "), b"", id="outside of a triangle"),
        pytest.param(other(y=60), b"/CropBox [0 200 595 842]", id="cropped away"),
        pytest.param(other(), annotation(b"Redact"), id="marked for redaction"),
        pytest.param(other(), annotation(b"Square", b"/IC [0 0 0]"), id="under an annotation"),
        pytest.param(other(b"1 g ", b"0 g "), b"/Rotate 90", id="white on a turned page"),
    ],
)
def test_text_that_nobody_sees_is_left_out_and_counted(content: bytes, page: bytes) -> None:
    found = read(content, page)
    assert (text(found), found.hidden, found.recognised) == ("Plans are made with care.", 3, False)
    assert "Nobody" not in found.text


@pytest.mark.parametrize(
    ("content", "page"),
    [
        pytest.param(other(), b"", id="black on white"),
        pytest.param(other(b"0.75 g ", b"0 g "), b"", id="light grey on white"),
        pytest.param(b"0 0 0.5 rg " + BOX + b"0 g " + other(b"1 g ", b"0 g "), b"", id="white on blue"),
        pytest.param(b"0.8 g " + BOX + b"0 g " + other(), b"", id="black on grey"),
        pytest.param(other(b"", b"q /Clear gs 1 1 0 rg " + BOX + b"Q "), b"", id="under a clear box"),
        pytest.param(other(b"", b"60 590 300 30 re S "), b"", id="in a frame"),
        pytest.param(other(b"q 60 590 300 30 re W n ", b"Q "), b"", id="inside of a clip path"),
        pytest.param(other(b"q 60 602 300 30 re W n ", b"Q "), b"", id="cut at its foot by a clip path"),
        pytest.param(other(b"", b"0 g 60 400 300 30 re f "), b"", id="above a box"),
        pytest.param(other(b"1 Tr ", b"0 Tr "), b"", id="outlined"),
        pytest.param(
            other(), annotation(b"Highlight", b"/C [1 1 0] /QuadPoints [60 620 360 620 60 590 360 590]"), id="marked"
        ),
        pytest.param(other(), annotation(b"Link"), id="a link"),
    ],
)
def test_text_that_somebody_sees_stays(content: bytes, page: bytes) -> None:
    found = read(content, page)
    assert (text(found), found.hidden) == ("Plans are made with care. Nobody sees this.", 0)


@pytest.mark.parametrize("content", [WHOLE_PAGE % b"Stripes" + b"3 Tr " + other(), other() + WHOLE_PAGE % b"Stripes"])
def test_the_recognised_text_of_a_scan_is_read_and_told(content: bytes) -> None:
    found = read(content)
    assert (text(found), found.hidden, found.recognised) == ("Plans are made with care. Nobody sees this.", 0, True)


def test_a_picture_of_the_page_without_ink_is_no_scan() -> None:
    found = read(WHOLE_PAGE % b"Black" + b"3 Tr " + other())
    assert (text(found), found.hidden, found.recognised) == ("", 8, False)


def test_hidden_letters_leave_the_words_around_them() -> None:
    found = read(b"BT /F1 12 Tf 72 700 Td (Good) Tj 3 Tr (no) Tj 0 Tr (ness is seen.) Tj ET ")
    assert (text(found), found.hidden) == ("Good ness is seen.", 1)


def test_a_word_of_which_most_is_covered_is_hidden() -> None:
    assert text(read(other(b"", b"0 g 60 590 50 30 re f "))) == "Plans are made with care. sees this."


def test_text_on_a_layer_that_is_off_is_hidden_and_on_one_that_is_on_is_not() -> None:
    def layered(state: bytes) -> PdfPage:
        catalogue = b"/Type /Catalog /OCProperties << /OCGs [6 0 R] /D << /%s [6 0 R] >> >>" % state
        resources = b"<< /Font << /F1 5 0 R >> /Properties << /L1 6 0 R >> >>"
        layer = b"<< /Type /OCG /Name (Notes) >>"
        data = one_page(other(b"/OC /L1 BDC ", b"EMC "), resources, b"0 0 595 842", layer)
        with PdfDocument(data.replace(b"/Type /Catalog", catalogue)) as document:
            (page,) = document.read()
        assert page
        return page

    assert (text(layered(b"OFF")), layered(b"OFF").hidden) == ("Plans are made with care.", 3)
    assert (text(layered(b"ON")), layered(b"ON").hidden) == ("Plans are made with care. Nobody sees this.", 0)


FORM = (
    b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X2 7 0 R >> >>"
)


@pytest.mark.parametrize(
    ("around", "hidden"),
    [
        pytest.param(b"q %s /X1 Do Q", 0, id="not clipped"),
        pytest.param(b"q 60 590 300 30 re W n %s /X1 Do Q", 0, id="inside of the clip path"),
        pytest.param(b"q 60 400 300 30 re W n %s /X1 Do Q", 3, id="outside of the clip path"),
    ],
)
@pytest.mark.parametrize("move", [b"", b"1 0 0 1 0 -100 cm"], ids=["where it is", "moved"])
def test_text_of_a_form_that_is_clipped_as_a_whole_is_hidden(around: bytes, hidden: int, move: bytes) -> None:
    y = 700 if move else 600
    inner = stream(OTHER % (12, y), FORM)
    for forms in ((inner,), (stream(b"/X2 Do", FORM), inner)):
        resources = b"<< /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >>"
        with PdfDocument(one_page(SEEN + around % move, resources, b"0 0 595 842", *forms)) as document:
            (page,) = document.read()
        assert page
        assert page.hidden == hidden
        assert ("Nobody" in text(page)) is (hidden == 0)
