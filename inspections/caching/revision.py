"""The version of the knowledge base: told by one cheap query, new after every change, and what is remembered for as long as it stays.

``inspections.write`` renews it with what is written.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

from inspections.models import KnowledgeVersion
from inspections.write import ONLY, renew

Value = TypeVar("Value")
KEPT_SECONDS = 24 * 3600


def stamp() -> str:
    """The stamp of the knowledge base as it is now; one query by primary key."""
    found = KnowledgeVersion.objects.filter(pk=ONLY).values_list("stamp", flat=True).first()
    return found or renew()


def remembered(name: str, version: str, make: Callable[[], Value]) -> Value:
    """What ``make`` gives, made once a version. ``name`` must tell it from everything else, and ``version`` be read before."""
    key = f"knowledge:{version}:{hashlib.sha256(name.encode()).hexdigest()}"
    found: Value | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, KEPT_SECONDS)
    return found
