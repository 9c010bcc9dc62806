"""The years that a filter offers: those of the rows that can be found with it, the latest first.

Filters of lists take the years that they counted; filters of analyses and of search, which count nothing, take them
from here. What is hidden from the public offers no year.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from inspections.caching.revision import for_revision
from inspections.lists.as_at import VISITS
from inspections.models import Inspection, Judgement, Report

Years = tuple[tuple[str, str], ...]


@for_revision
def years_of_inspections() -> Years:
    """Years in which inspections began."""
    return _years(Inspection.objects.published())


@for_revision
def years_of_judged_inspections() -> Years:
    """Years in which inspections with a judgement began."""
    judged = Judgement.objects.published().filter(inspection=OuterRef("pk"))
    return _years(Inspection.objects.filter(Exists(judged)))


@for_revision
def years_of_visits() -> Years:
    """Years in which focused visits and monitoring visits began."""
    return _years(Inspection.objects.published().filter(framework__code__in=VISITS))


def years_of_reports(rows: QuerySet[Report] | None = None) -> Years:
    """Years in which reports, or some of them, were published."""
    return _years(Report.objects.published() if rows is None else rows)


def _years(rows: QuerySet[Inspection] | QuerySet[Report]) -> Years:
    found = rows.filter(year__isnull=False).order_by("-year").values_list("year", flat=True).distinct()
    return tuple((str(year), str(year)) for year in found)
