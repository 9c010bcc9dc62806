"""Workbooks: text stays text, numbers are numbers, nothing runs, and what Excel cannot hold is not lost in silence."""

import io
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from findings.exports import xlsx
from findings.exports.columns import ExportColumn
from findings.exports.xlsx import CUT, MOST_CHARACTERS, About, write_workbook
from tests.findings.exports.downloads import shown_in, workbook
from tests.pages.story import tell

VALUE = ExportColumn("value", "A value.", lambda row, site: row)


def written(values: Iterable[object], note: str = "") -> Workbook:
    file = io.BytesIO()
    write_workbook(file, [VALUE], values, "", About("Values", "https://example.org/values.csv", note))
    return load_workbook(file)


@pytest.mark.parametrize("text", ["1.10", "2013-11", "01234", "=1+1", "-", "https://example.org/", "a\nb"])
def test_a_text_stays_the_text_that_it_is(text):
    cell = written([text]).worksheets[0]["A2"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")


def test_only_whole_numbers_and_decimals_are_numbers():
    sheet = written([3, Decimal("2.5"), True, date(2013, 11, 1), ("a", "b"), None]).worksheets[0]
    assert [sheet.cell(row, 1).value for row in range(2, 8)] == [3, 2.5, "yes", "2013-11-01", "a b", None]


def test_a_text_that_a_cell_cannot_hold_ends_with_a_remark():
    sheet = written(["x" * MOST_CHARACTERS, "x" * (MOST_CHARACTERS + 1)]).worksheets[0]
    assert sheet["A2"].value == "x" * MOST_CHARACTERS
    assert len(sheet["A3"].value) == MOST_CHARACTERS
    assert sheet["A3"].value.endswith(CUT)


def test_rows_that_a_sheet_cannot_hold_go_on_in_another(monkeypatch):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 3)
    book = written("abcde")
    assert book.sheetnames == ["Values", "Values 2", "Values 3", "About"]
    assert [[cell.value for cell in sheet["A"]] for sheet in book.worksheets[:3]] == [
        ["value", "a", "b"],
        ["value", "c", "d"],
        ["value", "e"],
    ]


def test_the_last_sheet_says_what_the_file_is():
    about = written([], note="The first ten.").worksheets[-1]
    assert [shown_in(about, row) for row in (1, 2, 3, 4)] == [
        ["Title", "Values"],
        ["Address", "https://example.org/values.csv"],
        ["Note", "The first ten."],
        ["value", "A value."],
    ]


@pytest.mark.django_db
def test_a_list_is_downloaded_under_its_filters_and_former_addresses_lead_there(client):
    tell()
    query = "?columns=recommendation_ref"
    response = client.get(reverse("recommendations-excel") + query)
    assert response.headers["Content-Type"] == xlsx.MEDIA_TYPE
    assert response.headers["Content-Disposition"] == 'attachment; filename="recommendations.xlsx"'
    sheet = workbook(client, "recommendations-excel", query).worksheets[0]
    assert shown_in(sheet, 1) == ["recommendation_ref"]
    former = client.get(f"/recommendations-excel.csv{query}")
    assert (former.status_code, former.headers["Location"]) == (301, f"/recommendations.xlsx{query}")
