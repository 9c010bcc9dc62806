"""What the first page says of the whole."""

import pytest
from django.urls import reverse
from django.utils import timezone

from findings.views.home import HomeCount
from tests import builders

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
    tallies = {tally.many: tally.number for tally in client.get(reverse("home")).context["tallies"]}
    assert (tallies["findings"], tallies["recommendations"], tallies["actions"]) == (1, 1, 0)
