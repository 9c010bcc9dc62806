"""Writing to the knowledge base: in one transaction, one writer at a time, with one new revision at the end.

Loading and correcting decide by what stands already: whether the file, the report or the row is known, which corrections are active,
what all reports of an authority say. Two that did so side by side would make a report twice, or write over a correction that was made in
between. SQLite lets one transaction write at a time; PostgreSQL is asked for the same by an advisory lock.

The revision is renewed in the transaction of the change, so that no reader sees one without the other: by every row of this app or of
``findings`` that is saved or deleted one by one, and by a call of ``renew`` where rows are written in bulk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from inspections.models import KnowledgeVersion
from inspections.models.revision import new_stamp

APPS = frozenset({"inspections", "findings"})
LOCK = 7_301_968_421
"""The number of the write lock; PostgreSQL's advisory locks share one range of numbers in a database."""
ONLY = 1
"""The key of the one row that holds the stamp of the newest revision."""

_noted: ContextVar[list[str] | None] = ContextVar("_noted", default=None)


@contextmanager
def knowledge_change() -> Iterator[None]:
    """Write alone, in one transaction: wait for other writers at its beginning, renew the revision once at its end if anything changed.

    The row with the stamp is written last, so that it is locked shortly. Inside of another change it is a savepoint of that one, which
    renews the revision for both. With an exception everything is rolled back and nothing is renewed.
    """
    with transaction.atomic(), _one_revision():
        _lock()
        yield


def renew() -> str:
    """Give the knowledge base a new stamp, because what the pages show was changed; inside a ``knowledge_change`` at its end."""
    new = new_stamp()
    noted = _noted.get()
    if noted is not None:
        noted.append(new)
    elif not KnowledgeVersion.objects.filter(pk=ONLY).update(stamp=new, changed_at=timezone.now()):
        KnowledgeVersion.objects.update_or_create(pk=ONLY, defaults={"stamp": new})
    return new


def watch() -> None:
    """Renew the revision with every row that is saved or deleted."""
    post_save.connect(_changed, dispatch_uid="inspections.write.saved")
    post_delete.connect(_changed, dispatch_uid="inspections.write.deleted")


def _lock() -> None:
    """Wait until no other transaction writes; the lock is given back when this one ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@contextmanager
def _one_revision() -> Iterator[None]:
    if _noted.get() is not None:
        yield
        return
    noted: list[str] = []
    token = _noted.set(noted)
    try:
        yield
    finally:
        _noted.reset(token)
    if noted:
        renew()


def _changed(sender: type[Model], raw: bool = False, **kwargs: Any) -> None:
    of_a_migration = sender.__module__ == "__fake__"
    if sender._meta.app_label in APPS and sender is not KnowledgeVersion and not raw and not of_a_migration:
        renew()
