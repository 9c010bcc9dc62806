"""The current revision of the knowledge base, and values that are cached for one revision.

``inspections.write`` renews the revision in the transaction of every change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar

from django.core.cache import BaseCache, caches

from inspections.models import KnowledgeRevision
from inspections.models.revision import held_revision
from inspections.write import ONLY, renew

Value = TypeVar("Value")
Item = TypeVar("Item")
SECONDS = 24 * 3600


def current_revision() -> str:
    """The revision of the knowledge base as it is now; one query by primary key, one alone for a request that reads."""
    held = held_revision.get()
    if held:
        return held[0]
    found = KnowledgeRevision.objects.filter(pk=ONLY).values_list("revision", flat=True).first() or renew()
    if held is not None:
        held.append(found)
    return found


@contextmanager
def one_revision() -> Iterator[None]:
    """Read the revision once inside, however often it is asked for.

    What is computed inside can be newer than the revision under which it is kept, and never older.
    """
    token = held_revision.set([])
    try:
        yield
    finally:
        held_revision.reset(token)


def cached(name: str, revision: str, compute: Callable[[], Value]) -> Value:
    """The value that ``compute`` gives, computed once for each name and revision.

    ``name`` must be unique among all cached values. Read ``revision`` before whatever ``compute`` depends on, so that a
    change in between leads to one computation too many and never to an outdated value. None is not cached.
    """
    return _cached_in(caches["default"], name, revision, compute)


def shared(name: str, revision: str, compute: Callable[[], Value]) -> Value:
    """The same for the few values of which every page reads many: all get the same object, which nobody changes."""
    return _cached_in(caches["shared"], name, revision, compute)


def _cached_in(cache: BaseCache, name: str, revision: str, compute: Callable[[], Value]) -> Value:
    key = f"knowledge:{revision}:{hashlib.sha256(name.encode()).hexdigest()}"
    found: Value | None = cache.get(key)
    if found is None:
        found = compute()
        cache.set(key, found, SECONDS)
    return found


def for_revision(load: Callable[[], Iterable[Item]]) -> Callable[[], tuple[Item, ...]]:
    """A function of a module, which is then called once for each revision: its items are the same until then."""
    name = f"{load.__module__}.{load.__qualname__}"

    @wraps(load)
    def loaded() -> tuple[Item, ...]:
        return shared(name, current_revision(), lambda: tuple(load()))

    return loaded
