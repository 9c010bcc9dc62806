"""What an .ods spreadsheet says of its cells."""

import pytest

from ingest.readers import read
from ingest.readers.open_cells import open_cells
from inspections.notice_codes import NoticeCode
from tests.office import open_spreadsheet


def sheet(*rows: str, front: str = "", automatic: str = "", styles: str = "") -> bytes:
    """An .ods spreadsheet of one sheet with these rows, each given as the elements of its cells."""
    inner = "".join(
        row if row.startswith("<table:table-row") else f"<table:table-row>{row}</table:table-row>" for row in rows
    )
    table = f'<table:table table:name="Actions">{front}{inner}</table:table>'
    return open_spreadsheet(table, automatic, styles)


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


def test_a_cell_over_rows_and_columns_covers_all_its_places() -> None:
    over_both = 'table:number-rows-spanned="2" table:number-columns-spanned="2"'
    data = sheet(
        cell("Area") + cell("Theme") + cell("Action"),
        cell("Help", more=over_both) + COVERED + cell("Visit"),
        COVERED + COVERED + cell("Plan"),
        cell("Care") + cell("Homes") + cell("See"),
    )
    rows = read(data).blocks[-1].rows
    assert [(one.merged, one.across) for row in rows[1:3] for one in row.cells] == [
        *((False, False), (True, True), (False, False)),
        *((True, False), (True, True), (False, False)),
    ]
    assert not any(one.merged for one in rows[3].cells)


def noticed(data: bytes) -> list[tuple[NoticeCode, str]]:
    return [(notice.code, notice.message) for notice in read(data).notices]


def style(name: str, properties: str) -> str:
    return f'<style:style style:name="{name}">{properties}</style:style>'


HEAD = cell("Action") + cell("Lead")


def test_hidden_columns_are_read_and_named() -> None:
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>'
    ((code, message),) = noticed(sheet(HEAD, cell("Plan") + cell("Bo"), front=columns))
    assert (code, "but were read: B." in message) == (NoticeCode.TEXT_HIDDEN, True)


def test_a_hidden_sheet_is_left_out_and_named() -> None:
    hidden = style("h", '<style:table-properties table:display="false"/>')
    row = f"<table:table-row>{HEAD}</table:table-row>"
    shown = f'<table:table table:name="A">{row}</table:table>'
    left_out = f'<table:table table:name="B" table:style-name="h">{row}</table:table>'
    assert [code for code, _ in noticed(open_spreadsheet(shown + left_out, hidden))] == [NoticeCode.TEXT_HIDDEN]


STRUCK = style("x", '<style:text-properties style:text-line-through-style="solid"/>')


@pytest.mark.parametrize(
    "given",
    [
        cell('Visit <text:span text:style-name="x">all</text:span>') + cell("Ann"),
        cell("Visit all", more='table:style-name="x"') + cell("Ann"),
    ],
    ids=["a word", "the cell"],
)
def test_struck_words_are_read_and_named(given: str) -> None:
    data = sheet(HEAD, given, automatic=STRUCK)
    assert texts(data)[1] == ("Visit all", "Ann")
    ((code, message),) = noticed(data)
    assert (code, "but were read: A2." in message) == (NoticeCode.TEXT_STRUCK, True)


def test_words_that_are_not_shown_are_named() -> None:
    unseen = (
        '<style:style style:name="x" style:family="text"><style:text-properties text:display="none"/></style:style>'
    )
    data = sheet(HEAD, cell('<text:span text:style-name="x">all</text:span>') + cell("Ann"), automatic=unseen)
    ((code, message),) = noticed(data)
    assert (code, "cannot be seen, but were read: A2." in message) == (NoticeCode.TEXT_HIDDEN, True)


def test_comments_are_named_and_not_read() -> None:
    comment = "<office:annotation><text:p>put off</text:p></office:annotation>"
    data = sheet(HEAD, cell("Visit") + cell("Ann").replace("<text:p>", f"{comment}<text:p>"))
    assert texts(data)[1] == ("Visit", "Ann")
    ((code, message),) = noticed(data)
    assert (code, "have comments, which were not read: B2." in message) == (NoticeCode.COMMENTS_LEFT, True)


@pytest.mark.parametrize("words", ["Ann", ""])
def test_words_of_text_boxes_are_counted_and_no_words_of_cells(words: str) -> None:
    box = "<draw:frame><draw:text-box><text:p>put off</text:p></draw:text-box></draw:frame>"
    shapes = "<table:shapes><draw:custom-shape><text:p>for ever</text:p></draw:custom-shape></table:shapes>"
    own = cell(words).replace("<text:p>", f"{box}<text:p>")
    data = sheet(HEAD, cell("Visit") + own, front=shapes)
    assert texts(data)[1] == ("Visit", words)
    ((code, message),) = noticed(data)
    assert (code, "4 words stand in text boxes" in message) == (NoticeCode.TEXT_IN_ANNOTATIONS, True)


def test_a_cell_tells_that_it_is_coloured_by_its_own_style_or_that_of_its_column() -> None:
    red = style("red", '<style:table-cell-properties fo:background-color="#ff0000"/>')
    column = '<table:table-column/><table:table-column table:default-cell-style-name="red"/>'
    data = sheet(HEAD, cell("Visit", more='table:style-name="red"') + cell("Ann"), automatic=red, front=column)
    assert [[bool(one.colour) for one in row.cells] for row in read(data).blocks[-1].rows] == [
        [False, True],
        [True, True],
    ]


def test_headers_and_footers_of_the_printed_sheet_are_furniture() -> None:
    page = "<style:master-page><style:header><text:p>Draft <text:s/>plan</text:p></style:header></style:master-page>"
    empty = '<style:footer style:display="false"><text:p>gone</text:p></style:footer>'
    blocks = read(sheet(HEAD, cell("Visit") + cell("Ann"), styles=page + empty)).blocks
    assert [block.text for block in blocks if block.place.where == "header or footer"] == ["Draft plan"]


def test_many_empty_cells_take_no_time() -> None:
    empty = '<table:table-cell table:style-name="x" table:number-columns-repeated="16384"/>'
    rows = f'<table:table-row table:number-rows-repeated="2000">{empty}</table:table-row>'
    assert not open_cells(sheet(HEAD, rows, automatic=STRUCK))["Actions"].struck


def test_what_cannot_be_taken_apart_says_nothing() -> None:
    assert open_cells(b"PK\x03\x04") == {}
