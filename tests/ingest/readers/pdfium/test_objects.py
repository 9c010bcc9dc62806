"""The objects of a page in the order of painting, those of forms on the page where the form stands."""

import pytest

from ingest.readers.pdfium.document import PdfDocument
from ingest.readers.pdfium.objects import Matrix
from tests.builders_pdf import one_page, stream

FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
RESOURCES = b"<< /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >>"
INNER = b"<< /XObject << /X2 7 0 R >> >>"


def lines(content: bytes, *forms: bytes) -> list[tuple[int, ...]]:
    with PdfDocument(one_page(content, RESOURCES, b"0 0 595 842", *forms)) as document:
        (page,) = document.read()
    return sorted(tuple(round(edge) for edge in line) for line in page.lines)


def test_lines_of_a_form_stand_where_the_form_is_painted() -> None:
    form = stream(b"0 w 100 742 m 300 742 l S", FORM)
    assert lines(b"/X1 Do", form) == [(100, 100, 300, 100)]
    assert lines(b"q 0.5 0 0 0.5 10 0 cm /X1 Do Q q 1 0 0 1 0 -100 cm /X1 Do Q", form) == [
        (60, 471, 160, 471),
        (100, 200, 300, 200),
    ]


def test_a_form_may_stand_in_a_form_and_turn_it() -> None:
    outer = stream(b"q 0 1 -1 0 500 100 cm /X2 Do Q", FORM + b" /Resources " + INNER)
    inner = stream(b"0 w 100 100 m 300 100 l S", FORM)
    assert lines(b"q 1 0 0 1 50 0 cm /X1 Do Q", outer, inner) == [(450, 442, 450, 642)]


def test_a_matrix_inside_of_another_one_places_points_by_both() -> None:
    inner, outer = Matrix(2, 0, 0, 2, 10, 0), Matrix(0, 1, -1, 0, 100, 0)
    assert inner.then(outer).place(1, 1) == outer.place(*inner.place(1, 1)) == pytest.approx((98, 12))
    assert inner.then(None) is inner
