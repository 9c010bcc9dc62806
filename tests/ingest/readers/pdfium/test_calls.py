"""Functions of pdfium with addresses: they answer like those with typed pointers."""

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as c
import pytest

from ingest.readers.pdfium import calls
from tests.builders_pdf import one_page

CONTENT = b"BT /F1 12 Tf 72 700 Td (Harbour) Tj ET 0.5 g 72 600 100 20 re f"
RESOURCES = b"<< /Font << /F1 5 0 R >> >>"


@pytest.fixture
def page() -> Iterator[object]:
    data = one_page(CONTENT, RESOURCES, b"0 0 595 842")
    document = c.FPDF_LoadMemDocument64(data, len(data), None)
    page = c.FPDF_LoadPage(document, 0)
    yield page
    c.FPDF_ClosePage(page)
    c.FPDF_CloseDocument(document)


def test_a_letter_has_the_same_box_size_and_weight(page: object) -> None:
    text = c.FPDFText_LoadPage(page)
    typed, quick = c.FS_RECTF(), c.FS_RECTF()
    c.FPDFText_GetLooseCharBox(text, 1, typed)
    page_at = ctypes.c_void_p(calls.address_of(text))
    assert calls.loose_box(page_at, 1, ctypes.byref(quick))
    assert bytes(quick) == bytes(typed) != bytes(c.FS_RECTF())
    assert calls.font_size(calls.address_of(text), 1) == c.FPDFText_GetFontSize(text, 1) == 12
    assert calls.font_weight(page_at, 1) == c.FPDFText_GetFontWeight(text, 1)
    assert calls.is_unmapped(page_at, 1) == c.FPDFText_HasUnicodeMapError(text, 1) == 0
    assert calls.painter_of(calls.address_of(text), 1) == calls.address_of(c.FPDFText_GetTextObject(text, 1))
    c.FPDFText_ClosePage(text)


def test_objects_are_given_and_taken_as_addresses(page: object) -> None:
    at = calls.address_of(page)
    objects = [calls.object_at(at, index) for index in range(2)]
    assert objects == [calls.address_of(c.FPDFPage_GetObject(page, index)) for index in range(2)]
    assert [calls.kind_of(one) for one in objects] == [c.FPDF_PAGEOBJ_TEXT, c.FPDF_PAGEOBJ_PATH]
    edges = [ctypes.c_float() for _ in range(4)]
    assert calls.bounds_of(objects[1], *edges)
    assert [round(edge.value) for edge in edges] == [72, 600, 172, 620]


def test_no_object_has_the_address_nought(page: object) -> None:
    assert calls.object_at(calls.address_of(page), 99) is None
    assert calls.address_of(None) == 0
