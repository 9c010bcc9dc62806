"""Pictures in files: which are told, and how."""

from io import BytesIO

import docx
import pytest
from docx.shared import Cm
from lxml import etree
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image as SheetImage
from PIL import Image

from ingest.readers import read
from ingest.readers.pictures import Picture, centimetres, embedded_in_open, in_open, notices_of
from inspections.notice_codes import NoticeCode
from tests.office import OPEN_NAMES, saved


def image(width: int = 300, height: int = 200) -> BytesIO:
    written = BytesIO()
    Image.new("RGB", (width, height), "white").save(written, "PNG")
    written.seek(0)
    return written


@pytest.mark.parametrize(
    ("pictures", "level"),
    [
        ([Picture(10, 5)], "warning"),
        ([Picture(5, 3)], "info"),
        ([Picture()], "info"),
        ([Picture(5, 3), Picture(10, 5)], "warning"),
        ([Picture(1, 1)], None),
        ([Picture(5, 3, "Wexcombe logo"), Picture(None, None, "Crest of Wexcombe")], None),
        ([Picture(10, 5, "Logo")], "warning"),
        ([], None),
    ],
)
def test_a_picture_is_told_by_its_size(pictures: list[Picture], level: str | None) -> None:
    assert [notice.level for notice in notices_of(pictures)] == ([level] if level else [])


def test_a_notice_counts_pictures_and_gives_their_descriptions() -> None:
    (notice,) = notices_of([Picture(9, 9, "Audits by month"), Picture(9, 9), Picture(1, 1, "Icon")])
    assert "2 pictures that were not read (described as “Audits by month”)" in notice.message
    (alone,) = notices_of([Picture(9, 9, " ".join(["word"] * 20))])
    assert "a picture that was not read (described as “" + " ".join(["word"] * 12) + " …”)" in alone.message


@pytest.mark.parametrize(
    ("length", "value"),
    [
        ("2.54cm", 2.54),
        ("10mm", 1),
        ("1in", 2.54),
        ("72pt", 2.54),
        ("96", 2.54),
        ("96px", 2.54),
        ("5%", None),
        ("", None),
    ],
)
def test_lengths_in_centimetres(length: str, value: float | None) -> None:
    assert centimetres(length) == (pytest.approx(value) if value else None)


def test_pictures_of_a_word_document_are_told() -> None:
    document = docx.Document()
    document.add_paragraph("Visits are made.")
    document.add_picture(image(), width=Cm(10))
    written = BytesIO()
    document.save(written)
    assert [notice.code for notice in read(written.getvalue()).notices] == [NoticeCode.PICTURES_LEFT]


def test_pictures_charts_and_chart_sheets_of_a_workbook_are_told() -> None:
    book = Workbook()
    sheet = book.active
    for row in (("Ref", "Action"), ("1", "Visit"), ("2", "Plan")):
        sheet.append(row)
    sheet.add_image(SheetImage(image(600, 400)), "D2")
    chart = BarChart()
    chart.title = "Visits by month"
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
    sheet.add_chart(chart, "J2")
    book.create_chartsheet("Audits")
    notices = {notice.code: notice.message for notice in read(saved(book)).notices}
    assert set(notices) == {NoticeCode.PICTURES_LEFT, NoticeCode.TEXT_IN_ANNOTATIONS}


def test_a_sheet_that_is_a_chart_is_named() -> None:
    book = Workbook()
    book.active.append(("Ref", "Action"))
    book.active.append(("1", "Visit"))
    book.create_chartsheet("Audits")
    (notice,) = read(saved(book)).notices
    assert (notice.code, "Audits" in notice.message) == (NoticeCode.TEXT_IN_ANNOTATIONS, True)


def test_pictures_and_objects_of_open_documents_are_found() -> None:
    names = OPEN_NAMES + (
        ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    )
    root = etree.fromstring(
        f"<office:text {names}>"
        '<draw:frame svg:width="10cm" svg:height="5cm"><draw:image/><svg:desc>Audits</svg:desc></draw:frame>'
        '<draw:frame svg:width="9cm" svg:height="9cm"><draw:object xlink:href="./Object 1"/><draw:image/></draw:frame>'
        "</office:text>"
    )
    assert [*in_open(root)] == [Picture(10, 5, "Audits")]
    assert embedded_in_open(root) == ["Object 1"]
