"""Which drawn paths are lines, and where they stand on the page."""

import pytest

from ingest.readers.pdfium import drawn_lines as module
from ingest.readers.pdfium.document import PdfDocument
from tests.builders_pdf import one_page


def lines(content: bytes, box: bytes = b"0 0 595 842") -> list[tuple[int, ...]]:
    """The lines that a content stream draws, as whole points, in their order from the top left."""
    with PdfDocument(one_page(content, box=box)) as document:
        (page,) = document.read()
    return sorted(tuple(round(edge) for edge in line) for line in page.lines)


def test_a_stroke_is_a_line_in_points_from_the_top() -> None:
    assert lines(b"0 w 100 742 m 300 742 l S") == [(100, 100, 300, 100)]


@pytest.mark.parametrize(("height", "found"), [(b"3", 1), (b"4", 0)])
def test_a_thin_filled_box_is_a_line_and_a_thick_one_an_area(height: bytes, found: int) -> None:
    assert len(lines(b"100 700 200 %s re f" % height)) == found
    assert len(lines(b"100 300 %s 200 re f" % height)) == found


def test_a_stroked_box_is_its_four_sides() -> None:
    assert lines(b"0 w 100 642 200 100 re S") == [
        (100, 100, 100, 200),
        (100, 100, 300, 100),
        (100, 200, 300, 200),
        (300, 100, 300, 200),
    ]


def test_a_path_of_many_segments_is_those_that_are_upright_or_level() -> None:
    steps = b"100 742 m 200 742 l 200 642 l 300 642 l 400 500 l 400 400 l 500 400 l S"
    assert lines(b"0 w " + steps) == [
        (100, 100, 200, 100),
        (200, 100, 200, 200),
        (200, 200, 300, 200),
        (400, 342, 400, 442),
        (400, 442, 500, 442),
    ]


def test_the_segments_of_a_path_are_placed_by_its_matrix() -> None:
    steps = b"0 0 m 10 0 l 10 10 l 20 10 l 20 20 l 30 20 l 30 30 l S"
    found = lines(b"0 w 10 0 0 10 100 442 cm " + steps)
    assert found[0] == (100, 400, 200, 400)
    assert found[-1] == (400, 100, 400, 200)


def test_a_matrix_may_turn_a_path() -> None:
    steps = b"0 0 m 10 0 l 10 10 l 20 10 l 20 20 l 30 20 l 30 30 l S"
    found = lines(b"0 w 0 10 -10 0 400 442 cm " + steps)
    assert (found[0], found[-1]) == ((100, 100, 200, 100), (400, 300, 400, 400))


def test_a_move_inside_a_path_draws_nothing() -> None:
    parts = b"0 w 100 742 m 200 742 l 200 700 m 300 700 l 300 600 m 400 600 l 400 500 m 500 500 l S"
    assert lines(parts) == [(100, 100, 200, 100), (200, 142, 300, 142), (300, 242, 400, 242), (400, 342, 500, 342)]


def test_of_a_very_long_path_the_beginning_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_SEGMENTS", 4)
    steps = b"100 742 m 200 742 l 200 642 l 300 642 l 300 500 l 400 500 l 400 400 l S"
    assert len(lines(b"0 w " + steps)) == 3


def test_text_draws_no_lines() -> None:
    assert lines(b"BT /F1 12 Tf 72 700 Td (Met.) Tj ET") == []
