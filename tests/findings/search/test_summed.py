"""Sums are added up where they are whole, and asked for nothing but facts of groups."""

from collections import Counter

import pytest
from django.http import QueryDict

from findings.filtersets.findings import FindingFilterSet
from findings.filtersets.recommendations import RecommendationFilterSet
from findings.models import Finding, Recommendation
from findings.search import summed
from findings.search.counts import published_numbers
from findings.search.entries import index_report
from findings.search.summed import are_whole, records_by_kind, summed_groups
from inspections.models import Report
from inspections.write import renew
from tests import builders
from tests.findings.search.test_sums import indexed

pytestmark = pytest.mark.django_db
LISTS = (FindingFilterSet, Finding), (RecommendationFilterSet, Recommendation)
ASKED = (
    *("", "year=2019", "region=London", "framework=ilacs", "framework=sif&year=2019", "year=1999"),
    *(
        "polarity=weakness",
        "polarity=weakness&polarity=strength&region=London",
        "authority=barnet",
        "theme=supervision",
    ),
    *("domain=leadership", "domain=not-told&year=2019", "text=supervision", "kind=ilacs", "timescale=immediate"),
)


@pytest.fixture
def reports() -> list[Report]:
    """Three reports, and a paper that names the inspection of one."""
    found = [indexed(), indexed(place="Camden"), indexed("sif", texts=())]
    paper = builders.report("cabinet-report", of=found[0].inspection, authority=found[0].authority, is_own=False)
    builders.finding(paper, text="Supervision is poor.")
    builders.recommendation(paper, text="Reduce caseloads.")
    index_report(paper.pk)
    renew()
    return [*found, paper]


def choices(filters, model, query: str) -> dict[str, dict[str, int | None]]:
    filterset = filters(QueryDict(query), queryset=model.objects.published())
    return {facet.name: {one.value: one.count for one in facet.choices} for facet in filterset.facets}


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(("filters", "model"), LISTS)
def test_choices_are_those_of_the_reports(monkeypatch, filters, model):
    known = [
        query for query in ASKED if all(one.split("=")[0] in filters.base_filters for one in query.split("&") if one)
    ]
    shown = {query: choices(filters, model, query) for query in known}
    assert are_whole()
    assert shown[""]["theme"]["supervision"]
    monkeypatch.setattr(summed, "are_whole", lambda: False)
    renew()
    assert shown == {query: choices(filters, model, query) for query in known}


def test_a_framework_is_that_of_an_own_report(reports):
    told = choices(RecommendationFilterSet, Recommendation, "framework=ilacs")
    assert told["theme"] == {"supervision": 2}
    assert {group.framework for group in summed_groups() if not group.is_own} == {"ilacs"}


def test_numbers_of_all_records_are_added_up(reports):
    assert (records_by_kind() or Counter()) == +published_numbers()


@pytest.mark.parametrize("change", ["published", "hidden", "deleted"])
def test_no_sum_is_used_while_a_report_is_missing_or_one_too_many(reports, change):
    assert are_whole()
    if change == "published":
        builders.report(of=builders.inspection("jar"))
    elif change == "hidden":
        Report.objects.filter(pk=reports[0].pk).update(visibility="hidden")
    else:
        reports[0].delete()
    renew()
    assert not are_whole()
    assert records_by_kind() is None


def test_a_part_of_the_rows_is_counted_by_itself(reports):
    few = Finding.objects.published().filter(report=reports[0])
    filterset = FindingFilterSet(QueryDict(""), queryset=few)
    theme = next(facet for facet in filterset.facets if facet.name == "theme")
    assert {one.value: one.count for one in theme.choices}["supervision"] == 2
