"""Taking an address that wants to follow a list, confirming it, and forgetting it.

Whoever types an address gets the same answer whether it is known or not, and the mail is the same too, so nobody learns
who follows what. Nothing is sent but the mail that asks for a confirmation, and no more than ``BY_ADDRESS`` allows.
"""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from findings.alerts.limits import BY_ADDRESS
from findings.alerts.list_queries import ListQuery, saved_search
from findings.alerts.mails import send_confirmation
from findings.alerts.models import ChangePosition, Frequency, SavedSearch, SearchMatches, Subscription
from findings.alerts.tokens import KEPT, Confirmation

MOST_UNCONFIRMED = 10
"""The most lists of one address that wait for a confirmation."""
KEPT_STOPPED = timedelta(days=30)
"""How long a refused address is kept, so that a mistake of the mail server can be put right."""


def sign_up(wanted: ListQuery, address: str, frequency: Frequency) -> None:
    """Ask an address whether it wants to follow a list. Nothing is sent to one that was asked too often.

    Faults of the mail server are raised as smtplib raises them, but for a refusal of the address: whoever typed it
    learns nothing of it.
    """
    address = normalised(address)
    waiting = Subscription.objects.filter(address=address, confirmed_at__isnull=True)
    if not BY_ADDRESS.take(address.lower()) or waiting.count() >= MOST_UNCONFIRMED:
        return
    with transaction.atomic():
        subscription, is_new = Subscription.objects.get_or_create(
            search=saved_search(wanted),
            address=address,
            defaults={"frequency": frequency.value, "asked_at": timezone.now()},
        )
        if not is_new:
            Subscription.objects.filter(pk=subscription.pk).update(asked_at=timezone.now())
    send_confirmation(subscription, wanted, frequency)


def confirm(confirmation: Confirmation) -> Subscription | None:
    """Confirm a subscription, or change how often it is sent; None if it is not there any more.

    It begins with what is found from now on, and a stopped one is taken up again.
    """
    found = Subscription.objects.select_related("search").filter(key=confirmation.key).first()
    if found is None:
        return None
    frequency = confirmation.frequency
    if found.confirmed_at is None or found.stopped_at is not None:
        found.confirmed_at = found.confirmed_at or timezone.now()
        found.sent_batch = ChangePosition.objects.values_list("batch", flat=True).first() or 0
        found.stopped_at, found.stopped_because, found.failures, found.retry_at = None, "", 0, None
        found.due_on = next_day(frequency)
    elif found.frequency != frequency:
        found.due_on = next_day(frequency)
    found.frequency = frequency.value
    found.save()
    return found


def stop(key: uuid.UUID) -> None:
    """Forget a subscription with its address; one that is not there was forgotten already."""
    Subscription.objects.filter(key=key).delete()
    forget_unused()


def tidy() -> int:
    """Delete addresses that nobody confirmed in time, or that were refused long ago; return how many."""
    now = timezone.now()
    unconfirmed = Q(confirmed_at__isnull=True, asked_at__lt=now - KEPT)
    stopped = Q(stopped_at__lt=now - KEPT_STOPPED)
    number, _ = Subscription.objects.filter(unconfirmed | stopped).delete()
    forget_unused()
    return number


def forget_unused() -> None:
    """Delete searches that nobody follows, and what was found for digests that were all sent."""
    followers = Subscription.objects.filter(search=OuterRef("pk"))
    SavedSearch.objects.filter(~Exists(followers)).delete()
    waiting = Subscription.objects.active().filter(search=OuterRef("search"), sent_batch__lt=OuterRef("batch"))
    SearchMatches.objects.filter(~Exists(waiting)).delete()


def skip_waiting() -> None:
    """Take everything that was found until now as sent, as after a restore of an older backup."""
    batch = ChangePosition.objects.values_list("batch", flat=True).first() or 0
    Subscription.objects.active().update(sent_batch=batch)


def next_day(frequency: Frequency, after: date | None = None) -> date:
    """The next day of a digest: in the rhythm of ``after``, the day that was due, and later than today."""
    today = timezone.localdate()
    day = after or today
    while day <= today:
        day += frequency.pause
    return day


def normalised(address: str) -> str:
    """The address with its domain in small letters; what stands before the @ may tell large from small ones."""
    name, _, domain = address.strip().rpartition("@")
    return f"{name}@{domain.lower()}"
