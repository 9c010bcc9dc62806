"""What the environment must say: each fault names the variable and what to set."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from inspections import environment
from inspections.environment import (
    checked_address,
    checked_broker,
    checked_choice,
    checked_count,
    checked_hosts,
    checked_key,
    is_production,
)

GOOD = "0123456789" * 5


def test_names_of_environments_are_known_or_refused():
    assert is_production("production")
    assert not is_production("local")
    with pytest.raises(ImproperlyConfigured, match=r"DJANGO_ENV is “prod”.*Set it to production"):
        is_production("prod")


@pytest.mark.parametrize("key", ["", "a", "a" * 60, "012345678" * 6, GOOD[:-1]])
def test_a_key_that_could_be_guessed_is_refused(key):
    with pytest.raises(ImproperlyConfigured, match=r"SECRET_KEY.*Make one with"):
        checked_key(key)


def test_a_long_key_of_many_characters_is_taken():
    assert checked_key(GOOD) == GOOD


@pytest.mark.parametrize("hosts", [[], [""], [" "]])
def test_without_host_names_there_is_no_site(hosts):
    with pytest.raises(ImproperlyConfigured, match="ALLOWED_HOSTS is not set"):
        checked_hosts(hosts)
    assert checked_hosts([" example.org", ""]) == ["example.org"]


def test_a_number_below_nothing_is_refused():
    assert checked_count("TRUSTED_PROXIES", 0) == 0
    with pytest.raises(ImproperlyConfigured, match="TRUSTED_PROXIES is -1"):
        checked_count("TRUSTED_PROXIES", -1)


def test_a_word_is_one_of_those_that_are_known():
    assert checked_choice("WORKER", "embedded", ("embedded", "separate")) == "embedded"
    with pytest.raises(ImproperlyConfigured, match=r"WORKER is “other”.*Set it to embedded or separate"):
        checked_choice("WORKER", "other", ("embedded", "separate"))


def test_the_address_of_the_site_is_that_of_its_first_host_unless_it_is_told():
    assert checked_address("", [".example.org", "other.example.org"]) == "https://example.org"
    assert checked_address("http://127.0.0.1:8000/", ["localhost"]) == "http://127.0.0.1:8000"
    assert checked_address("https://example.org/reports/", []) == "https://example.org/reports"


@pytest.mark.parametrize("address", ["example.org", "ftp://example.org", "https://", "https://example.org/?a=b"])
def test_an_address_that_is_none_is_refused(address):
    with pytest.raises(ImproperlyConfigured, match="SITE_ADDRESS is"):
        checked_address(address, ["example.org"])


REDIS = "redis://broker.example.org:6379/0"


def test_only_workers_that_a_broker_tells_need_one():
    assert checked_broker("embedded", "", is_sqlite=True) == ""
    assert checked_broker("celery", REDIS, is_sqlite=False) == REDIS


@pytest.mark.parametrize(
    ("address", "is_sqlite", "is_installed", "words"),
    [
        ("", False, True, "CELERY_BROKER_URL is not set"),
        (REDIS, True, True, "Set DATABASE_URL to a PostgreSQL"),
        (REDIS, False, False, "Install requirements-machines.lock"),
    ],
)
def test_what_workers_with_a_broker_lack_is_told(monkeypatch, address, is_sqlite, is_installed, words):
    monkeypatch.setattr(environment, "find_spec", lambda name: is_installed or None)
    with pytest.raises(ImproperlyConfigured, match=words):
        checked_broker("celery", address, is_sqlite=is_sqlite)
