"""Keys in links: for one purpose each, and not to be made elsewhere."""

import time
import uuid
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import signing

from findings.alerts.models import Frequency, Subscription
from findings.alerts.tokens import (
    KEPT,
    STOP,
    Confirmation,
    KeyRefused,
    confirmation_address,
    read_confirmation,
    read_stop,
    stop_address,
)

SUBSCRIPTION = Subscription(key=uuid.UUID(int=7), address="mary@example.org")


def key_in(address: str) -> str:
    return parse_qs(urlsplit(address).query)["key"][0]


def test_a_key_tells_what_it_was_made_for(settings):
    settings.SITE_ADDRESS = "https://reports.example.org"
    confirming, stopping = confirmation_address(SUBSCRIPTION, Frequency.WEEK), stop_address(SUBSCRIPTION)
    assert confirming.startswith("https://reports.example.org/alerts/confirm/?key=")
    assert read_confirmation(key_in(confirming)) == Confirmation(SUBSCRIPTION.key, Frequency.WEEK)
    assert read_stop(key_in(stopping)) == SUBSCRIPTION.key
    assert "mary" not in confirming + stopping


def test_a_key_for_one_purpose_does_not_serve_another_and_none_can_be_made_up():
    confirming, stopping = key_in(confirmation_address(SUBSCRIPTION, Frequency.DAY)), key_in(stop_address(SUBSCRIPTION))
    for read, key in (
        *((read_stop, key) for key in (confirming, stopping[:-1], "", "a:b:c", signing.dumps("no key", salt=STOP))),
        *((read_confirmation, key) for key in (stopping, confirming[1:], "")),
    ):
        with pytest.raises(KeyRefused):
            read(key)


def test_a_key_to_confirm_grows_old_and_one_to_stop_does_not(monkeypatch):
    confirming, stopping = key_in(confirmation_address(SUBSCRIPTION, Frequency.DAY)), key_in(stop_address(SUBSCRIPTION))
    now = time.time()
    monkeypatch.setattr("django.core.signing.time.time", lambda: now + KEPT.total_seconds() + 60)
    assert read_stop(stopping)
    with pytest.raises(KeyRefused):
        read_confirmation(confirming)
