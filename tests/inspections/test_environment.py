"""What the environment must say: each fault names the variable and what to set."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from inspections import environment
from inspections.environment import (
    checked_address,
    checked_broker,
    checked_choice,
    checked_count,
    checked_database,
    checked_handler,
    checked_hosts,
    checked_key,
    checked_mail,
    checked_switch,
    is_production,
    writing,
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


def test_a_number_is_the_default_where_nothing_is_set():
    assert checked_count("TRUSTED_PROXIES", "0", 3) == 0
    assert checked_count("TRUSTED_PROXIES", " 12 ", 3) == 12
    assert checked_count("TRUSTED_PROXIES", " ", 3) == 3


@pytest.mark.parametrize("text", ["-1", "1.5", "two", "1e3", "²", "9" * 10])
def test_what_is_no_whole_number_is_refused(text):
    with pytest.raises(ImproperlyConfigured, match=f"TRUSTED_PROXIES is “{text}”. Set it to a whole number, 0 or more"):
        checked_count("TRUSTED_PROXIES", text, 3)


def test_a_number_below_the_least_is_refused():
    assert checked_count("WEB_CONCURRENCY", "1", 2, least=1) == 1
    with pytest.raises(ImproperlyConfigured, match=r"WEB_CONCURRENCY is “0”\. Set it to a whole number, 1 or more"):
        checked_count("WEB_CONCURRENCY", "0", 2, least=1)


@pytest.mark.parametrize("default", [True, False])
def test_a_switch_is_on_or_off_or_the_default(default):
    assert all(checked_switch("DEBUG", text, default) for text in ("1", "true", "On", " YES "))
    assert not any(checked_switch("DEBUG", text, default) for text in ("0", "False", "off", "no"))
    assert checked_switch("DEBUG", "", default) is default


@pytest.mark.parametrize("text", ["treu", "2", "none", "enabled"])
def test_a_mistyped_word_turns_no_protection_off(text):
    with pytest.raises(ImproperlyConfigured, match=f"TWO_FACTOR_REQUIRED is “{text}”. Set it to 1 for on or 0 for off"):
        checked_switch("TWO_FACTOR_REQUIRED", text, True)


def test_a_database_is_postgresql_or_sqlite():
    assert checked_database("postgres://reader@db.example.org/reports")["ENGINE"] == "django.db.backends.postgresql"
    assert checked_database("sqlite:////var/file.sqlite3")["NAME"] == "/var/file.sqlite3"


@pytest.mark.parametrize(
    "address", ["", "reports", "mysql://a:hushed@b/c", "postgres://a:hushed@b:port/c", "//a:hushed@b/c"]
)
def test_an_address_of_no_database_is_refused_without_its_password(address, recwarn):
    with pytest.raises(ImproperlyConfigured, match=r"DATABASE_URL names no database\.") as refused:
        checked_database(address)
    assert "hushed" not in f"{refused.value} {[str(one.message) for one in recwarn]}"


def test_a_mail_server_is_named_by_its_address():
    assert checked_mail("smtp+tls://mary:word@mail.example.org:587")["EMAIL_HOST"] == "mail.example.org"


@pytest.mark.parametrize("address", ["mail.example.org", "http://mail.example.org", "smtp://mail.example.org:port"])
def test_an_address_of_no_mail_server_is_refused(address):
    with pytest.raises(ImproperlyConfigured, match=r"EMAIL_URL names no mail server\."):
        checked_mail(address)


@pytest.mark.parametrize("path", ["", "logging.handlers.SysLogHandler"])
def test_faults_are_given_to_a_handler_of_logging_or_to_none(path):
    assert checked_handler(path) == path


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("Handler", "cannot be imported"),
        ("nowhere.Handler", "cannot be imported"),
        ("logging.handlers.NoHandler", "cannot be imported"),
        ("logging.Formatter", "is no handler"),
        ("os.path", "is no handler"),
    ],
)
def test_what_is_no_handler_is_refused(path, words):
    with pytest.raises(ImproperlyConfigured, match=f"ERROR_HANDLER is “{path}”, which {words}"):
        checked_handler(path)


def test_a_place_where_nothing_can_be_stored_is_named(tmp_path):
    file = tmp_path / "file"
    file.touch()
    words = f"VAR_DIR leads to “{file}”, where nothing can be stored"
    with pytest.raises(ImproperlyConfigured, match=words), writing("VAR_DIR", file):
        (file / "folder").mkdir()


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
