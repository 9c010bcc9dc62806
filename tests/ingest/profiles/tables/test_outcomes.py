"""Tables of outcomes as documents: what opens one, its title and day, and what stands around it."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from ingest.extract import extract
from tests.ingest.profiles.tables.made import AFTER, GRADES, HEAD, ROW, codes, only, read

TABLES = Path(__file__).resolve().parents[4].parent / "shared" / "documents" / "tables"


def workbook(**sheets: list[str]) -> bytes:
    """A workbook with sheets of these rows, their cells parted by commas."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row.split(",")])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


TABLE = [f"{HEAD},{GRADES}", ROW, AFTER]
COVER = ["Outcomes of made-up inspections", "Section,Detail", "Published on:,2 March 2024", "Status:,Invented"]


def test_a_workbook_is_one_table_with_title_day_and_notes():
    extraction = extract(workbook(Cover=COVER, Latest=["Latest results", *TABLE], History=TABLE))
    report = only(extraction)
    assert (report.kind, report.title, report.authority) == ("outcomes-table", "Outcomes of made-up inspections", None)
    assert report.published is not None
    assert report.published.iso == "2024-03-02"
    assert len(report.judgements) == 9
    assert report.judgements[0].place.where == "sheet Latest, row 3; sheet History, row 2"
    assert "Status: | Invented" in [one.text for one in report.findings]
    assert codes(extraction) == []


def test_sentences_on_the_cover_of_a_workbook_are_notes_of_its_table():
    note = "Inspectors visit each of the invented councils once in every third year and write down what they have seen."
    extraction = extract(workbook(Cover=[*COVER, f"Notes:,{note}"], Latest=TABLE))
    report = only(extraction)
    assert report.published is not None
    assert report.title == "Outcomes of made-up inspections"
    assert f"Notes: | {note}" in [one.text for one in report.findings]
    assert extraction.ledger is not None
    assert extraction.ledger.left_out == 0


def test_a_table_without_title_and_day_says_until_when_it_reaches():
    report = only(read(ROW, AFTER))
    assert report.title == "Table of the outcomes of inspections published up to 11 September 2023"
    assert report.published is None
    assert next(notice.code for notice in report.notices) == "publication-date-missing"


def test_a_column_of_grades_that_nobody_knows_is_an_error():
    extraction = read(f"{ROW},Good", f"{AFTER},Good", head=f"{HEAD},{GRADES},Shoe polishing")
    assert "unknown-column" in codes(extraction)


def test_a_paper_that_quotes_a_table_is_no_table():
    text = "\n\n".join(
        [
            "Report to the committee",
            "What our neighbours were given is in the table below, with much to be said of it. " * 30,
        ]
    )
    rows = "\n".join(row.replace(",", "\t") for row in TABLE)
    assert "outcomes-table" not in [report.kind for report in extract(f"{text}\n\n{rows}\n".encode()).reports]


def test_a_table_of_something_else_is_none():
    assert extract(b"Local authority,Date,Children,Budget\nKent,2022,100,2\nMedway,2022,50,1\n").status == "refused"


@pytest.mark.skipif(not TABLES.exists(), reason="the shared documents are not here")
@pytest.mark.parametrize(
    ("name", "judgements", "themes"),
    [("outcomes-*.ods", 1187, 60), ("ilacs-overview-*.xlsx", 756, 0), ("ilacs-history-*.csv", 1429, 0)],
)
def test_published_tables_are_read_whole(name, judgements, themes):
    (path,) = TABLES.glob(name)
    extraction = extract(path.read_bytes())
    report = only(extraction)
    assert (len(report.judgements), sum(one.theme is not None for one in report.mentions)) == (judgements, themes)
    assert extraction.ledger is not None
    assert extraction.ledger.left_out == 0
    assert all(one.inspection and one.inspection.authority for one in report.judgements)
