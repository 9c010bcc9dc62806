"""Addresses: asked, confirmed, changed, stopped, forgotten."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.http import QueryDict
from django.utils import timezone

from findings.alerts import subscribing
from findings.alerts.limits import Limit
from findings.alerts.list_queries import ListQuery, list_query
from findings.alerts.models import ChangePosition, Frequency, SavedSearch, SearchMatches, Subscription
from findings.alerts.subscribing import confirm, next_day, normalised, sign_up, skip_waiting, stop, tidy
from findings.alerts.tokens import KEPT, Confirmation
from tests.findings.alerts.conftest import follow

pytestmark = pytest.mark.django_db


@pytest.fixture
def wanted() -> ListQuery:
    return list_query("recommendations", QueryDict())


def test_nothing_but_one_mail_that_asks_is_sent_to_an_address_that_was_entered(wanted):
    sign_up(wanted, "Mary@Example.org", Frequency.WEEK)
    (sent,) = mail.outbox
    assert sent.to == ["Mary@example.org"]
    assert not Subscription.objects.active()


def test_the_mail_is_the_same_whether_the_address_is_known_or_not(wanted):
    sign_up(wanted, "mary@example.org", Frequency.DAY)
    follow("tom@example.org")
    sign_up(wanted, "tom@example.org", Frequency.DAY)
    new, known = (one.body.split("\n\n") for one in mail.outbox)
    assert [part for part in new if "key=" not in part] == [part for part in known if "key=" not in part]
    assert Subscription.objects.active().get().address == "tom@example.org"


def test_an_address_is_asked_a_few_times_at_most_whoever_enters_it(wanted, monkeypatch):
    taken: list[str] = []

    def take(limit: Limit, name: str) -> bool:
        taken.append(name)
        return len(taken) < 3

    monkeypatch.setattr(Limit, "take", take)
    for _ in range(4):
        sign_up(wanted, "Mary@example.org", Frequency.DAY)
    assert taken == ["mary@example.org"] * 4
    assert len(mail.outbox) == 2


def test_an_address_with_many_lists_that_wait_is_asked_for_no_more(monkeypatch):
    monkeypatch.setattr(subscribing, "MOST_UNCONFIRMED", 2)
    for name in ("recommendations", "findings", "judgements"):
        sign_up(list_query(name, QueryDict()), "mary@example.org", Frequency.DAY)
    assert (len(mail.outbox), Subscription.objects.count()) == (2, 2)


def test_confirming_begins_with_what_is_found_from_then_on(wanted):
    ChangePosition.objects.create(pk=ChangePosition.ONLY, batch=7)
    sign_up(wanted, "mary@example.org", Frequency.DAY)
    confirmed = confirm(Confirmation(Subscription.objects.get().key, Frequency.DAY))
    assert confirmed is not None
    assert (confirmed.sent_batch, confirmed.due_on) == (7, timezone.localdate() + timedelta(days=1))
    ChangePosition.objects.update(batch=9)
    assert confirm(Confirmation(confirmed.key, Frequency.DAY)).sent_batch == 7, "a second click loses nothing"


def test_entering_the_address_again_changes_how_often_once_that_is_confirmed(wanted):
    known = follow("mary@example.org", frequency=Frequency.DAY)
    sign_up(wanted, "mary@example.org", Frequency.WEEK)
    assert Subscription.objects.get().frequency == "day"
    changed = confirm(Confirmation(known.key, Frequency.WEEK))
    assert changed is not None
    assert (changed.frequency, changed.due_on) == ("week", timezone.localdate() + timedelta(days=7))


def test_a_stopped_address_is_taken_up_again_when_it_confirms():
    known = follow()
    Subscription.objects.update(stopped_at=timezone.now(), stopped_because="550 no mailbox", failures=3)
    again = confirm(Confirmation(known.key, Frequency.DAY))
    assert again is not None
    assert (again.stopped_at, again.stopped_because, again.failures) == (None, "", 0)


def test_stopping_leaves_neither_the_address_nor_a_search_that_nobody_follows():
    mary, tom = follow("mary@example.org"), follow("tom@example.org")
    SearchMatches.objects.create(search=mary.search, batch=3, number=1)
    stop(mary.key)
    stop(mary.key)
    assert [one.address for one in Subscription.objects.all()] == ["tom@example.org"]
    assert SavedSearch.objects.exists()
    stop(tom.key)
    assert not SavedSearch.objects.exists()
    assert not SearchMatches.objects.exists()
    assert confirm(Confirmation(mary.key, Frequency.DAY)) is None


def test_addresses_that_nobody_confirmed_or_that_failed_long_ago_are_deleted():
    now, second = timezone.now(), timedelta(seconds=60)
    for address, values in {
        "kept@example.org": {},
        "waits@example.org": {"confirmed_at": None, "asked_at": now - KEPT + second},
        "late@example.org": {"confirmed_at": None, "asked_at": now - KEPT - second},
        "failed@example.org": {"stopped_at": now + timedelta(minutes=1)},
        "failed-long-ago@example.org": {
            "confirmed_at": now - timedelta(days=99),
            "stopped_at": now - subscribing.KEPT_STOPPED - second,
        },
    }.items():
        Subscription.objects.filter(pk=follow(address).pk).update(**values)
    assert tidy() == 2
    left = Subscription.objects.order_by("address").values_list("address", flat=True)
    assert list(left) == ["failed@example.org", "kept@example.org", "waits@example.org"]


@pytest.mark.either_database
def test_what_was_found_is_deleted_when_all_were_told_of_it():
    daily, weekly = follow("mary@example.org"), follow("tom@example.org", frequency=Frequency.WEEK)
    for batch in (1, 2):
        SearchMatches.objects.create(search=daily.search, batch=batch, number=1)
    Subscription.objects.filter(pk=daily.pk).update(sent_batch=2)
    Subscription.objects.filter(pk=weekly.pk).update(sent_batch=1)
    tidy()
    assert SearchMatches.objects.get().batch == 2
    ChangePosition.objects.create(pk=ChangePosition.ONLY, batch=2)
    skip_waiting()
    tidy()
    assert not SearchMatches.objects.exists()


@pytest.mark.either_database
def test_weekly_digests_keep_their_day():
    today = timezone.localdate()
    assert next_day(Frequency.DAY) == today + timedelta(days=1)
    assert next_day(Frequency.WEEK, today - timedelta(days=2)) == today + timedelta(days=5)
    assert next_day(Frequency.WEEK, today - timedelta(days=14)) == today + timedelta(days=7)


@pytest.mark.either_database
@pytest.mark.parametrize(("typed", "kept"), [(" Mary.B@Example.ORG ", "Mary.B@example.org")])
def test_the_domain_is_written_small(typed: str, kept: Any):
    assert normalised(typed) == kept
