"""Records that are asked for by their number, under an authority or a report."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from findings.search import numbered
from findings.search.entries import index_report
from findings.search.filters import SearchFilterSet
from findings.search.reports import report_key
from inspections.models import Report
from tests import builders

pytestmark = pytest.mark.django_db


def told(kind: str, published: str, **values) -> Report:
    report = builders.report(kind, published=published, year=int(published[:4]), **values)
    builders.finding(report, "38")
    builders.finding(report, "138")
    builders.recommendation(report, "6")
    index_report(report.pk)
    return report


def asked(typed: str, more: str = "") -> list[tuple[int | None, str]]:
    query = QueryDict(mutable=True)
    query["q"] = typed
    query.update(QueryDict(more))
    found = numbered.numbered_records(SearchFilterSet(query))
    return [(one.report.year, one.anchor) for one in found.records] if found else []


@pytest.fixture
def reports() -> tuple[Report, Report]:
    return told("sif", "2015-11-27"), told("ilacs", "2023-09-11")


@pytest.mark.parametrize(
    ("typed", "records"),
    [
        ("Wexcombe 2015 paragraph 38", [(2015, "para-38")]),
        ("paragraph 38 of Wexcombe 2015", [(2015, "para-38")]),
        ("wexcombe PARA. 38", [(2023, "para-38"), (2015, "para-38")]),
        ("Wexcombe recommendation 6 2023", [(2023, "rec-6")]),
        ("Wexcombe rec 6 2023", [(2023, "rec-6")]),
        ("Wexcombe 2015 paragraph 3", []),
        ("Wexcombe 2015 paragraph 38.2", []),
    ],
)
def test_a_number_after_its_word_leads_to_its_record(reports, typed, records):
    assert asked(typed) == records


def test_a_report_or_authority_that_is_chosen_counts_like_one_that_is_named(reports):
    sif, _ = reports
    assert asked("paragraph 38", "authority=wexcombe&year=2015") == [(2015, "para-38")]
    assert asked("paragraph 38", f"report={report_key(sif)}") == [(2015, "para-38")]


def test_without_an_authority_or_a_number_or_with_words_as_they_stand_nothing_is_looked_up(reports):
    for typed, more in (
        ("paragraph 38", ""),
        ("Wexcombe paragraphs", ""),
        ("Wexcombe paragraph 38", "literally=yes"),
        ("Wexcombe paragraph 38", "year=nonsense"),
    ):
        query = QueryDict(mutable=True)
        query["q"] = typed
        query.update(QueryDict(more))
        assert numbered.numbered_records(SearchFilterSet(query)) is None


def test_records_of_reports_that_are_not_public_are_not_found(reports):
    Report.objects.update(visibility="draft")
    assert asked("Wexcombe 2015 paragraph 38") == []


def test_more_records_than_are_shown_are_counted(reports, monkeypatch, client):
    monkeypatch.setattr(numbered, "MOST_NUMBERED", 1)
    assert asked("Wexcombe paragraph 38") == [(2023, "para-38")]
    page = client.get(reverse("search"), {"q": "Wexcombe paragraph 38"}).content.decode()
    assert "1 more with this number" in page


def test_a_number_that_no_record_has_is_said(reports, client):
    page = client.get(reverse("search"), {"q": "Wexcombe paragraph 99"}).content.decode()
    assert "No record that is held has this number under these filters." in page
