"""Writing to the knowledge base: in one transaction, by one writer at a time, with one new revision at the end.

Loading and correcting decide by what the database already holds: whether the file, the report or the row is known,
which corrections are active, what all reports of an authority state. Two writers at the same time would create a report
twice, or overwrite a correction that was made in between. SQLite lets one transaction write at a time; on PostgreSQL
an advisory lock does the same.

The revision is renewed in the transaction of the change, so that no reader sees one without the other: by signals when
a row of this app or of ``findings`` is saved or deleted on its own, and by a call of ``renew`` where rows are written
in bulk.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from inspections.models import KnowledgeRevision
from inspections.models.revision import new_revision

APPS = frozenset({"inspections", "findings"})
LOCK = 7_301_968_421
"""The number of the write lock; PostgreSQL's advisory locks share one range of numbers in a database."""
ONLY = 1
"""The key of the one row that holds the current revision."""

_pending: ContextVar[list[str] | None] = ContextVar("_pending", default=None)
"""The revisions that were asked for inside the current change; None outside of a change."""


class _TakenBack(Exception):
    """Ends the transaction of a trial."""


@contextmanager
def knowledge_change() -> Iterator[None]:
    """Write alone, in one transaction: wait for other writers, then renew the revision once if anything changed.

    The row with the revision is written last, so that it is locked only briefly. Inside another change this is a
    savepoint of that change, which renews the revision for both. An exception rolls everything back and renews nothing.
    """
    with transaction.atomic(), _one_revision():
        _lock()
        yield


@contextmanager
def knowledge_trial() -> Iterator[None]:
    """Write as in a ``knowledge_change``, look at what that did, and take everything back at the end.

    The revision stays what it was. An exception is passed on.
    """
    with suppress(_TakenBack), knowledge_change():
        yield
        raise _TakenBack


def renew() -> str:
    """Give the knowledge base a new revision, and return it. Inside a ``knowledge_change`` it is written at its end."""
    revision = new_revision()
    pending = _pending.get()
    if pending is not None:
        pending.append(revision)
    elif not KnowledgeRevision.objects.filter(pk=ONLY).update(revision=revision, changed_at=timezone.now()):
        KnowledgeRevision.objects.update_or_create(pk=ONLY, defaults={"revision": revision})
    return revision


def watch() -> None:
    """Connect the signals that renew the revision when a row is saved or deleted."""
    post_save.connect(_changed, dispatch_uid="inspections.write.saved")
    post_delete.connect(_changed, dispatch_uid="inspections.write.deleted")


def _lock() -> None:
    """Wait until no other transaction writes. The lock is released when this transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


@contextmanager
def _one_revision() -> Iterator[None]:
    if _pending.get() is not None:
        yield
        return
    pending: list[str] = []
    token = _pending.set(pending)
    try:
        yield
    finally:
        _pending.reset(token)
    if pending:
        renew()


def _changed(sender: type[Model], raw: bool = False, **kwargs: Any) -> None:
    of_a_migration = sender.__module__ == "__fake__"
    if sender._meta.app_label in APPS and sender is not KnowledgeRevision and not raw and not of_a_migration:
        renew()
