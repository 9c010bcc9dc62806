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

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from contextvars import ContextVar
from typing import Any, TypeVar

from django.db import DatabaseError, connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from inspections.models import KnowledgeRevision
from inspections.models.revision import held_revision, new_revision

APPS = frozenset({"inspections", "findings"})
LOCK = 7_301_968_421
"""The number of the write lock; PostgreSQL's advisory locks share one range of numbers in a database."""
ONLY = 1
"""The key of the one row that holds the current revision."""

WAIT_BESIDE_OTHERS = "400ms"
"""How long a trial waits for a row of another transaction; PostgreSQL looks for deadlocks after a second."""

MET_OTHERS = frozenset({"55P03", "40001", "40P01", "23505", "23503"})
"""What PostgreSQL says (SQLSTATE) to a trial that met what another transaction has written: it waited too long, its
view was out of date, each waited for the other, a key that is there already, and one that is gone."""

Result = TypeVar("Result")

_takes_lock: ContextVar[bool] = ContextVar("_takes_lock", default=True)
"""Whether a change waits until it is the only one; not in a trial beside others."""

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


def tried(work: Callable[[], Result]) -> Result:
    """What a piece of work returns in a ``knowledge_trial``, as a rule beside other writers and not after them.

    On PostgreSQL it first sees the database as it is now and takes no write lock, so that trials keep nobody waiting.
    If it meets what another transaction has written, it is done again as the only writer. It waits for others for less
    time than PostgreSQL takes to look for deadlocks, so that it is always the trial that gives way.
    """
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        try:
            return _tried_beside_others(work)
        except DatabaseError as error:
            if getattr(error.__cause__, "pgcode", None) not in MET_OTHERS:
                raise
    return _tried(work, knowledge_trial)


def _tried(work: Callable[[], Result], trial: Callable[[], AbstractContextManager[None]]) -> Result:
    found: list[Result] = []
    with trial():
        found.append(work())
    (result,) = found
    return result


def _tried_beside_others(work: Callable[[], Result]) -> Result:
    token = _takes_lock.set(False)
    try:
        return _tried(work, _trial_beside_others)
    finally:
        _takes_lock.reset(token)


@contextmanager
def _trial_beside_others() -> Iterator[None]:
    with suppress(_TakenBack), transaction.atomic(), _one_revision():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [WAIT_BESIDE_OTHERS])
        yield
        raise _TakenBack


def renew() -> str:
    """Give the knowledge base a new revision, and return it. Inside a ``knowledge_change`` it is written at its end."""
    revision = new_revision()
    if held := held_revision.get():
        held.clear()
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
    if connection.vendor == "postgresql" and _takes_lock.get():
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
