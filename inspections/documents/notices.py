"""Replacing stored notices row by row, so that a notice that still applies stays the same row."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from inspections.documents.settling import reattach_settlements
from inspections.models import Notice

COLUMNS = ("source_id", "report_id", "level", "code", "message", "page", "line", "anchor")


def replace_notices(stored: models.QuerySet[Notice], wanted: Iterable[Notice]) -> bool:
    """Delete the stored notices that are no longer wanted, add the new ones, and return whether anything changed."""
    missing = list(wanted)
    stale: list[int] = []
    for notice in stored:
        same = next((i for i, one in enumerate(missing) if _facts(one) == _facts(notice)), None)
        if same is None:
            stale.append(notice.pk)
        else:
            missing.pop(same)
    if stale:
        Notice.objects.filter(pk__in=stale).delete()
    reattach_settlements(missing)
    Notice.objects.bulk_create(missing)
    return bool(stale or missing)


def _facts(notice: Notice) -> tuple[object, ...]:
    return tuple(getattr(notice, name) for name in COLUMNS)
