"""What the database refuses, and which digests are due."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from findings.alerts.models import ChangePosition, Frequency, SearchCriterion, SearchMatches, Subscription
from tests.findings.alerts.conftest import follow

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "save"),
    [
        ("one_subscription_an_address", lambda one: follow(one.address)),
        (
            "confirmed_subscription_has_a_day",
            lambda one: Subscription.objects.filter(pk=one.pk).update(due_on=None),
        ),
        (
            "stopped_subscription_was_confirmed",
            lambda one: Subscription.objects.filter(pk=one.pk).update(stopped_at=one.asked_at - timedelta(days=1)),
        ),
        (
            "one_criterion_a_value",
            lambda one: [SearchCriterion.objects.create(search=one.search, name="a", value="b") for _ in range(2)],
        ),
        (
            "search_matches_once_a_batch",
            lambda one: [SearchMatches.objects.create(search=one.search, batch=1, number=1) for _ in range(2)],
        ),
    ],
)
def test_the_database_refuses_what_cannot_be(name: str, save: Any):
    followed = follow()
    assert name in {
        one.name
        for model in (Subscription, SearchCriterion, SearchMatches, ChangePosition)
        for one in model._meta.constraints
    }
    with pytest.raises(IntegrityError):
        save(followed)


def test_a_digest_is_due_on_its_day_unless_it_waits_or_was_stopped():
    now, today = timezone.now(), timezone.localdate()
    follow("due@example.org")
    follow("tomorrow@example.org", is_due=False)
    for address, values in {
        "waits@example.org": {"retry_at": now + timedelta(minutes=5)},
        "waited@example.org": {"retry_at": now - timedelta(minutes=5)},
        "stopped@example.org": {"stopped_at": now + timedelta(minutes=1)},
        "asked@example.org": {"confirmed_at": None},
    }.items():
        Subscription.objects.filter(pk=follow(address).pk).update(**values)
    due = set(Subscription.objects.due(today).values_list("address", flat=True))
    assert due == {"due@example.org", "waited@example.org"}


def test_frequencies_are_a_day_and_a_week():
    assert [one.pause.days for one in Frequency] == [1, 7]
