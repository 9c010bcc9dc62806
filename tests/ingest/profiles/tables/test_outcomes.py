"""Tables of outcomes as documents: what opens one, its title and day, and what stands around it."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from ingest.extract import extract
from inspections.notice_codes import NoticeCode
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


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Published by:,Ofsted", True),
        ("Publisher:,Ofsted", True),
        ("Issued by:,Office for Standards in Education", True),
        ("Contact:,figures@ofsted.gov.uk", True),
        ("Source of the links:,the pages of Ofsted", False),
        ("About:,inspections by Ofsted of invented councils", False),
    ],
)
def test_a_table_says_whether_the_inspectorate_published_it(line: str, told: bool):
    assert only(extract(workbook(Cover=[*COVER, line], Latest=TABLE))).by_inspectorate is told


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


def notices(extraction):
    return [(one.level, one.code, one.message, one.line, one.where) for one in only(extraction).notices]


def test_what_the_table_lacks_or_holds_beside_inspections_is_told():
    head = f"{HEAD},{GRADES},Shoe polishing,Notes"
    found = notices(read(f"{ROW},Good,x", f"{AFTER},Good,y", head=head))
    assert found[:3] == [
        (
            "info", "publication-date-missing",
            "The table does not say when it was published. The newest report in it was published on 11 September 2023.",
            1, "row 1",
        ),
        (
            "error", "unknown-column",
            "The column “Shoe polishing” holds grades, but it is not known of what; they were left out.", 2, "row 2",
        ),
        (
            "info", "unknown-column",
            "Columns that say nothing of an inspection are kept in the words of their rows only: Notes.", 2, "row 2",
        ),
    ]  # fmt: skip


def test_the_day_of_publication_stands_behind_its_label_in_a_row_or_a_line():
    for line in ("Published on: 2 March 2024", "Date published:\t2 March 2024"):
        text = "\n\n".join(("Outcomes", line, "\n".join(row.replace(",", "\t") for row in TABLE)))
        report = only(extract(text.encode()))
        assert (report.published and report.published.iso, report.title) == ("2024-03-02", "Outcomes")


def test_a_table_that_goes_on_has_the_header_of_the_one_before():
    rows = [row.replace(",", "\t") for row in TABLE]
    more = ROW.replace("Kent,886", "Essex,881").replace(",", "\t")
    text = "\n\n".join(("Outcomes", "\n".join(rows), "\n".join((more, more.replace("Essex\t881", "Surrey\t936")))))
    report = only(extract(text.encode()))
    assert [one.authority and one.authority.name for one in report.mentions] == ["Kent", "Medway", "Essex", "Surrey"]


def test_what_stands_around_the_tables_is_kept_in_its_sections():
    notes = "All of this was made up for a test of tables, and not one word of it is true."
    rows = "\n".join(row.replace(",", "\t") for row in TABLE)
    text = "\n\n".join(("Outcomes", notes, "NOTES ON THE TABLE", notes, "Team\tPosts\nDuty\t4", rows))
    report = only(extract(text.encode()))
    assert [one.anchor for one in report.sections] == ["notes-on-the-table"]
    assert [(one.anchor, one.text) for one in report.findings] == [
        ("cover-1", notes),
        ("notes-on-the-table-1", notes),
        ("notes-on-the-table-2", "Team | Posts"),
        ("notes-on-the-table-3", "Duty | 4"),
    ]


def test_rows_above_the_header_are_notes_and_one_of_an_authority_is_a_row() -> None:
    head, *rows = TABLE
    alone = only(extract(workbook(Latest=["Latest results", head, *rows])))
    noted = only(extract(workbook(Latest=["Latest results", "Filter:,All of them", head, *rows, "Total: some"])))
    assert noted.judgements
    assert len(noted.judgements) == len(alone.judgements)
    assert [one.text for one in noted.findings] == ["Filter: | All of them", "Total: some"]
    assert NoticeCode.TEXT_NOT_TAKEN not in codes(extract(workbook(Latest=["Filter:,All of them", head, *rows])))
    sorted_up = only(extract(workbook(Latest=[rows[0], head, *rows[1:]])))
    assert len(sorted_up.judgements) == len(alone.judgements)
