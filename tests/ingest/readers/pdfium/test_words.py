"""Words as pdfium gives them: boxes, size and weight, raised figures, hyphens."""

import pytest

from ingest.page.words import PrintedWord
from ingest.readers.pdfium.document import PdfDocument
from tests.builders_pdf import Sheet, one_page, pdf, raw_pdf, stream

FONTS = b"<< /Font << /F1 5 0 R >> >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % FONTS


def words(data: bytes) -> list[PrintedWord]:
    with PdfDocument(data) as document:
        return [word for page in document.read() if page for word in page.words]


def drawn(content: bytes, font: bytes = b"Helvetica") -> list[PrintedWord]:
    """The words of a content stream with the font /F1."""
    return words(
        raw_pdf(
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            PAGE,
            stream(b"BT " + content + b" ET"),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%s >>" % font,
        )
    )


def test_a_word_has_its_box_in_points_from_the_top() -> None:
    (word, second) = drawn(b"/F1 12 Tf 72 742 Td (Wexcombe met) Tj")
    assert (word.text, second.text) == ("Wexcombe", "met")
    assert word.x0 == pytest.approx(72, abs=0.2)
    assert word.x1 == pytest.approx(132, abs=1)
    assert word.top < 100 < word.bottom
    assert word.bottom - word.top == pytest.approx(12, abs=2.5)


@pytest.mark.parametrize(
    ("content", "size"),
    [
        (b"/F1 12 Tf 72 742 Td (Met) Tj", 12),
        (b"/F1 11.2 Tf 72 742 Td (Met) Tj", 11),
        (b"/F1 1 Tf 14 0 0 14 72 742 Tm (Met) Tj", 14),
        (b"/F1 10 Tf 0 2 -2 0 72 742 Tm (Met) Tj", 20),
    ],
)
def test_the_size_is_that_on_the_page_to_the_half_point(content: bytes, size: float) -> None:
    assert {word.size for word in drawn(content)} == {size}


def test_each_height_of_letters_has_its_size() -> None:
    found = drawn(b"/F1 12 Tf 72 742 Td (Met) Tj /F1 20 Tf 0 -40 Td (Met) Tj /F1 12 Tf 0 -40 Td (Met) Tj")
    assert [word.size for word in found] == [12, 20, 12]


@pytest.mark.parametrize(("font", "bold"), [(b"Helvetica", False), (b"Helvetica-Bold", True), (b"Courier-Bold", True)])
def test_the_weight_is_that_of_the_font(font: bytes, bold: bool) -> None:
    assert [word.bold for word in drawn(b"/F1 12 Tf 72 742 Td (Met 4th) Tj", font)] == [bold, bold]


def test_a_small_high_figure_is_raised_and_a_part_of_its_word() -> None:
    found = drawn(b"/F1 12 Tf 72 742 Td (Board) Tj /F1 7 Tf 5 Ts (12) Tj")
    assert [(word.text, word.raised, word.glued, word.size) for word in found] == [
        ("Board", False, False, 12),
        ("12", True, True, 7),
    ]


def test_a_raised_figure_inside_a_word_is_found_too() -> None:
    found = drawn(b"/F1 12 Tf 72 742 Td (Board) Tj /F1 7 Tf 5 Ts (1) Tj /F1 12 Tf 0 Ts (s) Tj")
    assert [(word.text, word.raised) for word in found] == [("Board", False), ("1", True), ("s", False)]


@pytest.mark.parametrize(
    "content",
    [
        b"/F1 12 Tf 72 742 Td (Grade) Tj /F1 11 Tf 5 Ts (4) Tj",
        b"/F1 12 Tf 72 742 Td (Grade) Tj /F1 7 Tf 0 Ts (4) Tj",
        b"/F1 12 Tf 72 742 Td (Grade) Tj /F1 7 Tf 5 Ts (th) Tj",
        b"/F1 12 Tf 72 742 Td (Grade) Tj /F1 7 Tf 5 Ts (1234) Tj",
        b"/F1 12 Tf 72 742 Td (Grade4) Tj",
    ],
    ids=["as large", "on the line", "letters", "four figures", "one size"],
)
def test_what_is_not_small_high_or_a_figure_is_not_raised(content: bytes) -> None:
    assert not any(word.raised for word in drawn(content))


def test_words_know_whether_the_file_has_a_space_before_them() -> None:
    found = drawn(b"/F1 12 Tf 72 742 Td (Met here) Tj 0 -20 Td (again) Tj 0 -20 Td (I say) Tj")
    spaced = [("Met", False), ("here", True), ("again", False), ("I", False), ("say", True)]
    assert [(word.text, word.spaced) for word in found] == spaced


def test_a_hyphen_at_a_line_end_is_printed_as_one() -> None:
    def page(sheet: Sheet) -> None:
        sheet.lines("Plans are well-", "known.")

    assert [word.text for word in words(pdf(page))] == ["Plans", "are", "well-", "known."]


def test_letters_of_two_code_units_do_not_shift_the_words_behind_them() -> None:
    unicode = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    unicode += b"1 beginbfchar <41> <D835DC00> endbfchar endcmap"
    data = raw_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE,
        stream(b"BT /F1 12 Tf 72 742 Td (A met) Tj ET"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>",
        stream(unicode),
    )
    last = words(data)[-1]
    assert (last.text, round(last.x0)) == ("met", 83)


def test_a_page_without_text_has_no_words() -> None:
    assert words(one_page(b"0 0 10 10 re f")) == []
