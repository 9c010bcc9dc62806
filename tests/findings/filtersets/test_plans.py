"""Lists of improvement plans by authority, region, year, and what is missing or late in them."""

import re

import pytest
from django.urls import reverse

from findings.follow_up.action_states import action_states
from tests import builders
from tests.markup import squeeze
from tests.pages.story import tell

pytestmark = pytest.mark.django_db


def html_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return squeeze(response.content.decode())


def test_plans_are_filtered_by_authority_region_year_and_what_is_missing_or_late(client):
    story = tell()
    other = builders.report(
        "improvement-plan", authority=builders.authority("Medway", region="South East"), published="2021-03-01"
    )
    for number, action in enumerate(({"due": "Ongoing"}, {"due": "Ongoing"}, {"lead": ""})):
        builders.reference_to(builders.action(other, f"1.{number}", measure="Audits", **action), story.recommendation)
    whole = reverse("plans")

    def found(query: str) -> list[str]:
        return [plan.slug for plan in client.get(f"{whole}?{query}").context["object_list"]]

    for query in ("authority=medway", "region=South+East", "year=2021", "state=unreadable-date", "state=no-owner"):
        assert found(query) == [other.slug], query
    assert found("state=no-owner&authority=wexcombe") == []
    assert found("state=no-owner&state=no-measure") == [other.slug, story.plan.slug]
    facets = {facet.name: facet for facet in client.get(f"{whole}?authority=medway").context["filterset"].facets}
    assert {choice.value: choice.count for choice in facets["state"].choices} == {
        "overdue": 1, "unreadable-date": 1, "no-owner": 1,
    }  # fmt: skip
    assert client.get(f"{whole}?state=nonsense").context["problems"]
    page = html_of(client, f"{whole}?authority=medway")
    assert (
        'Unclear date: <a class="govuk-link" '
        f'href="/actions/?plan=medway%2F{other.slug}&amp;state=unreadable-date">2 actions</a>' in page
    )
    (row,) = client.get(f"{reverse('plans-json')}?authority=medway").json()["records"]
    assert (row["actions"], row["actions_unreadable_date"], row["actions_no_owner"], row["links"]) == (3, 2, 1, 3)


def test_plans_lead_to_the_lists_across_all_of_them(client):
    story = tell()
    page = html_of(client, reverse("plans"))
    addresses = [
        address.replace("&amp;", "&") for address in re.findall(r'href="(/(?:actions|recommendations)/\?[^"]+)"', page)
    ]
    assert {f"/actions/?state={state.code}" for state in action_states()} < set(addresses)
    assert f"{reverse('recommendations')}?answered=no" in addresses
    for address in addresses:
        assert not client.get(address).context["problems"], address
    assert f"plan={story.plan.authority_slug}%2F{story.plan.slug}" in page
