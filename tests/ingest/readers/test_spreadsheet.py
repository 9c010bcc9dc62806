from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from ingest.blocks import BlockKind
from ingest.notices import Refused
from ingest.readers import read, spreadsheet
from inspections.documents.media_types import MediaType
from inspections.notice_codes import NoticeCode
from tests.office import retyped, saved, workbook

HEAD = ("Ref", "Action", "Lead", "By when")


def rows(data: bytes) -> list[tuple[str, ...]]:
    return [row.texts for block in read(data).blocks for row in block.rows]


def test_a_sheet_is_a_heading_and_a_table_with_the_places_of_its_rows() -> None:
    document = read(workbook(("Improvement plan for Wexcombe",), (), HEAD, (1, "Audit plans", "Ann", "May")))
    title, heading, table = document.blocks
    assert (heading.kind, heading.text) == (BlockKind.HEADING, "Actions")
    assert (title.text, title.place.where) == ("Improvement plan for Wexcombe", "sheet Actions, row 1")
    assert [row.place.where for row in table.rows] == ["sheet Actions, row 3", "sheet Actions, row 4"]
    assert table.rows[1].texts == ("1", "Audit plans", "Ann", "May")
    assert document.pages is None


def test_the_name_of_a_sheet_that_nobody_named_is_furniture() -> None:
    assert read(workbook(HEAD, (1, "a", "b", "c"), name="Sheet1")).blocks[0].kind is BlockKind.FURNITURE
    assert read(workbook(HEAD, (1, "a", "b", "c"), name="Action sheet")).blocks[0].kind is BlockKind.HEADING


def test_empty_rows_and_columns_fall_away() -> None:
    made = workbook(("", "Ref", "", "Action"), ("", 1, "", "Audit"), (), ("", 2, "", "Train"))
    assert rows(made) == [("Ref", "Action"), ("1", "Audit"), ("2", "Train")]


def test_a_merged_cell_stands_at_its_first_place() -> None:
    given = (("Area", "Action"), ("Plans", "Audit"), (None, "Train"), ("Staff", None), ("Homes", "Visit"))
    table = read(workbook(*given, merged=("A2:A3", "A4:B4"))).blocks[-1]
    assert [row.texts for row in table.rows] == [tuple(words or "" for words in row) for row in given]
    assert [row.cells[0].merged for row in table.rows] == [False, False, True, False, False]
    assert [table.rows[at].cells[column].across for at, column in ((2, 0), (3, 1))] == [False, True]


def test_a_cell_keeps_its_lines_as_paragraphs() -> None:
    table = read(workbook(HEAD, (1, "Audit plans\nTrain staff", "Ann", "May"))).blocks[-1]
    assert table.rows[1].cells[1].paragraphs == ("Audit plans", "Train staff")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (3.0, "3"),
        (0.1 + 0.2, "0.3"),
        (2.75, "2.75"),
        (True, "Yes"),
        (date(2015, 11, 27), "27 November 2015"),
        (datetime(2015, 11, 27), "27 November 2015"),
        (datetime(2015, 11, 27, 14, 30), "27 November 2015 14:30"),
        (time(9, 5), "09:05"),
        ("Q3 2025/26", "Q3 2025/26"),
    ],
)
def test_values_are_printed_as_a_person_reads_them(value: object, words: str) -> None:
    assert spreadsheet.shown(value) == words


def test_a_hidden_sheet_is_left_out_and_named() -> None:
    book = Workbook()
    book.active.append(HEAD)
    book.active.append((1, "Audit", "Ann", "May"))
    secret = book.create_sheet("Costs")
    secret.append(("secret", "words"))
    secret.sheet_state = "hidden"
    document = read(saved(book))
    assert "secret" not in " ".join(block.text for block in document.blocks)
    assert [notice.code for notice in document.notices] == [NoticeCode.TEXT_HIDDEN]
    assert "Costs" in document.notices[0].message


def test_every_visible_sheet_is_read() -> None:
    book = Workbook()
    for name in ("Plans", "Visits"):
        sheet = book.create_sheet(name)
        sheet.append(HEAD)
        sheet.append((1, f"Audit {name}", "Ann", "May"))
    assert [block.text for block in read(saved(book)).blocks if block.kind is BlockKind.HEADING] == ["Plans", "Visits"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (workbook(HEAD, (1, "a", "b", "c"))[:-700], NoticeCode.DAMAGED_FILE),
        (workbook(), NoticeCode.EMPTY),
    ],
    ids=["truncated", "without words"],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: NoticeCode) -> None:
    with pytest.raises(Refused) as caught:
        read(data)
    assert caught.value.notice.code is code


def test_a_workbook_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MAX_CELLS", 7)
    with pytest.raises(Refused) as caught:
        read(workbook(HEAD, (1, "a", "b", "c")))
    assert caught.value.notice.code is NoticeCode.TOO_LARGE


OLD = workbook(HEAD, (1, "Visit", 0.9, 45200), (2, "Audit", 12.5, "May"))
PLAIN = workbook(HEAD, (1, "Visit", 12.5, 2026), (2, "Audit", 0, 1))


@pytest.mark.parametrize("media_type", [MediaType.EXCEL_97, MediaType.EXCEL_BINARY])
def test_older_formats_doubt_numbers_that_may_be_percentages_or_dates(media_type: MediaType) -> None:
    (notice, _) = spreadsheet.read(OLD, media_type).notices
    assert (notice.code, notice.where) == (NoticeCode.NUMBERS_UNFORMATTED, "sheet Actions")
    assert "0.9 (row 2), 45200 (row 2)." in notice.message
    assert [one.code for one in spreadsheet.read(PLAIN, media_type).notices] == [NoticeCode.LOOKS_UNKNOWN]


def test_formats_that_tell_how_numbers_are_shown_are_not_doubted() -> None:
    assert spreadsheet.read(OLD, MediaType.EXCEL).notices == ()


@pytest.mark.parametrize(
    "kind",
    [
        "openxmlformats-officedocument.spreadsheetml.template.main+xml",
        "ms-excel.sheet.macroEnabled.main+xml",
        "ms-excel.template.macroEnabled.main+xml",
    ],
)
def test_templates_and_workbooks_with_macros_are_read(kind: str) -> None:
    usual = "openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert rows(retyped(workbook(HEAD, (1, "Visit", "Ann", "May")), usual, kind))[1] == ("1", "Visit", "Ann", "May")


def test_the_name_of_a_sheet_without_a_table_heads_its_words_except_on_the_cover() -> None:
    book = Workbook()
    book.active.title = "Cover"
    book.active.append(("Plan for Wexcombe",))
    book.create_sheet("Lists").append(("Plans may be red or green.",))
    found = [(block.kind, block.text) for block in read(saved(book)).blocks]
    assert found == [
        (BlockKind.HEADING, "Plan for Wexcombe"),
        (BlockKind.FURNITURE, "Cover"),
        (BlockKind.HEADING, "Lists"),
        (BlockKind.PARAGRAPH, "Plans may be red or green."),
    ]
