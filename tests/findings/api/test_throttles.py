"""How often one address may ask."""

import pytest
from django.core.cache.backends.locmem import LocMemCache

from findings.api.throttles import AddressThrottle

pytestmark = [pytest.mark.django_db, pytest.mark.either_database]


@pytest.fixture(autouse=True)
def counted(monkeypatch):
    """Requests are counted, which they are not in other tests."""
    cache = LocMemCache("throttles of a test", {})
    cache.clear()
    monkeypatch.setattr(AddressThrottle, "cache", cache)


def statuses(client, number: int, **headers: str) -> list[int]:
    return [client.get("/api/v1/", **headers).status_code for _ in range(number)]


def test_an_address_that_asks_too_often_is_told_when_to_ask_again(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 2
    assert statuses(client, 3) == [200, 200, 429]
    answer = client.get("/api/v1/")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert "Ask again in" in answer.json()["detail"]
    assert "ETag" not in answer.headers or answer.headers["ETag"].startswith('"')


def test_each_address_has_its_own_number(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 1
    assert statuses(client, 2, REMOTE_ADDR="192.0.2.1") == [200, 429]
    assert statuses(client, 1, REMOTE_ADDR="192.0.2.2") == [200]


def test_a_made_up_address_of_a_proxy_is_not_believed(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 1
    assert [client.get("/api/v1/", HTTP_X_FORWARDED_FOR=f"192.0.2.{n}").status_code for n in (1, 2)] == [200, 429]


def test_nought_means_no_limit(client, settings):
    settings.API_REQUESTS_PER_MINUTE = 0
    assert statuses(client, 3) == [200, 200, 200]
