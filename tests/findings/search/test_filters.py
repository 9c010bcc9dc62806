"""Search under filters: codes become the keys that entries hold, and what is wrong or not understood finds nothing."""

import pytest
from django.http import QueryDict

from findings.search import find
from findings.search.entries import index_report
from findings.search.filters import SearchFilterSet
from findings.search.find import SearchOrder
from inspections.models import Report
from tests import builders

pytestmark = pytest.mark.django_db


@pytest.fixture
def report() -> Report:
    made = builders.report(of=builders.inspection())
    builders.finding(made, "1", text="Drift was seen.", domain=builders.domain("adoption"))
    builders.recommendation(made, "1", text="End the drift.")
    index_report(made.pk)
    return made


def asked(query: str) -> SearchFilterSet:
    return SearchFilterSet(QueryDict(query))


def number(query: str) -> int:
    search = asked(query).search
    assert search is not None
    return search.count()


@pytest.mark.parametrize(
    ("query", "records"),
    [
        ("q=drift", 2),
        ("", 2),
        ("q=drift&kind=finding", 1),
        ("q=drift&kind=finding&kind=recommendation", 2),
        ("q=drift&domain=adoption", 1),
        ("q=drift&authority=wexcombe&year=2015&framework=sif", 2),
        ("q=drift&framework=ilacs", 0),
        ("q=drift&year=1999", 0),
    ],
)
def test_filters_narrow_what_is_found(report, query, records):
    assert number(query) == records


@pytest.mark.parametrize("query", ["q=drift&kind=poem", "q=drift&sort=length", "q=drift&colour=red", 'q="'])
def test_a_wrong_parameter_or_a_query_without_words_searches_for_nothing(report, query):
    assert asked(query).search is None


def test_the_order_is_relevance_unless_the_address_names_another():
    assert asked("q=drift").order == asked("q=drift&sort=length").order == SearchOrder.RELEVANCE
    assert asked("q=drift&sort=date").order == SearchOrder.DATE
    assert [problem.message for problem in asked("sort=length").problems] == [
        "“length” is no order of the results. Sort by relevance or by date."
    ]


def test_choices_have_their_number_under_all_other_filters(report):
    facets = {facet.name: facet for facet in asked("q=drift&kind=finding").facets}
    assert {choice.value: choice.count for choice in facets["kind"].choices} == {"finding": 1, "recommendation": 1}
    assert {choice.value: choice.count for choice in facets["authority"].choices} == {"wexcombe": 1}
    assert {choice.value: choice.count for choice in facets["domain"].choices} == {"adoption": 1}


def test_choices_have_no_number_where_too_much_is_found(report, monkeypatch):
    monkeypatch.setattr(find, "MOST", 1)
    filterset = asked("q=drift")
    facets = {facet.name: facet for facet in filterset.facets}
    assert filterset.has_more
    assert {choice.count for choice in facets["kind"].choices} == {None}
