"""The reports that analyses of themes count: those of inspectorates that the public pages show.

Papers of councils and of the government, and tables of outcomes, do not count. Samples count only where there is
nothing else. Where nothing but facts of groups is asked for, whole groups are counted by their sums, and else reports.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.db.models import QuerySet

from findings.search.summed import are_whole, summed_groups
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


NOT_TOLD = "Framework not known"


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


class CountedGroup(NamedTuple):
    """Reports with the same facts, of which there are ``reports``; else as a ``CountedReport``."""

    key: int
    year: str
    framework: str
    framework_name: str
    region: str
    reports: int


def counted_groups(filters: AnalysisFilterSet) -> list[CountedGroup] | None:
    """Return the reports that the filters leave by groups; None where these cannot tell, and reports have to."""
    asked = {name: filters.chosen(name) for name in PATHS if name in filters.filters}
    if asked.get("authority") or not are_whole():
        return None
    rows = [group for group in summed_groups() if group.report_kind not in NOT_COUNTED]
    rows = [group for group in rows if not group.is_sample] or rows
    return [
        CountedGroup(
            group.key,
            group.year,
            group.framework or UNKNOWN_FRAMEWORK,
            group.framework_name or NOT_TOLD,
            group.region or NOT_KNOWN,
            group.reports,
        )
        for group in rows
        if all(not values or getattr(group, name) in values for name, values in asked.items() if name != "authority")
    ]


def report_facts(rows: QuerySet[Report]) -> list[CountedReport]:
    """Return reports as narrow rows, in one query."""
    columns = ("pk", "year", "inspection__framework__code", "inspection__framework__short_name", "authority__region")
    return [
        CountedReport(key, str(year or ""), framework or UNKNOWN_FRAMEWORK, name or NOT_TOLD, region or NOT_KNOWN)
        for key, year, framework, name, region in rows.values_list(*columns)
    ]
