"""Single reports are choices where few hold what was found, and are named by their addresses."""

import pytest
from django.http import QueryDict

from findings.search import reports
from findings.search.entries import index_report
from findings.search.filters import SearchFilterSet
from findings.search.reports import report_key
from inspections.models import Report
from tests import builders

pytestmark = pytest.mark.django_db


def told(kind: str, number: int, **values) -> Report:
    report = builders.report(kind, **values)
    for _ in range(number):
        builders.finding(report, text="Drift was seen.")
    index_report(report.pk)
    return report


def offered(query: str) -> list[tuple[str, int | None, bool]]:
    (facet,) = (one for one in SearchFilterSet(QueryDict(query)).facets if one.name == "report")
    return [(choice.value, choice.count, choice.chosen) for choice in facet.choices]


def test_reports_are_offered_by_number_of_records_and_filter():
    one, two = told("sif", 1), told("ilacs", 2)
    assert offered("q=drift") == [(report_key(two), 2, False), (report_key(one), 1, False)]
    assert offered("q=delay") == []
    filterset = SearchFilterSet(QueryDict(f"q=drift&report={report_key(one)}"))
    assert filterset.search is not None
    assert filterset.search.count() == 1
    assert [selection.value for selection in filterset.selections] == [
        "Wexcombe: Single inspection report, 27 November 2015"
    ]


def test_too_many_reports_are_not_offered_but_chosen_ones_stay(monkeypatch):
    one, _ = told("sif", 1), told("ilacs", 2)
    monkeypatch.setattr(reports, "MOST_REPORTS", 1)
    assert offered("q=drift") == []
    assert offered(f"q=drift&report={report_key(one)}") == [(report_key(one), 1, True)]


def test_a_report_without_an_authority_has_its_name_too():
    table = told("outcomes-table", 1, authority=None)
    assert report_key(table).startswith("england/")
    search = SearchFilterSet(QueryDict(f"report={report_key(table)}")).search
    assert search is not None
    assert search.count() == 1


def test_an_unknown_or_hidden_report_is_a_problem():
    hidden = told("sif", 1, visibility="hidden")
    for value in ("medway/nothing", "nothing", report_key(hidden)):
        (problem,) = SearchFilterSet(QueryDict(f"report={value}")).problems
        assert value in problem.message
