"""Made-up PDFs whose pages are altered as programs alter them: turned, put into forms, stamped, in another order."""

from collections.abc import Callable, Iterable
from io import BytesIO

import pypdfium2 as pdfium
import pypdfium2.raw as c

Change = Callable[[pdfium.PdfDocument, pdfium.PdfPage, int], None]


def altered(data: bytes, change: Change) -> bytes:
    """The PDF after a change of each of its pages, which are numbered from 1."""
    document = pdfium.PdfDocument(data)
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        change(document, page, number)
        page.gen_content()
        page.close()
    return _saved(document)


def ordered(data: bytes, pages: Iterable[int]) -> bytes:
    """The PDF with the pages of these numbers in this order."""
    source, target = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    target.import_pages(source, [number - 1 for number in pages])
    source.close()
    return _saved(target)


def turned(quarters: int, rotation: int, every: int = 1) -> Change:
    """Turn the content of every so manieth page by quarters, anticlockwise, and state a rotation, clockwise."""

    def change(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int) -> None:
        if number % every:
            return
        width, height = page.get_size()
        matrix = pdfium.PdfMatrix()
        for _ in range(quarters):
            matrix = matrix.rotate(90, ccw=True).translate(height, 0)
            width, height = height, width
        for item in page.get_objects(max_depth=1):
            item.transform(matrix)
        page.set_mediabox(0, 0, width, height)
        page.set_rotation(rotation * 90)

    return change


def in_forms(data: bytes, scale: float = 1.0) -> bytes:
    """The PDF with the content of each page in a form, perhaps on a smaller page."""
    source, target = pdfium.PdfDocument(data), pdfium.PdfDocument.new()
    for index in range(len(source)):
        width, height = source.get_page_size(index)
        page = target.new_page(width * scale, height * scale)
        form = c.FPDF_NewXObjectFromPage(target, source, index)
        item = c.FPDF_NewFormObjectFromXObject(form)
        c.FPDF_CloseXObject(form)
        c.FPDFPageObj_SetMatrix(item, c.FS_MATRIX(scale, 0, 0, scale, 0, 0))
        c.FPDFPage_InsertObject(page, item)
        page.gen_content()
        page.close()
    return _saved(target)


def stamped(
    text: str, at: tuple[float, float], size: float, *, degrees: float = 0, on: Callable[[int], bool] = bool
) -> Change:
    """Write a text over pages, its base line beginning at a point of the file."""

    def change(document: pdfium.PdfDocument, page: pdfium.PdfPage, number: int) -> None:
        if not on(number):
            return
        font = c.FPDFText_LoadStandardFont(document, b"Helvetica-Bold")
        item = c.FPDFPageObj_CreateTextObj(document, font, size)
        encoded = (text + "\0").encode("utf-16-le")
        c.FPDFText_SetText(item, (c.FPDF_WCHAR * (len(encoded) // 2)).from_buffer_copy(encoded))
        matrix = pdfium.PdfMatrix().rotate(degrees, ccw=True).translate(*at)
        c.FPDFPageObj_TransformF(item, c.FS_MATRIX(*matrix.get()))
        c.FPDFPage_InsertObject(page, item)

    return change


def _saved(document: pdfium.PdfDocument) -> bytes:
    out = BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()
