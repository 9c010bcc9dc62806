"""What a confirmation is about: what was read of a record, and what is shown of it.

The key changes with each value that was read and with each correctable value that is shown. It does not change when a
record gets another place in its report, or when other records change.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from hashlib import sha256
from typing import Any

from django.db.models import QuerySet

from findings.models import Action, Finding, Recommendation, Risk, Section
from findings.models.changes import SECTION
from inspections.models import Judgement

RecordName = tuple[str, str]
"""The kind of a record and its anchor, which name it in its report."""

CONFIRMABLE: dict[str, type[Any]] = {
    model.KIND: model for model in (Judgement, Section, Finding, Recommendation, Action, Risk)
}
"""The records that the desk shows, by kind."""
AT_ONCE = 5_000
"""Anchors in one query; SQLite takes 32,766 values."""


def key_of(record: Any) -> str:
    """The key of a record as it is now."""
    names = [name for name in record.CORRECTABLE if name != SECTION]
    shown = {name: getattr(record, record._meta.get_field(name).attname) for name in names}
    read = {name: value for name, value in record.read.items() if name != SECTION}
    content = json.dumps([record.KIND, record.origin, read, shown], sort_keys=True, ensure_ascii=False)
    return sha256(content.encode()).hexdigest()


def keys_in(report: int, names: Iterable[RecordName]) -> dict[RecordName, str]:
    """The keys of those of the named records that a report has now; one query a kind."""
    anchors: dict[str, set[str]] = {}
    for kind, anchor in names:
        anchors.setdefault(kind, set()).add(anchor)
    return {
        (kind, row.anchor): key_of(row)
        for kind, wanted in anchors.items()
        for row in _rows(CONFIRMABLE[kind], report, wanted)
    }


def _rows(model: type[Any], report: int, anchors: Collection[str]) -> Iterable[Any]:
    rows: QuerySet[Any] = model.objects.live().filter(report=report)
    return rows.filter(anchor__in=anchors) if len(anchors) <= AT_ONCE else rows
