"""The plans of an authority on its page."""

import pytest
from django.urls import reverse

from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


def test_the_page_of_an_authority_leads_to_what_its_plan_answers_and_what_is_overdue(client):
    story = tell()
    address = reverse("plan", args=[story.plan.authority_slug, story.plan.slug])
    page = squeeze(client.get(story.inspection.authority.get_absolute_url()).content.decode())
    section = page.split('id="plans"')[1].split("</section>")[0]
    assert f'href="{address}#asked"' in section
    assert f'href="{reverse("actions")}?plan=wexcombe%2F{story.plan.slug}&amp;state=overdue">3 actions</a>' in section


def test_the_page_of_an_authority_says_that_no_plan_is_held(client):
    authority = builders.inspection(authority=builders.authority("Eastmere")).authority
    page = squeeze(client.get(authority.get_absolute_url()).content.decode())
    assert "No improvement plan of Eastmere is held." in page
