"""Lists of actions by plan, priority, rating and state."""

import pytest
from django.urls import reverse

from findings.filtersets.actions import MOST_PLANS
from findings.labels import plan_key
from tests import builders
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def shown(client, address: str) -> list[str]:
    return [row.anchor for row in client.get(address).context["object_list"]]


def test_actions_are_filtered_by_plan_priority_rating_and_state(client):
    story = tell()
    other = builders.report("improvement-plan", authority=builders.authority("Medway"), slug=story.plan.slug)
    late = builders.action(other, "7.1", rag="Amber", lead="")
    unclear = builders.action(other, "10.1", due="Ongoing")
    builders.reference_to(unclear, story.recommendation)
    whole = reverse("actions")
    assert shown(client, f"{whole}?plan={plan_key(other)}") == [late.anchor, unclear.anchor]
    assert shown(client, f"{whole}?plan={plan_key(story.plan)}&priority=2") == ["action-2.1"]
    assert shown(client, f"{whole}?rag=Amber") == [late.anchor]
    assert shown(client, f"{whole}?authority=medway&state=overdue") == [late.anchor]
    assert shown(client, f"{whole}?state=unreadable-date") == [unclear.anchor]
    assert shown(client, f"{whole}?state=no-owner&state=unreadable-date") == [late.anchor, unclear.anchor]
    assert sorted(shown(client, f"{whole}?state=no-recommendation")) == ["action-2.1", late.anchor]
    assert shown(client, f"{whole}?state=no-date") == []
    facets = {facet.name: facet for facet in client.get(f"{whole}?plan={plan_key(other)}").context["filterset"].facets}
    assert [choice.value for choice in facets["priority"].choices] == ["7", "10"]
    assert {choice.value: choice.count for choice in facets["state"].choices} == {
        "overdue": 1, "unreadable-date": 1, "no-owner": 1, "no-measure": 2, "no-recommendation": 1,
    }  # fmt: skip
    assert client.get(f"{whole}?state=nonsense").context["problems"]
    assert client.get(f"{whole}?plan=medway/nonsense").context["problems"]


def test_where_there_are_many_plans_an_authority_is_chosen_first(client):
    story = tell()
    for number in range(MOST_PLANS):
        builders.action(
            builders.report("improvement-plan", authority=builders.authority("Medway"), slug=f"plan-{number}")
        )

    def offered(query: str) -> int:
        facets = client.get(f"{reverse('actions')}{query}").context["filterset"].facets
        return len(next(facet for facet in facets if facet.name == "plan").choices)

    assert offered("") == 0
    assert offered("?authority=wexcombe") == 1
    assert offered("?authority=medway") == MOST_PLANS
    assert offered(f"?plan={plan_key(story.plan)}") == 1
