"""The version of the knowledge base: told by one cheap query, new after every change, and what is remembered for as long as it stays.

It is renewed in the transaction of the change, so that no reader sees one without the other: by every row of this app or of ``findings``
that is saved or deleted one by one (the admin, corrections), and by the loader, which writes in bulk, for every document that
changed anything. Whoever writes in bulk calls ``renew``. Long changes hold it back to their end (``one_change``), so that they lock the
one row last and shortly.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from django.core.cache import cache
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.utils import timezone

from inspections.models import KnowledgeVersion
from inspections.models.version import new_stamp

Value = TypeVar("Value")
APPS = frozenset({"inspections", "findings"})
KEPT_SECONDS = 24 * 3600
ONLY = 1

_noted: ContextVar[list[str] | None] = ContextVar("_noted", default=None)


def stamp() -> str:
    """The stamp of the knowledge base as it is now; one query by primary key."""
    found = KnowledgeVersion.objects.filter(pk=ONLY).values_list("stamp", flat=True).first()
    return found or renew()


def renew() -> str:
    """Give the knowledge base a new stamp, because what the pages show was changed; inside ``one_change`` at its end."""
    new = new_stamp()
    noted = _noted.get()
    if noted is not None:
        noted.append(new)
    elif not KnowledgeVersion.objects.filter(pk=ONLY).update(stamp=new, changed_at=timezone.now()):
        KnowledgeVersion.objects.update_or_create(pk=ONLY, defaults={"stamp": new})
    return new


@contextmanager
def one_change() -> Iterator[None]:
    """Renew the stamp once for all changes inside, at the end; goes inside of the transaction. With an exception nothing is renewed."""
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


def remembered(name: str, version: str, make: Callable[[], Value]) -> Value:
    """What ``make`` gives, made once a version. ``name`` must tell it from everything else, and ``version`` be read before."""
    key = f"knowledge:{version}:{hashlib.sha256(name.encode()).hexdigest()}"
    found: Value | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, KEPT_SECONDS)
    return found


def _changed(sender: type[Model], raw: bool = False, **kwargs: Any) -> None:
    of_a_migration = sender.__module__ == "__fake__"
    if sender._meta.app_label in APPS and sender is not KnowledgeVersion and not raw and not of_a_migration:
        renew()


def watch() -> None:
    """Renew the version with every row that is saved or deleted."""
    post_save.connect(_changed, dispatch_uid="inspections.version.saved")
    post_delete.connect(_changed, dispatch_uid="inspections.version.deleted")
