"""What the environment must say before the site may start; each fault is a sentence that names what to set."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from warnings import catch_warnings

from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from environ import Env

LOCAL, PRODUCTION = "local", "production"
SHORTEST_KEY, FEWEST_CHARACTERS = 50, 10
DATABASES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")
SWITCHES = {
    **dict.fromkeys(("1", "true", "on", "ok", "y", "yes"), True),
    **dict.fromkeys(("0", "false", "off", "n", "no"), False),
}
NEW_KEY = 'python -c "import secrets; print(secrets.token_urlsafe(64))"'


class StartedBy(StrEnum):
    """Who starts the work behind the pages: the site itself (embedded), or somebody else (separate)."""

    EMBEDDED = "embedded"
    SEPARATE = "separate"


class UploadWorker(StrEnum):
    """Who reads uploaded documents: a process of the site, workers of somebody else, or such that a broker tells."""

    EMBEDDED = "embedded"
    SEPARATE = "separate"
    CELERY = "celery"


def is_production(name: str) -> bool:
    """Whether ``DJANGO_ENV`` names production. Raises ImproperlyConfigured for a name that is not known."""
    if name not in (LOCAL, PRODUCTION):
        raise ImproperlyConfigured(
            f"DJANGO_ENV is “{name}”, which is not known. Set it to {PRODUCTION} for a public site; leave it out on "
            "your own machine."
        )
    return name == PRODUCTION


def checked_key(key: str) -> str:
    """The secret key of production. Raises ImproperlyConfigured where it is missing or could be guessed."""
    if not key:
        raise ImproperlyConfigured(f"SECRET_KEY is not set. Make one with {NEW_KEY}, and set it in production.")
    if len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_CHARACTERS:
        raise ImproperlyConfigured(
            f"SECRET_KEY can be guessed: it needs at least {SHORTEST_KEY} characters, {FEWEST_CHARACTERS} of them "
            f"different. Make one with {NEW_KEY}."
        )
    return key


def checked_hosts(hosts: Collection[str]) -> list[str]:
    """The host names of production. Raises ImproperlyConfigured where there is none."""
    found = [host.strip() for host in hosts if host.strip()]
    if not found:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is not set. Set it to the host names of the site, separated by commas, such as "
            "reports.example.org."
        )
    return found


def checked_address(address: str, hosts: Collection[str]) -> str:
    """The address of the site without a slash at its end; where none is given, HTTPS at the first of its hosts.

    Raises ImproperlyConfigured for one that is none.
    """
    found = (address or f"https://{next(iter(hosts), 'localhost').lstrip('*.')}").rstrip("/")
    parts = urlsplit(found)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise ImproperlyConfigured(f"SITE_ADDRESS is “{address}”. Set it to one such as https://reports.example.org.")
    return found


def checked_count(name: str, text: str, default: int, least: int = 0) -> int:
    """A whole number of the environment; the default where nothing is set.

    Raises ImproperlyConfigured for what is no number, and for one below the least.
    """
    if not text.strip():
        return default
    if not re.fullmatch(r"\d{1,9}", text.strip(), re.ASCII) or int(text) < least:
        raise ImproperlyConfigured(f"{name} is “{text}”. Set it to a whole number, {least} or more.")
    return int(text)


def checked_switch(name: str, text: str, default: bool) -> bool:
    """Whether something of the environment is on; the default where nothing is set.

    Raises ImproperlyConfigured for any other word: one that is mistyped must not turn a protection off.
    """
    if not text.strip():
        return default
    if text.strip().casefold() not in SWITCHES:
        raise ImproperlyConfigured(f"{name} is “{text}”. Set it to 1 for on or 0 for off.")
    return SWITCHES[text.strip().casefold()]


def checked_choice(name: str, value: str, choices: Collection[str]) -> str:
    """A word of the environment that names one of several. Raises ImproperlyConfigured for another one."""
    if value not in choices:
        raise ImproperlyConfigured(f"{name} is “{value}”, which is not known. Set it to {' or '.join(choices)}.")
    return value


def checked_broker(worker: str, address: str, *, is_sqlite: bool) -> str:
    """The address of the broker. Raises ImproperlyConfigured where workers need one and cannot use it."""
    if worker != UploadWorker.CELERY:
        return address
    if not address:
        raise ImproperlyConfigured(
            "CELERY_BROKER_URL is not set. Set it to the broker, such as redis://host:6379/0 or "
            "amqp://user:password@host:5672/name, or leave out UPLOAD_WORKER."
        )
    if is_sqlite:
        raise ImproperlyConfigured(
            "UPLOAD_WORKER is “celery”, and the database is SQLite, which one machine uses alone. Set DATABASE_URL to "
            "a PostgreSQL, or leave out UPLOAD_WORKER."
        )
    if find_spec("celery") is None:
        raise ImproperlyConfigured(
            "UPLOAD_WORKER is “celery”, which is not installed. Install requirements-machines.lock."
        )
    return address


def checked_database(address: str) -> dict[str, Any]:
    """The database that ``DATABASE_URL`` names. Raises ImproperlyConfigured where it names none that can be used."""
    config: dict[str, Any] = {}
    with suppress(ValueError), catch_warnings(action="ignore"):  # which would print a password
        config = Env.db_url_config(address)
    if config.get("ENGINE") not in DATABASES:
        raise ImproperlyConfigured(
            "DATABASE_URL names no database. Set it to one such as postgres://user:password@host:5432/name, or leave "
            "it out for SQLite on this machine."
        )
    return config


def checked_mail(address: str) -> dict[str, Any]:
    """The settings of mail for ``EMAIL_URL``. Raises ImproperlyConfigured where it names no mail server."""
    try:
        return dict(Env.email_url_config(address))
    except (ImproperlyConfigured, ValueError) as error:
        raise ImproperlyConfigured(
            "EMAIL_URL names no mail server. Set it to one such as smtp+tls://user:password@host:587, or leave it out "
            "to have mails printed."
        ) from error


def checked_handler(path: str) -> str:
    """The class that is given faults, "" for none. Raises ImproperlyConfigured for what is no handler of logging."""
    if not path:
        return path
    try:
        handler = import_string(path)
    except ImportError as error:
        raise ImproperlyConfigured(f"ERROR_HANDLER is “{path}”, which cannot be imported: {error}.") from error
    if not (isinstance(handler, type) and issubclass(handler, logging.Handler)):
        raise ImproperlyConfigured(
            f"ERROR_HANDLER is “{path}”, which is no handler of Python's logging. Set it to one such as "
            "logging.handlers.SysLogHandler."
        )
    return path


@contextmanager
def writing(name: str, place: Path) -> Iterator[None]:
    """Raise ImproperlyConfigured where a folder that the environment names cannot be made or written to."""
    try:
        yield
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name} leads to “{place}”, where nothing can be stored: {error.strerror}. Set it to a place that the "
            "user who runs this program may write to."
        ) from error
