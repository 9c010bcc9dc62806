"""Actions by a recommendation that they answer."""

import pytest
from django.urls import reverse

from tests import builders
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def address(recommendation) -> str:
    report = recommendation.report
    return f"{reverse('actions')}?recommendation={report.authority_slug}/{report.slug}/{recommendation.anchor}"


def shown(client, recommendation) -> list[str]:
    return [row.anchor for row in client.get(address(recommendation)).context["object_list"]]


def test_a_recommendation_leads_to_the_actions_that_name_it(client):
    story = tell()
    assert shown(client, story.recommendation) == [story.action.anchor]
    page = client.get(story.recommendation.get_absolute_url()).content.decode()
    assert f'href="{address(story.recommendation)}"' in page


def test_an_action_that_names_an_item_answers_the_whole_and_not_the_other_items(client):
    story = tell()
    whole = builders.recommendation(story.report, "9")
    named, other = (builders.recommendation(story.report, f"9{letter}", parent=whole) for letter in "ab")
    action = builders.action(story.plan, "9.9")
    builders.reference_to(action, named)
    assert shown(client, named) == shown(client, whole) == [action.anchor]
    assert shown(client, other) == []


def test_what_is_chosen_is_named_and_can_be_taken_back_and_nothing_else_is_offered(client):
    story = tell()
    filterset = client.get(address(story.recommendation)).context["filterset"]
    (chosen,) = filterset.selections
    assert chosen.value.startswith("Recommendation 1")
    assert "Wexcombe" in chosen.value
    assert chosen.without == "?"
    offered = {one.name: one.choices for one in client.get(reverse("actions")).context["filterset"].facets}
    assert offered["recommendation"] == ()


@pytest.mark.parametrize("value", ["nonsense", "wexcombe/nonsense/rec-1", "/"])
def test_what_is_no_recommendation_is_refused_and_lists_nothing(client, value):
    tell()
    response = client.get(reverse("actions"), {"recommendation": value})
    assert list(response.context["object_list"]) == []
    (problem,) = response.context["problems"]
    assert "no recommendation that is held" in problem.message


def test_a_recommendation_of_a_report_that_is_not_public_is_not_told_from_one_that_is_not_held(client):
    story = tell()
    story.report.visibility = "draft"
    story.report.save()
    (problem,) = client.get(address(story.recommendation)).context["problems"]
    assert "no recommendation that is held" in problem.message
