"""Lists of recommendations that no action answers."""

import pytest
from django.urls import reverse

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
