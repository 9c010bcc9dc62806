"""Filters find what they say, count over all other filters, and refuse what they do not know."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from findings.filtersets.recommendations import RecommendationFilterSet
from findings.models import Recommendation
from findings.search.entries import index_changed
from inspections.lists.filters import ChoicesFilter, codes
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.filtersets import JudgementFilterSet
from inspections.models import Domain, Judgement, Report
from inspections.write import renew
from tests import builders
from tests.markup import squeeze

pytestmark = pytest.mark.django_db


def judged(query: str) -> JudgementFilterSet:
    return JudgementFilterSet(QueryDict(query), queryset=Judgement.objects.all())


def asked(query: str) -> RecommendationFilterSet:
    return RecommendationFilterSet(QueryDict(query), queryset=Recommendation.objects.all())


@pytest.fixture
def judgements() -> dict[str, Judgement]:
    old, new = builders.inspection(), builders.inspection("ilacs", started="2023-07-17")
    first, second = builders.report(of=old), builders.report("ilacs", of=new)
    evidence = tuple(builders.finding(first, str(n)) for n in range(14, 39))
    other = tuple(builders.finding(second, ref) for ref in ("3.14", "3.15"))
    return {
        "help": builders.judgement(first, evidence=evidence),
        "adoption": builders.judgement(first, "adoption", "good"),
        "lscb": builders.judgement(first, "lscb", None),
        "new": builders.judgement(second, "help-and-protection", "good", evidence=other),
        "reported": builders.judgement(second, "overall-effectiveness", "good", inspection=old, basis="reported"),
    }


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("year=soon", "“soon” is not a choice of the filter “Year of the inspection”"),
        ("domain=nonsense", "“nonsense” is not a choice of the filter “Domain”"),
        ("grade=excellent", "“excellent”"),
        ("authority=atlantis", "“atlantis”"),
        ("framework=x", "“x”"),
        ("basis=hearsay", "“hearsay”"),
        ("paragraph=abc", "“abc” is not the number of a paragraph"),
        ("paragraph=1;drop", "is not the number of a paragraph"),
        ("colour=red", "There is no filter called “colour”"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_shown(client, judgements, query, message):
    response = client.get(f"{reverse('judgements')}?{query}")
    html = squeeze(response.content.decode())
    assert response.status_code == 200
    assert "There is a problem" in html
    assert message in html
    assert "kb-row__title" not in html
    refused = client.get(f"{reverse('judgements-csv')}?{query}")
    assert refused.status_code == 400
    assert message in squeeze(refused.content.decode())


def test_counts_are_over_all_other_filters(judgements):
    facets = {facet.name: facet for facet in judged("domain=help-and-protection&year=2015").facets}
    domains = {choice.value: (choice.count, choice.chosen) for choice in facets["domain"].choices}
    assert domains["adoption"] == (1, False)
    assert domains["help-and-protection"] == (1, True)
    assert {choice.value: choice.count for choice in facets["year"].choices} == {"2023": 1, "2015": 1}
    assert {choice.value: choice.count for choice in facets["grade"].choices} == {"requires-improvement": 1}


def test_a_choice_without_rows_stays_as_long_as_it_is_chosen(judgements):
    facets = {facet.name: facet for facet in judged("domain=adoption&year=2023").facets}
    assert [(c.value, c.count) for c in facets["domain"].choices if c.chosen] == [("adoption", 0)]


def test_each_selection_can_be_taken_away(judgements):
    selections = judged("domain=adoption&domain=lscb&year=2015&page=2").selections
    assert {(s.label, s.value, s.without) for s in selections} == {
        ("Domain", "Adoption", "?domain=lscb&year=2015"),
        ("Domain", "Local Safeguarding Children Board", "?domain=adoption&year=2015"),
        ("Year of the inspection", "2015", "?domain=adoption&domain=lscb"),
    }


def test_a_wrong_selection_can_be_taken_away():
    assert [s.without for s in judged("grade=excellent&year=2015").selections if s.value == "excellent"] == [
        "?year=2015"
    ]


def test_queries_do_not_grow_with_the_values_chosen(judgements, django_assert_max_num_queries):
    def queries(query: str) -> int:
        with django_assert_max_num_queries(30) as found:
            filterset = judged(query)
            assert filterset.facets
            list(filterset.qs)
        return len(found)

    queries("")  # what inspections hold is remembered
    assert queries("domain=adoption&domain=lscb&domain=leadership&year=2015&year=2023") <= queries(
        "domain=adoption&year=2015"
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"1", "1a", "2", "3"}),
        ("text=plan", {"1", "3"}),
        ("text=PLAN owner", {"1"}),
        ("text=visit", {"2"}),
        ("text=nothing", set()),
        ("timescale=immediate", {"1"}),
        ("domain=adoption", {"2"}),
        ("framework=sif", {"1", "1a", "2"}),
        ("kind=improvement-plan", {"3"}),
        ("year=2016", {"3"}),
        ("authority=wexcombe", {"1", "1a", "2", "3"}),
    ],
)
def test_recommendations_are_found(query, found):
    inspection = builders.inspection()
    report = builders.report(of=inspection)
    plan = builders.report("improvement-plan", inspection=inspection, published="2016-01-14")
    first = builders.recommendation(report, "1", text="Give every plan an owner.", timescale="immediate")
    made = {
        "1": first,
        "1a": builders.recommendation(report, text="Start with the oldest.", parent=first),
        "2": builders.recommendation(report, "2", text="Visit more often.", domain=builders.domain("adoption")),
        "3": builders.recommendation(plan, "1", text="Write the plan again."),
    }
    index_changed([], Report.objects.all())
    filterset = asked(query)
    assert not filterset.problems
    assert set(filterset.qs) == {made[name] for name in found}


def test_signs_of_a_pattern_are_plain_text():
    builders.recommendation(builders.report(), "1", text="Nothing special.")
    assert not asked("text=%25").qs
    assert not asked("text=_____").qs


def test_counts_are_cached_for_one_revision_and_day(judgements, monkeypatch, django_assert_num_queries):
    assert judged("").total == 5
    with django_assert_num_queries(1):  # the revision
        assert judged("").total == 5
    for change in (renew, lambda: monkeypatch.setattr("inspections.lists.counting.timezone.localdate", lambda: "new")):
        change()
        with CaptureQueriesContext(connection) as asked:
            assert judged("").total == 5
        assert len(asked) > 1


def test_counts_are_those_of_the_filter_set_that_asks(judgements):
    class ByDomain(FacetedFilterSet):
        basis = ChoicesFilter("domain__code", load=codes(Domain, "code", "name"), label="Domain")

    names = [judged("").facets[-3].name, ByDomain(QueryDict(), queryset=Judgement.objects.all()).facets[0].name]
    assert names == ["basis", "basis"]
    (facet,) = ByDomain(QueryDict(), queryset=Judgement.objects.all()).facets
    assert {choice.value for choice in facet.choices} >= {"adoption", "lscb"}
