"""The keys in the links of mails: signed with the secret key of the site, so that the database holds none of them.

A key to confirm works for ``KEPT`` and holds how often digests are wanted. A key to stop works as long as the
subscription is there. They stand in the query of an address, which logs leave out (``inspections.logs``).
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils.http import urlencode

from findings.alerts.models import Frequency, Subscription

KEPT = timedelta(days=7)
"""How long an address is kept that nobody confirmed, and how long its link works."""
CONFIRM, STOP = "findings.alerts.confirm", "findings.alerts.stop"


class KeyRefused(ValueError):
    """A key was not made here, was made for something else, or is too old."""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a key to confirm says: which subscription, and how often."""

    key: uuid.UUID
    frequency: Frequency


def confirmation_address(subscription: Subscription, frequency: Frequency) -> str:
    """The complete address at which the subscription is confirmed."""
    token = signing.dumps([subscription.key.hex, frequency.value], salt=CONFIRM)
    return _address("alerts-confirm", token)


def stop_address(subscription: Subscription) -> str:
    """The complete address at which the subscription is taken back: by one click of a mail program, or by a form."""
    return _address("alerts-stop", signing.dumps(subscription.key.hex, salt=STOP))


def read_confirmation(token: str) -> Confirmation:
    """What a key to confirm says. Raises KeyRefused."""
    try:
        key, frequency = signing.loads(token, salt=CONFIRM, max_age=KEPT)
        return Confirmation(uuid.UUID(key), Frequency(frequency))
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise KeyRefused from error


def read_stop(token: str) -> uuid.UUID:
    """The subscription that a key stops. Raises KeyRefused."""
    try:
        return uuid.UUID(signing.loads(token, salt=STOP))
    except (signing.BadSignature, ValueError, TypeError, AttributeError) as error:
        raise KeyRefused from error


def _address(name: str, token: str) -> str:
    return f"{settings.SITE_ADDRESS}{reverse(name)}?{urlencode({'key': token})}"
