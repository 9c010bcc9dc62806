"""Lists of recommendations that no action answers, and how many there are about each domain."""

import pytest
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from findings.filtersets.recommendations import RecommendationFilterSet
from findings.models import Recommendation
from inspections.models import Domain
from tests import builders
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def shown(client, address: str) -> list[str]:
    return [row.anchor for row in client.get(address).context["object_list"]]


def test_recommendations_that_nobody_answers_are_a_list(client):
    story = tell()
    answered, not_answered = (shown(client, f"{reverse('recommendations')}?answered={one}") for one in ("yes", "no"))
    assert story.recommendation.anchor in answered
    assert f"{story.recommendation.anchor}/1" in answered, "the item of one that is answered"
    assert set(not_answered) == {story.unanswered.anchor, f"{story.unanswered.anchor}/1"}
    assert len(shown(client, f"{reverse('recommendations')}?answered=no&answered=yes")) == 6


def test_what_no_held_plan_has_to_answer_is_told_apart_from_what_none_answers(client):
    story = tell()
    elsewhere = builders.recommendation(builders.report("jtai"), "1")
    unknown = shown(client, f"{reverse('recommendations')}?answered=no-plan")
    assert unknown == [elsewhere.anchor]
    filterset = client.get(reverse("recommendations")).context["filterset"]
    (group,) = [one for one in filterset.facets if one.name == "answered"]
    numbers = {choice.value: choice.count for choice in group.choices}
    assert numbers == {"no": 2, "yes": 4, "no-plan": 1}
    page = client.get(elsewhere.get_absolute_url()).content.decode()
    assert "No improvement plan that would have to answer it is held" in page
    assert "No action answers it in" in client.get(story.unanswered.get_absolute_url()).content.decode()


def test_domains_count_what_is_shown_with_and_without_other_filters():
    leadership, adoption = (Domain.objects.get(code=code) for code in ("leadership", "adoption"))
    for kind, visibility in (("sif", "published"), ("ilacs", "published"), ("sif", "draft")):
        report = builders.report(kind=kind, visibility=visibility)
        builders.recommendation(report, "1", domain=leadership)
        builders.recommendation(report, "2").about.set([leadership, adoption])
        builders.recommendation(report, "3", domain=adoption, retired_at=timezone.now())

    def counted(query: str) -> dict[str, int | None]:
        filterset = RecommendationFilterSet(QueryDict(query), queryset=Recommendation.objects.published())
        return {
            choice.value: choice.count
            for facet in filterset.facets
            if facet.name == "domain"
            for choice in facet.choices
        }

    assert counted("") == {"leadership": 4, "adoption": 2}
    assert counted("kind=sif") == {"leadership": 2, "adoption": 1}
    assert counted("domain=adoption") == counted("")


@pytest.mark.parametrize("query", ["", "kind=sif", "timescale=immediate", "region=Sample&year=2015", "year=1999"])
def test_answers_are_counted_by_report_as_they_are_one_by_one(query):
    story = tell()
    Recommendation.objects.filter(pk=story.unanswered.pk).update(timescale="immediate")
    builders.recommendation(builders.report("jtai"), "1")

    def filterset(more: str) -> RecommendationFilterSet:
        return RecommendationFilterSet(QueryDict(f"{query}{more}"), queryset=Recommendation.objects.published())

    (group,) = [one for one in filterset("").facets if one.name == "answered"]
    counted = {state: filterset(f"&answered={state}").qs.count() for state in ("no", "yes", "no-plan")}
    assert {choice.value: choice.count for choice in group.choices} == {
        state: number for state, number in counted.items() if number
    }


def test_answers_to_a_part_of_the_rows_are_not_those_of_whole_reports():
    story = tell()
    part = Recommendation.objects.published().filter(pk=story.unanswered.pk)
    (group,) = [one for one in RecommendationFilterSet(QueryDict(), queryset=part).facets if one.name == "answered"]
    assert {choice.value: choice.count for choice in group.choices} == {"no": 1}
