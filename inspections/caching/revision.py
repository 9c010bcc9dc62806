"""The current revision of the knowledge base, and values that are cached for one revision.

``inspections.write`` renews the revision in the transaction of every change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

from inspections.models import KnowledgeRevision
from inspections.write import ONLY, renew

Value = TypeVar("Value")
SECONDS = 24 * 3600


def current_revision() -> str:
    """The revision of the knowledge base as it is now; one query by primary key."""
    found = KnowledgeRevision.objects.filter(pk=ONLY).values_list("revision", flat=True).first()
    return found or renew()


def cached(name: str, revision: str, compute: Callable[[], Value]) -> Value:
    """The value that ``compute`` gives, computed once for each name and revision.

    ``name`` must be unique among all cached values. Read ``revision`` before whatever ``compute`` depends on, so that a
    change in between leads to one computation too many and never to an outdated value. None is not cached.
    """
    key = f"knowledge:{revision}:{hashlib.sha256(name.encode()).hexdigest()}"
    found: Value | None = cache.get(key)
    if found is None:
        found = compute()
        cache.set(key, found, SECONDS)
    return found
