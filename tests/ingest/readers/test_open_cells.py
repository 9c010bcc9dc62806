"""What an .ods spreadsheet says of its cells."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from ingest.readers import read
from ingest.readers.open_cells import open_cells
from inspections.notice_codes import NoticeCode

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


def sheet(*rows: str, name: str = "Actions") -> bytes:
    """An .ods spreadsheet of one sheet with these rows, each given as the elements of its cells."""
    inner = "".join(
        row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>" for row in rows
    )
    content = (
        f'<office:document-content {NAMES}><office:body><office:spreadsheet><table:table table:name="{name}">{inner}'
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    manifest = (
        f'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entry}'
        "</manifest:manifest>"
    )
    written = BytesIO()
    with ZipFile(written, "w") as package:
        package.writestr("mimetype", MIMETYPE)
        package.writestr("content.xml", content)
        package.writestr("META-INF/manifest.xml", manifest)
    return written.getvalue()


def cell(words: str, value: str = "", kind: str = "float", more: str = "") -> str:
    given = f'office:value-type="{kind}" office:value="{value}"' if value else 'office:value-type="string"'
    if kind == "date":
        given = f'office:value-type="date" office:date-value="{value}"'
    return f"<table:table-cell {given} {more}><text:p>{words}</text:p></table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def texts(data: bytes) -> list[tuple[str, ...]]:
    return [row.texts for row in read(data).blocks[-1].rows]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (cell("90%", "0.9", "percentage"), "90%"),
        (cell("£1,200", "1200", "currency"), "£1,200"),
        (cell("1.10", "1.1"), "1.10"),
        (cell("###", "1.1"), "1.1"),
        (cell("March 2025", "2025-03-01", "date"), "March 2025"),
        (cell("01/03/25", "2025-03-01", "date"), "1 March 2025"),
        (cell("Visit"), "Visit"),
    ],
)
def test_cells_are_read_as_they_are_shown(given: str, words: str) -> None:
    assert texts(sheet(cell("Aim") + cell("Target"), cell("Visit") + given))[1] == ("Visit", words)


def test_a_merged_cell_covers_the_places_that_the_file_names() -> None:
    data = sheet(
        cell("Action") + cell("Lead"),
        cell("Visit") + cell("Ann", more='table:number-rows-spanned="2"'),
        cell("Plan") + COVERED,
    )
    table = read(data).blocks[-1]
    assert [one.merged for row in table.rows for one in row.cells] == [False] * 5 + [True]
    assert not table.rows[2].cells[1].across


def test_a_cell_over_two_columns_covers_the_second() -> None:
    data = sheet(
        cell("Action") + cell("Lead"),
        cell("Visit", more='table:number-columns-spanned="2"') + COVERED,
        cell("Plan") + cell("Ann"),
    )
    cells = read(data).blocks[-1].rows[1].cells
    assert [(one.merged, one.across) for one in cells] == [(False, False), (True, True)]


def test_a_cell_keeps_the_address_to_which_it_leads() -> None:
    link = '<table:table-cell office:value-type="string"><text:p><text:a xlink:href="https://x.test/1">Kent</text:a></text:p></table:table-cell>'
    table = read(sheet(cell("Name") + cell("Grade"), link + cell("Good"))).blocks[-1]
    assert [one.link for row in table.rows for one in row.cells] == ["", "", "https://x.test/1", ""]


def test_rows_and_cells_that_repeat_count() -> None:
    data = sheet(
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>',
        '<table:table-cell table:number-columns-repeated="2"/>' + cell("90%", "0.9", "percentage"),
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>',
    )
    assert open_cells(data)["Actions"].texts == {(2, 2): "90%"}


def test_hidden_rows_are_read_and_named() -> None:
    hidden = f'<table:table-row table:visibility="filter">{cell("Plan")}{cell("Bo")}</table:table-row>'
    document = read(sheet(cell("Action") + cell("Lead"), hidden))
    assert document.blocks[-1].rows[1].texts == ("Plan", "Bo")
    (notice,) = document.notices
    assert (notice.code, "read: 2." in notice.message) == (NoticeCode.TEXT_HIDDEN, True)


def test_what_cannot_be_taken_apart_says_nothing() -> None:
    assert open_cells(b"PK\x03\x04") == {}
