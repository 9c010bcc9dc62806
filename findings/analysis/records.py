"""The paragraphs and recommendations behind a number of a theme."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from findings.labels import label_of
from findings.models import Finding, Recommendation, RecordTheme
from inspections.models import Report, without_reading
from inspections.vocabulary import RecordKind

MODELS: dict[str, Any] = {RecordKind.FINDING: Finding, RecordKind.RECOMMENDATION: Recommendation}
RecordKey = tuple[str, int]
"""Kind and key of a record."""


def keys_behind(
    theme: str, kind: str, polarities: Sequence[str], reports: QuerySet[Report]
) -> QuerySet[RecordTheme, RecordKey]:
    """Return the records of a theme in some reports, of some polarities or of all, the newest report first."""
    rows = RecordTheme.objects.filter(theme=theme, kind=kind, report__in=reports.values("pk"))
    if polarities:
        rows = rows.filter(polarity__in=polarities)
    return rows.order_by("-report__year", "report", "record").values_list("kind", "record")


def records_of(keys: Sequence[RecordKey]) -> list[tuple[Any, str]]:
    """Return the records with their names, in the order of their keys, in a fixed number of queries."""
    found: dict[RecordKey, Any] = {}
    for kind in dict.fromkeys(kind for kind, _ in keys):
        wanted = [key for of, key in keys if of == kind]
        rows = MODELS[kind].objects.filter(pk__in=wanted).select_related("report__authority", "section")
        found |= {(kind, row.pk): row for row in without_reading(rows)}
    return [(found[key], label_of(found[key])) for key in keys if key in found]
