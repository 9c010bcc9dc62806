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
    asked = page.split('id="asked"')[1].split("</section>")[0]
    rows = {row.split("</a>")[0].rpartition(">")[2]: row for row in asked.split('<li class="kb-asked__item">')[1:]}
    assert "No action of this plan answers 1 of 3 recommendations." in asked
    assert f'href="{story.recommendation.get_absolute_url()}"' in rows["Recommendation 1"]
    assert f'href="#{story.action.anchor}">Action 1.1</a>' in rows["Recommendation 1"]
    assert "(and 1 item)" in rows["Recommendation 1"]
    assert "No action answers it" in rows["Recommendation 3"]
    assert "3 actions with 2 links" in page


def test_an_answer_to_a_recommendation_counts_for_the_one_that_it_restates(client):
    story = tell()
    restating = builders.recommendation(story.plan, "9", restates=story.unanswered)
    builders.reference_to(story.action, restating)
    page = html_of(client, reverse("plan", args=[story.plan.authority_slug, story.plan.slug]))
    assert "No action answers it</strong>" not in page.split('id="asked"')[1].split("</section>")[0]


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


def test_an_address_of_an_action_leads_to_the_page_of_the_plan_that_shows_it(client, monkeypatch):
    plan = builders.report("improvement-plan")
    actions = [builders.action(plan, f"1.{number}", text="word " * 100) for number in range(1, 5)]
    address = reverse("plan", args=[plan.authority_slug, plan.slug])
    assert client.get(f"{address}?at={actions[3].anchor}")["Location"] == f"{address}#{actions[3].anchor}"
    monkeypatch.setattr(plans, "LONGEST", plans.AROUND_CHECKS + 2_500)
    there = client.get(f"{address}?at={actions[3].anchor}")["Location"]
    assert there.startswith(f"{address}?page=")
    assert f'id="{actions[3].anchor}"' in html_of(client, there.partition("#")[0])
    assert client.get(f"{address}?at=elsewhere")["Location"] == address
