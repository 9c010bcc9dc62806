"""The reports that analyses of themes count: those of inspectorates that the public pages show.

Papers of councils and of the government, and tables of outcomes, do not count. Samples count only where there is
nothing else.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import QuerySet

from inspections.analysis.filters import AnalysisFilterSet
from inspections.lists.holding import UNKNOWN_FRAMEWORK
from inspections.models import Report
from inspections.report_kinds import NATIONAL, PAPERS

PATHS = {
    "framework": "inspection__framework__code",
    "region": "authority__region",
    "year": "year",
    "authority": "authority__slug",
}
NOT_KNOWN = "Not known"
NOT_COUNTED = (*PAPERS, *NATIONAL)


class CountedReport(NamedTuple):
    """A report with what it is counted by; ``framework`` is the code, "" stands for what is not known."""

    key: int
    year: str
    framework: str
    framework_name: str
    region: str


def reports_of_inspectorates() -> QuerySet[Report]:
    """Return all reports that count."""
    rows = Report.objects.published().exclude(kind__in=NOT_COUNTED).order_by()
    real = rows.filter(authority__is_sample=False)
    return real if real.exists() else rows


def counted_reports(filters: AnalysisFilterSet) -> QuerySet[Report]:
    """Return the reports that the filters leave."""
    chosen: dict[str, Any] = {
        f"{path}__in": values
        for name, path in PATHS.items()
        if name in filters.filters and (values := filters.chosen(name))
    }
    return reports_of_inspectorates().filter(**chosen)


def report_facts(rows: QuerySet[Report]) -> list[CountedReport]:
    """Return reports as narrow rows, in one query."""
    columns = ("pk", "year", "inspection__framework__code", "inspection__framework__short_name", "authority__region")
    return [
        CountedReport(
            key, str(year or ""), framework or UNKNOWN_FRAMEWORK, name or "Framework not known", region or NOT_KNOWN
        )
        for key, year, framework, name, region in rows.values_list(*columns)
    ]
