"""Lists of recommendations that no action answers."""

import pytest
from django.urls import reverse

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
