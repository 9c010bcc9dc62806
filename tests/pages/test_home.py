"""What the first page says of the whole."""

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.views.home import HomeCount
from tests import builders
from tests.markup import squeeze

pytestmark = pytest.mark.either_database


def test_one_of_a_thing_is_called_so():
    assert [HomeCount(number, "authority", "authorities", "authorities").name for number in (0, 1, 2)] == [
        "authorities",
        "authority",
        "authorities",
    ]


@pytest.mark.django_db
def test_only_what_the_pages_show_is_counted(client):
    shown, hidden, gone = (
        builders.report(),
        builders.report(visibility="hidden"),
        builders.report(retired_at=timezone.now()),
    )
    for report in (shown, hidden, gone):
        builders.finding(report, "1")
        builders.finding(report, "2", retired_at=timezone.now())
        builders.recommendation(report, "1")
    counts = {count.many: count.number for count in client.get(reverse("home")).context["counts"]}
    assert (counts["paragraphs"], counts["recommendations"], counts["actions"]) == (1, 1, 0)


@pytest.mark.django_db
def test_items_are_no_recommendations_and_mentions_no_inspections(client):
    inspection = builders.inspection()
    report = builders.report(of=inspection)
    builders.statement(report, inspection)
    earlier = builders.inspection("lac", started="2013-07-15")
    builders.judgement(report, "overall-effectiveness", "inadequate", inspection=earlier, basis="reported")
    whole = builders.recommendation(report, "1")
    builders.recommendation(report, anchor="rec-1/1", parent=whole)
    counts = {count.name: count for count in client.get(reverse("home")).context["counts"]}
    assert {name: counts[name].number for name in ("inspection", "inspection only mentioned", "recommendation")} == {
        "inspection": 1,
        "inspection only mentioned": 1,
        "recommendation": 1,
    }
    for name in ("inspection", "inspection only mentioned"):
        listed = client.get(f"{reverse(counts[name].page)}{counts[name].query}")
        assert listed.context["paginator"].count == 1, name
    assert "1 recommendation and 1 item of recommendations" in squeeze(
        client.get(reverse("recommendations")).content.decode()
    )
