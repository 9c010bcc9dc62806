"""What lists add up of kept numbers is what counting their rows gives, whatever is asked for."""

import re

import pytest
from django.db.models import Q
from django.http import QueryDict
from django.urls import reverse

from findings.filtersets.actions import ActionFilterSet
from findings.filtersets.findings import FindingFilterSet
from findings.filtersets.recommendations import RecommendationFilterSet
from findings.models import Action, Finding, Recommendation
from findings.search.entries import index_report
from inspections.lists.filterset import FacetedFilterSet
from inspections.models import Report
from inspections.write import renew
from tests import builders

pytestmark = pytest.mark.django_db
LISTS = ((FindingFilterSet, Finding), (RecommendationFilterSet, Recommendation), (ActionFilterSet, Action))
PRAISE = "Supervision is regular, reflective and effective, and social workers value it highly."
BLAME = "Supervision is poor and irregular, and caseloads are far too high for children to be seen."
ASKED = (
    *("", "authority=wexcombe", "year=2015&region=London", "kind=sif", "kind=finding", "text=supervision", "year=1999"),
    *("polarity=strength", "polarity=strength&polarity=weakness&year=2015", "theme=supervision", "rag=Green"),
    *("theme=supervision&polarity=weakness", "theme=supervision&theme=caseloads", "theme=caseloads&year=2015"),
    *("timescale=immediate", "timescale=immediate&kind=sif", "timescale=immediate&theme=supervision", "priority=1"),
)


@pytest.fixture
def reports() -> list[Report]:
    """Three reports, of which the first two are indexed, and a hidden one."""
    barnet = builders.authority("Barnet")
    first = builders.report(of=builders.inspection())
    second = builders.report("ilacs", of=builders.inspection("ilacs", started="2023-07-17"))
    plan = builders.report("improvement-plan", authority=first.authority)
    hidden = builders.report(of=builders.inspection(authority=barnet), visibility="hidden")
    for report in (first, second, plan, hidden):
        for text in (PRAISE, BLAME, PRAISE):
            builders.finding(report, text=text)
        whole = builders.recommendation(report, timescale="immediate", text="Improve supervision of social workers.")
        builders.recommendation(report, timescale="immediate", parent=whole)
        builders.recommendation(report, text="Reduce caseloads.")
        builders.action(report, rag="Green", text="Supervision is checked each month.")
        index_report(report.pk)
    builders.finding(
        late := builders.report(of=builders.inspection(authority=barnet, started="2014-02-03")), text=BLAME
    )
    builders.recommendation(late, timescale="six-months")
    renew()
    return [first, second, plan]


def told(filterset: FacetedFilterSet) -> dict[str, object]:
    facets = {facet.name: {one.value: one.count for one in facet.choices} for facet in filterset.facets}
    return {"total": filterset.total, "rows": filterset.qs.count(), "groups": filterset.by_group, "facets": facets}


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize(("filters", "model"), LISTS)
def test_kept_numbers_are_those_of_the_rows(monkeypatch, filters, model):
    known = {"&".join(one for one in query.split("&") if one.split("=")[0] in filters.base_filters) for query in ASKED}

    def ask() -> dict[str, dict[str, object]]:
        return {query: told(filters(QueryDict(query), queryset=model.objects.published())) for query in known}

    shown = ask()
    assert all(answer["total"] == answer["rows"] for answer in shown.values())
    monkeypatch.setattr(filters, "kept", None)
    renew()
    assert shown == ask()


@pytest.mark.usefixtures("reports")
def test_items_are_told_apart():
    for query, has_items in (
        ("", True),
        ("timescale=immediate", True),
        ("year=2015", True),
        ("timescale=six-months", False),
        ("text=supervision", False),
        ("year=soon", False),
    ):
        filters = RecommendationFilterSet(QueryDict(query), queryset=Recommendation.objects.published())
        items = filters.number_of("is_item", Q(parent__isnull=False))
        assert items == filters.qs.filter(parent__isnull=False).count()
        assert bool(items) == has_items, query


@pytest.mark.usefixtures("reports")
def test_numbers_are_not_added_up_for_a_part_of_the_rows():
    few = Finding.objects.published().filter(text=BLAME)
    assert FindingFilterSet(QueryDict(""), queryset=few).total == few.count() == 4


@pytest.mark.usefixtures("reports")
@pytest.mark.parametrize("query", ["", "year=2015&polarity=weakness", "theme=supervision&region=Sample"])
def test_a_list_counts_no_finding_where_numbers_are_kept(client, django_assert_max_num_queries, query):
    for report in Report.objects.published():
        index_report(report.pk)
    with django_assert_max_num_queries(60) as asked:
        client.get(f"{reverse('findings')}?{query}")
    counting = re.compile(r'COUNT\([^)]*\)[^()]* FROM "findings_finding"')
    assert [query["sql"] for query in asked.captured_queries if counting.search(query["sql"])] == []
