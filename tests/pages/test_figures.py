"""Figures on pages and in files: what is said of each, and that nothing hidden is told."""

import pytest
from django.test import Client
from django.urls import reverse

from findings.corrections.figures import decide_figures
from findings.models import Finding
from findings.publication import set_visibility
from findings.search.entries import index_report
from inspections.vocabulary import Visibility
from tests import builders as build
from tests.findings.exports.downloads import csv_rows
from tests.markup import squeeze

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]
TEXT = "Managers are new. In May 2015, 87.5% of reviews were held in time. Now £1,500 is paid, and 12 plans are late."
WHY = "Read by a person."


@pytest.fixture
def finding() -> Finding:
    row = build.finding(build.report(of=build.inspection()), "19", text=TEXT)
    index_report(row.report_id)
    return row


def page(client: Client, address: str) -> str:
    return squeeze(client.get(address).content.decode())


def test_the_list_shows_each_figure_in_its_sentence_and_marks_it_as_suggested(client, finding):
    html = page(client, reverse("figures"))
    assert "87.5%" in html
    assert "In May 2015, <mark>87.5%</mark> of reviews were held in time." in html
    assert "Managers are new" not in html
    assert "£1,500" in html
    assert "As at 2015-05" in html
    assert html.count('kb-tag--plain">Suggested') == 3


def test_a_decided_figure_is_marked_as_such(client, finding):
    decide_figures(finding, "12 | plans | plans that are late | | 12", WHY, build.editor())
    html = page(client, reverse("figures"))
    assert "Decided by a person" in html
    assert "87.5%" not in html
    (row,) = csv_rows(client, reverse("figures-csv"))
    assert (row["value"], row["value_source"]) == ("12", "person")


def test_files_tell_where_a_figure_stands_and_how_it_is_printed(client, finding):
    first, second, third = csv_rows(client, reverse("figures-csv"))
    assert (first["value"], first["unit"], first["counted"]) == ("87.5", "percent", "reviews were held in time")
    assert (first["figure_as_at"], first["printed"], first["paragraph_ref"]) == ("2015-05", "87.5%", "19")
    assert first["value_source"] == "machine"
    assert first["permanent_link"].endswith("/para-19/#figure-1")
    assert (first["framework"], first["source_page"]) == ("sif", "2")
    assert (second["value"], second["unit"]) == ("1500", "pounds")
    assert third["permanent_link"].endswith("#figure-3")
    assert client.get(reverse("figures-json")).status_code == 200


def test_the_page_of_a_paragraph_shows_its_figures_below_its_text(client, finding):
    html = page(client, finding.get_absolute_url())
    assert "Figures read from this paragraph" in html
    assert 'id="figure-3"' in html
    assert "They are suggestions until a person confirms them." in html


def test_a_paragraph_without_figures_says_nothing_of_them(client, finding):
    other = build.finding(finding.report, "20", text="Managers are new.")
    assert "Figures read" not in page(client, other.get_absolute_url())


def test_nothing_is_told_of_a_hidden_report(client, finding):
    set_visibility(finding.report, Visibility.HIDDEN, WHY, build.editor())
    assert "87.5%" not in page(client, reverse("figures"))
    assert csv_rows(client, reverse("figures-csv")) == []


def test_a_series_stands_in_a_table_and_is_drawn_from_five_reports_on(client):
    authority = build.authority()
    for year in range(2011, 2016):
        row = build.report(authority=authority, published=f"{year}-05-01", year=year)
        build.finding(row, "1", text=f"In {year} there were {year - 2000} children in homes of the council.")
        index_report(row.pk)
        html = page(client, reverse("figure-series", args=[authority.slug]))
        assert ("<svg" in html.split("<main")[1]) is (year == 2015)
    assert "Stated by 5 reports" in html
    assert "15 children" in html


def test_an_authority_without_series_says_so(client, finding):
    assert "No two reports of" in page(client, reverse("figure-series", args=[finding.report.authority.slug]))
    assert client.get(reverse("figure-series", args=["nowhere"])).status_code == 404
