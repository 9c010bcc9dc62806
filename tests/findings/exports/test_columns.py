"""Columns: names that stay, values with their types, and cells that no spreadsheet runs."""

import re
from datetime import date

import pytest

from findings.exports.columns import ExportColumn, cell, chosen, fact, known_names, of, with_values_made_once
from findings.exports.recommendations import RECOMMENDATION_COLUMNS
from findings.views.datasets import DATASETS
from tests.findings.exports.downloads import download, rows
from tests.pages.story import tell

RECOMMENDATION_NAMES = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_name", "new_la_code",
    "old_la_code", "la_name", "framework", "inspection_start", "inspection_end", "inspection_published",
    "recommendation_ref", "recommendation", "part_of", "text", "addressee", "timescale", "domain", "about_domains",
    "domains_suggested",
    "themes", "themes_source", "section", "paragraphs_cited", "answered", "restates",
    "permanent_link", "citation",
    "report_kind", "report_title", "report_published", "source_document", "source_sha256", "source_page", "source_line",
    "source_place", "anchor", "value_source", "confirmed", "reader", "profile", "as_at", "licence", "sample",
)  # fmt: skip


def test_names_of_columns_are_stable_and_in_snake_case():
    assert tuple(column.name for column in RECOMMENDATION_COLUMNS) == RECOMMENDATION_NAMES
    for dataset in DATASETS:
        names = [column.name for column in dataset.columns]
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name) for name in names)
        assert all(column.description and column.title for column in dataset.columns)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_what_a_spreadsheet_would_run_is_defused(sign):
    assert cell(f"{sign}HYPERLINK(1)") == f"'{sign}HYPERLINK(1)"


@pytest.mark.parametrize(("value", "text"), [(None, ""), ("", ""), ("a=1", "a=1"), (2015, "2015"), ("'=1", "'=1")])
def test_other_cells_stay_as_they_are(value, text):
    assert cell(value) == text


def test_values_keep_their_types_in_json_and_are_texts_in_csv():
    for value, as_fact, as_cell in (
        (None, None, ""),
        ("", None, ""),
        ((), None, ""),
        (0, 0, "0"),
        (2015, 2015, "2015"),
        (True, True, "yes"),
        (False, False, "no"),
        (("19", "30"), ["19", "30"], "19 30"),
        (date(2020, 3, 31), "2020-03-31", "2020-03-31"),
        ("=1", "=1", "'=1"),
        (("=1", "2"), ["=1", "2"], "'=1 2"),
    ):
        assert fact(value) == as_fact
        assert type(fact(value)) is type(as_fact)
        assert cell(value) == as_cell


def test_a_column_has_a_title_for_people():
    titles = [ExportColumn(name, "What", of("x")).title for name in ("new_la_code", "source_sha256", "la_name", "text")]
    assert titles == ["New LA code", "Source SHA-256", "LA name", "Text"]


@pytest.mark.django_db
def test_a_column_can_be_chosen_by_its_former_name(client):
    tell()
    assert list(rows(download(client, "judgements-csv", "?columns=standing"))[0]) == ["is_preferred"]


def test_former_names_choose_and_are_known():
    columns = (ExportColumn("new", "What", of("x"), formerly="old"), ExportColumn("other", "What", of("x")))
    assert known_names(columns) == {"new", "old", "other"}
    assert [column.name for column in chosen(columns, ["old"])] == ["new"]
    assert [column.name for column in chosen(columns, [])] == ["new", "other"]


def test_a_column_that_is_the_same_in_all_rows_is_made_once_for_each_file():
    made: list[str] = []

    def once() -> str:
        made.append("made")
        return "2026"

    columns = with_values_made_once([ExportColumn("day", "What", lambda row, site: once(), once=once)])
    assert [column.value(row, "") for column in columns for row in range(3)] == ["2026"] * 3
    assert made == ["made"]


def test_a_path_ends_where_a_value_is_missing():
    column = of("report.source.name")
    assert column(object(), "") is None
