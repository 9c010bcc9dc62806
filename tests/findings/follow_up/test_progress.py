"""How far plans are: each number is a list."""

import pytest
from django.urls import reverse

from findings.follow_up.action_states import action_states
from findings.follow_up.progress import progress_of
from findings.search.entries import index_report
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def html_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return squeeze(response.content.decode())


def test_progress_counts_and_each_number_is_its_list(client):
    story = tell()
    builders.action(story.plan, "10.1", rag="Red", due="")
    builders.action(story.plan, "10.2", rag="Green", lead="")
    index_report(story.plan.pk)
    progress = progress_of(story.plan)
    assert progress.ratings == ("Green", "Red")
    assert [row.name for row in progress.rows] == ["Priority 1", "Priority 2", "Priority 10", "All"]
    assert [row.actions.number for row in progress.rows] == [2, 1, 2, 5]
    assert len(progress.states) == len(action_states())
    page = html_of(client, reverse("plan", args=[story.plan.authority_slug, story.plan.slug]))
    for row in progress.rows:
        for count in (row.actions, *row.ratings, *row.states):
            assert client.get(count.url).context["paginator"].count == count.number, count.url
            assert (f'href="{count.url.replace("&", "&amp;")}">{count.number}</a>' in page) == bool(count.number)


def test_a_plan_without_ratings_says_so(client):
    story = tell()
    page = html_of(client, reverse("plan", args=[story.plan.authority_slug, story.plan.slug]))
    assert "The plan rates the progress of no action." in page
    assert "Rated" not in page
