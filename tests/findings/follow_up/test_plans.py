"""A plan by priority: what each action answers, and what none answers."""

import pytest
from django.urls import reverse

from findings.follow_up import plans
from findings.follow_up.plans import pages_of, places_of, priorities_of
from findings.reports.content import read_content
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def html_of(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return squeeze(response.content.decode())


def test_a_plan_shows_what_is_answered_and_what_is_not(client):
    story = tell()
    page = html_of(client, reverse("plan", args=[story.plan.authority_slug, story.plan.slug]))
    assert (
        f'href="{story.recommendation.get_absolute_url()}">Recommendation 1</a>'
        in page.split("What no action answers</h2>")[0]
    )
    unanswered = page.split("What no action answers</h2>")[1]
    assert f'href="{story.unanswered.get_absolute_url()}"' in unanswered
    assert f'href="{story.recommendation.get_absolute_url()}"' not in unanswered
    assert "Action 2.1" in unanswered.split("Actions that answer nothing</h2>")[1]
    assert "3 actions with 2 links" in page


def test_an_answer_to_a_recommendation_counts_for_the_one_that_it_restates(client):
    story = tell()
    restating = builders.recommendation(story.plan, "9", restates=story.unanswered)
    builders.reference_to(story.action, restating)
    page = html_of(client, reverse("plan", args=[story.plan.authority_slug, story.plan.slug]))
    unanswered = page.split("What no action answers</h2>")[1]
    assert f'href="{story.unanswered.get_absolute_url()}"' not in unanswered


def test_priorities_stand_in_printed_order_with_their_headings():
    story = tell()
    section = builders.section(story.plan, "Priority 10: leaders")
    builders.action(story.plan, "10.1", priority="10", section=section)
    found = priorities_of(read_content(story.plan))
    assert [priority.number for priority in found] == ["1", "2", "10"]
    assert (found[-1].heading, found[-1].anchor) == ("Priority 10: leaders", "priority-10")


def test_a_heavy_plan_goes_on_over_pages_and_each_priority_is_found_where_it_begins(monkeypatch):
    plan = builders.report("improvement-plan")
    for priority, number in (("1", 1), ("1", 2), ("1", 3), ("", 4)):
        builders.action(plan, f"{priority}.{number}", priority=priority, text="word " * 100)
    priorities = priorities_of(read_content(plan))
    (whole,) = pages_of(priorities)
    assert [place.address for place in places_of((whole,))] == ["#priority-1", "#priority-none"]
    monkeypatch.setattr(plans, "LONGEST", 2_500)
    pages = pages_of(priorities)
    assert len(pages) > 1
    shown = [action for page in pages for priority in page.priorities for action in priority.actions]
    assert shown == [action for priority in priorities for action in priority.actions]
    first, last = places_of(pages)
    assert (first.address, first.actions) == ("?page=1#priority-1", 3)
    assert (last.address, last.actions) == (f"?page={len(pages)}#priority-none", 1)


def test_a_plan_without_actions_has_one_empty_page():
    (page,) = pages_of(())
    assert (page.number, page.priorities) == (1, ())


def test_references_of_an_action_that_lead_nowhere_stand_beside_it():
    plan = builders.report("improvement-plan")
    builders.reference_to(builders.action(plan), ref="99")
    (priority,) = priorities_of(read_content(plan))
    (planned,) = priority.actions
    assert (planned.answers, len(planned.lost)) == ((), 1)
