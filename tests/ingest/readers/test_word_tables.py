from docx.oxml import parse_xml

from ingest.readers.word_tables import cells_of, is_deleted, property_of, rows_of, sets_table
from tests.office import W


def element(xml: str):
    return parse_xml(xml.replace(">", f" {W}>", 1))


CELL = "<w:tc><w:p/></w:tc>"


def test_rows_and_cells_are_found_inside_content_controls() -> None:
    table = element(
        f"<w:tbl><w:tr>{CELL}</w:tr><w:sdt><w:sdtContent><w:tr>{CELL}{CELL}</w:tr></w:sdtContent></w:sdt></w:tbl>"
    )
    assert [len([*cells_of(row)]) for row in rows_of(table)] == [1, 2]


def test_a_row_that_a_change_deletes_is_told() -> None:
    assert is_deleted(element("<w:tr><w:trPr><w:del/></w:trPr></w:tr>"))
    assert not is_deleted(element("<w:tr></w:tr>"))


def test_properties_are_those_of_their_group() -> None:
    cell = element('<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr></w:tc>')
    assert (property_of(cell, "tcPr", "gridSpan"), property_of(cell, "trPr", "gridSpan")) == ("2", None)


def test_a_table_of_several_rows_and_columns_stands_by_itself() -> None:
    row = f"<w:tr>{CELL * 3}</w:tr>"
    assert sets_table(element(f"<w:tbl>{row}{row}</w:tbl>"))
    assert not sets_table(element(f"<w:tbl>{row}</w:tbl>"))
