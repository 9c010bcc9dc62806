"""Limits: so many times in a time, for each name of its own, and no address on the disk."""

import pytest
from django.core.cache import caches
from django.test import RequestFactory

from findings.alerts.limits import Limit, client_of


@pytest.fixture
def cache(monkeypatch):
    kept = caches["default"]
    monkeypatch.setattr("findings.alerts.limits._Throttle.cache", kept)
    return kept


def test_after_so_many_times_it_is_enough_until_time_has_passed(cache, monkeypatch):
    limit, now = Limit("test", "2/hour"), [1_000_000.0]
    monkeypatch.setattr("findings.alerts.limits._Throttle.timer", lambda throttle: now[0])
    assert [limit.take("mary@example.org") for _ in range(3)] == [True, True, False]
    assert limit.take("tom@example.org")
    now[0] += 3601
    assert limit.take("mary@example.org")


def test_names_are_not_stored(cache):
    Limit("test", "1/minute").take("mary@example.org")
    assert "mary" not in repr(cache._cache)


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
    ],
)
def test_who_has_a_network_is_one_client(address, client):
    assert client_of(RequestFactory().get("/", REMOTE_ADDR=address)) == client
