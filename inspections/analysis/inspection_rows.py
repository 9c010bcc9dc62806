"""Inspections as narrow rows: who, under which framework, when, by whom. One query for all of England.

Only inspections that the public pages show count; those of the samples only where there is nothing else.
"""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.urls import reverse

from inspections.analysis.ground import Ground
from inspections.analysis.history import AnalysedAuthority
from inspections.models import Inspection
from inspections.models.inspection_days import first_day


class InspectionRow(NamedTuple):
    """An inspection; dates are partial, ``framework`` and ``framework_name`` those of its framework."""

    key: int
    place: AnalysedAuthority
    slug: str
    framework: str
    framework_name: str
    started: str
    ended: str
    published: str
    lead_inspector: str
    theme: str

    @property
    def year(self) -> str:
        """The year of the inspection, "" where it has no date."""
        return first_day(self)[:4]

    @property
    def last_day(self) -> str:
        """The last day of the inspection, as far as it is known: else its first, else that of publication."""
        return self.ended or self.started or self.published

    def get_absolute_url(self) -> str:
        """Return the inspection's permanent address."""
        return reverse("inspection", args=[self.place.slug, self.slug])


def inspection_rows(ground: Ground, condition: Q | None = None) -> list[InspectionRow]:
    """Return the inspections that fulfil a condition, the newest first."""
    rows: QuerySet[Inspection] = Inspection.objects.published()
    found = rows.filter(condition or Q()).order_by("-started", "-published", "pk")
    columns = ("pk", "authority", "slug", "framework", "started", "ended", "published", "lead_inspector", "theme")
    all_rows = [
        InspectionRow(key, ground.places[authority], slug, *ground.frameworks[framework], *rest)
        for key, authority, slug, framework, *rest in found.values_list(*columns)
    ]
    real = [row for row in all_rows if not row.place.is_sample]
    return real or all_rows
