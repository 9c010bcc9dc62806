"""What the environment must say before the site may start; each fault is a sentence that names what to set."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from importlib.util import find_spec
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

LOCAL, PRODUCTION = "local", "production"
SHORTEST_KEY, FEWEST_CHARACTERS = 50, 10
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


def checked_count(name: str, number: int) -> int:
    """A number of the environment that counts something. Raises ImproperlyConfigured for a negative one."""
    if number < 0:
        raise ImproperlyConfigured(f"{name} is {number}. Set it to 0 or more.")
    return number


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
