"""Excel 97 workbooks: what their cells look like."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
import xlwt

from ingest.readers import read
from ingest.readers.old_cells import old_cells
from inspections.notice_codes import NoticeCode


def book(look: str = "", value: Any = "Visit homes", number: str = "") -> xlwt.Workbook:
    """A workbook whose cell B2 has a look and the format of a number."""
    made = xlwt.Workbook()
    sheet = made.add_sheet("Actions")
    sheet.write(0, 0, "Ref")
    sheet.write(0, 1, "Action")
    sheet.write(1, 0, "1")
    sheet.write(1, 1, value, xlwt.easyxf(look, num_format_str=number or "General"))
    return made


def saved(made: xlwt.Workbook) -> bytes:
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def codes(data: bytes) -> list[str]:
    return [notice.code for notice in read(data).notices]


@pytest.mark.parametrize(
    ("look", "code"),
    [
        ("font: struck_out on", NoticeCode.TEXT_STRUCK),
        ("font: colour white", NoticeCode.TEXT_HIDDEN),
        ("", None),
        ("font: colour white; pattern: pattern solid, fore_colour blue", None),
        ("font: bold on", None),
    ],
)
def test_words_that_are_struck_or_unseen_are_named(look: str, code: NoticeCode | None) -> None:
    assert codes(saved(book(look))) == ([code] if code else [])


def test_hidden_rows_and_columns_are_named() -> None:
    made = book()
    sheet = made.get_sheet(0)
    sheet.row(1).hidden = True
    sheet.col(0).hidden = True
    notices = read(saved(made)).notices
    assert [notice.code for notice in notices] == [NoticeCode.TEXT_HIDDEN] * 2
    assert "rows are hidden, but were read: 2." in notices[0].message
    assert "columns are hidden, but were read: A." in notices[1].message


@pytest.mark.parametrize(
    ("value", "number", "words"),
    [(0.9, "0%", "90%"), (1.1, "0.00", "1.10"), (date(2025, 3, 1), "mmm-yy", "March 2025"), (3, "", "3")],
)
def test_numbers_are_printed_as_they_are_shown(value: Any, number: str, words: str) -> None:
    data = saved(book("", value, number))
    assert read(data).blocks[-1].rows[1].texts == ("1", words)
    assert codes(data) == []


def test_a_cell_has_its_colour() -> None:
    looks = old_cells(saved(book("pattern: pattern solid, fore_colour red")))["Actions"]
    assert looks.colours == {(1, 1): "FF0000"}


def test_links_are_kept() -> None:
    made = book()
    made.get_sheet(0).write(2, 1, xlwt.Formula('HYPERLINK("https://x.test/1";"Report")'))
    assert old_cells(saved(made))["Actions"].links == {}  # a formula is no link of the cell


def test_a_file_that_does_not_tell_it_is_read_as_before() -> None:
    assert old_cells(b"no workbook") == {}
    assert old_cells(saved(book())[:2000]) == {}
