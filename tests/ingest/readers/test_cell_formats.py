from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Color, Font, PatternFill

from ingest.blocks import BlockKind
from ingest.readers import read
from ingest.readers.cell_formats import formats_of, formatted, letters_of
from inspections.notice_codes import NoticeCode
from tests.office import saved


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (0.9, "0%", "90%"),
        (0.125, "0.0%", "12.5%"),
        (1200.0, '"£"#,##0', "£1,200"),
        (-1234.5, "[$£-809]#,##0.00", "-£1,234.50"),
        (1234567.0, "#,##0", "1,234,567"),
        (date(2025, 3, 1), "mmm-yy", "March 2025"),
        (datetime(2025, 3, 1), "mmmm\\ yyyy", "March 2025"),
        (date(2025, 3, 1), "dd/mm/yyyy", None),
        (0.9, "", None),
        (1.1, "0.00", "1.10"),
        (3.0, "0", "3"),
        (0.9, "General", None),
        (True, "0%", None),
        ("90", "0%", None),
    ],
)
def test_a_format_says_what_a_person_reads(value: object, code: str, words: str | None) -> None:
    assert formatted(value, code) == words


def made() -> Workbook:
    book = Workbook()
    sheet = book.active
    sheet.title = "Aims"
    sheet.append(("Ref", "Target", "By when", "Cost"))
    sheet.append((1, 0.9, date(2025, 3, 1), 1200))
    sheet.append((2, 0.5, date(2025, 3, 14), 3))
    for place, code in (("B2", "0%"), ("B3", "0%"), ("C2", "mmm-yy"), ("D2", '"£"#,##0')):
        sheet[place].number_format = code
    return book


def test_cells_are_read_as_they_are_shown() -> None:
    table = read(saved(made())).blocks[-1]
    assert [row.texts for row in table.rows[1:]] == [
        ("1", "90%", "March 2025", "£1,200"),
        ("2", "50%", "14 March 2025", "3"),
    ]


def test_a_cell_keeps_the_address_to_which_it_leads() -> None:
    book = made()
    book.active["A2"].hyperlink = "https://x.test/1"
    assert [row.cells[0].link for row in read(saved(book)).blocks[-1].rows] == ["", "https://x.test/1", ""]


@pytest.mark.parametrize(
    ("fill", "coloured"),
    [
        (PatternFill("solid", fgColor="FFFF0000"), True),
        (PatternFill("solid", fgColor=Color(theme=5)), True),
        (PatternFill("solid", fgColor=Color(indexed=10)), True),
        (PatternFill("solid", fgColor="FFF2F2F2"), False),
        (PatternFill("solid", fgColor=Color(theme=0)), False),
        (PatternFill("solid", fgColor=Color(indexed=22)), False),
        (PatternFill(), False),
    ],
)
def test_a_cell_tells_that_it_is_coloured(fill: PatternFill, coloured: bool) -> None:
    book = made()
    book.active["D3"].fill = fill
    assert [bool(cell.colour) for cell in read(saved(book)).blocks[-1].rows[-1].cells] == [
        False,
        False,
        False,
        coloured,
    ]


def test_hidden_rows_are_read_and_named() -> None:
    book = made()
    book.active.row_dimensions[3].hidden = True
    document = read(saved(book))
    assert document.blocks[-1].rows[-1].texts[0] == "2"
    (notice,) = document.notices
    assert (notice.code, notice.where) == (NoticeCode.TEXT_HIDDEN, "sheet Aims")
    assert "read: 3." in notice.message


def test_hidden_columns_are_read_and_named() -> None:
    book = made()
    book.active.column_dimensions["B"].hidden = True
    book.active.column_dimensions["Z"].hidden = True
    document = read(saved(book))
    assert document.blocks[-1].rows[0].texts[1] == "Target"
    (notice,) = document.notices
    assert (notice.code, notice.where) == (NoticeCode.TEXT_HIDDEN, "sheet Aims")
    assert "columns are hidden, but were read: B." in notice.message


def test_struck_words_are_read_and_named() -> None:
    book = made()
    book.active["A2"].font = Font(strike=True)
    book.active["B3"].font = Font(strike=True)
    book.active["D9"].font = Font(strike=True)
    (notice,) = read(saved(book)).notices
    assert (notice.code, notice.where) == (NoticeCode.TEXT_STRUCK, "sheet Aims")
    assert "struck through, but were read: A2, B3." in notice.message


def test_words_struck_inside_a_cell_are_named() -> None:
    book = made()
    struck = CellRichText("Visit ", TextBlock(InlineFont(strike=True), "all"), " homes")
    book.active["A2"] = struck
    book.active["A3"] = CellRichText("Visit ", TextBlock(InlineFont(b=True), "some"))
    (notice,) = read(saved(book)).notices
    assert (notice.code, "but were read: A2." in notice.message) == (NoticeCode.TEXT_STRUCK, True)


@pytest.mark.parametrize(
    ("font", "fill", "code", "named"),
    [
        (Font(color="FFFFFFFF"), PatternFill(), "General", True),
        (Font(color=Color(theme=0)), PatternFill(), "General", True),
        (Font(), PatternFill(), ";;;", True),
        (Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF002060"), "General", False),
        (Font(color=Color(theme=1)), PatternFill(), "General", False),
        (Font(color="FFFF0000"), PatternFill(), "General", False),
    ],
)
def test_words_that_cannot_be_seen_are_read_and_named(font: Font, fill: PatternFill, code: str, named: bool) -> None:
    book = made()
    cell = book.active["A2"]
    cell.font, cell.fill, cell.number_format = font, fill, code
    document = read(saved(book))
    assert document.blocks[-1].rows[1].texts[0] == "1"
    assert [notice.code for notice in document.notices] == [NoticeCode.TEXT_HIDDEN] * named
    assert all("cannot be seen, but were read: A2." in notice.message for notice in document.notices)


def test_comments_are_named_and_not_read() -> None:
    book = made()
    book.active["B3"].comment = Comment("put off until autumn", "Chair")
    document = read(saved(book))
    assert "autumn" not in document.blocks[-1].text
    (notice,) = document.notices
    assert (notice.code, notice.where) == (NoticeCode.COMMENTS_LEFT, "sheet Aims")
    assert "have comments, which were not read: B3." in notice.message


def test_formulas_without_their_values_are_named() -> None:
    book = made()
    book.active["A3"] = '=CONCATENATE("Visit", " homes")'
    (notice,) = read(saved(book)).notices
    assert (notice.code, "which were not read: A3." in notice.message) == (NoticeCode.WORDS_LOST, True)


def test_headers_and_footers_of_the_printed_sheet_are_furniture() -> None:
    book = made()
    book.active.oddHeader.left.text = 'Plan &"Arial,Bold"&12of Wexcombe'
    book.active.oddFooter.center.text = "Page &P of &N"
    blocks = read(saved(book)).blocks
    assert [(one.kind, one.text) for one in blocks[-2:]] == [
        (BlockKind.FURNITURE, "Plan of Wexcombe"),
        (BlockKind.FURNITURE, "Page of"),
    ]


@pytest.mark.parametrize(("column", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_letters_of_columns(column: int, letters: str) -> None:
    assert letters_of(column) == letters


def test_a_workbook_that_cannot_be_taken_apart_has_no_formats() -> None:
    assert formats_of(b"PK\x03\x04") == {}
    assert formats_of(BytesIO().getvalue()) == {}


def test_columns_behind_the_letters() -> None:
    book = Workbook()
    book.active["AB2"].value = 0.5
    book.active["AB2"].number_format = "0%"
    assert formats_of(saved(book))["Sheet"].codes[1, 27] == "0%"
