"""Matters that are asked most, across authorities, and again and again, of one authority.

A matter is a concept of the main clause of a recommendation (``findings.interpretation.matters.recommendations``), as
rules see it. A report asks a matter once, however many of its recommendations are about it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, QuerySet

from findings.interpretation.matters.concepts import concepts
from findings.models import AskedMatter, Recommendation
from inspections.analysis.charts import BarChart, BarCounts, bar_chart
from inspections.analysis.filters import AnalysisFilterSet
from inspections.lists.lookups import among
from inspections.models import Report
from inspections.models.visibility import is_published

MOST_DRAWN = 12
"""The picture shows so many matters; the table beside it has all."""
FEWEST_REPORTS = 2
"""A matter of an authority is asked again from so many of its reports on."""


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter with the numbers of recommendations, reports and authorities, and the first and last year.

    ``of`` is the number of all reports that recommend anything, under the same filters; ``query`` lists the
    recommendations.
    """

    code: str
    name: str
    recommendations: int
    reports: int
    authorities: int
    first: int | None
    last: int | None
    of: int
    query: str


@dataclass(frozen=True, slots=True)
class AskedAgain:
    """A recommendation about a matter."""

    matter: str
    recommendation: Recommendation


@dataclass(frozen=True, slots=True)
class Matters:
    """The answer: a row a matter, the most asked first; ``listed`` are recommendations about the chosen matter."""

    rows: tuple[MatterRow, ...]
    listed: tuple[tuple[str, int], ...]
    reports: int
    is_of_one_authority: bool
    chart: BarChart | None
    most_drawn: int = MOST_DRAWN


def matters(filters: AnalysisFilterSet) -> Matters:
    """Count the matters that recommendations ask, in three queries."""
    authorities, asked = filters.chosen("authority"), filters.chosen("matter")
    paths = {"authority": "authority__slug", "region": "authority__region", "year": "year", "kind": "kind"}
    chosen = {f"report__{path}__in": values for name, path in paths.items() if (values := filters.chosen(name))}
    shown = AskedMatter.objects.filter(is_published("report__"), **chosen)
    of = Report.objects.published().filter(**{name.removeprefix("report__"): values for name, values in chosen.items()})
    recommends = Recommendation.objects.live().filter(report=OuterRef("pk"))
    total = of.filter(Exists(recommends)).order_by().count()
    is_of_one = len(authorities) == 1
    known = concepts()
    rows = [
        MatterRow(code, known[code].name, *numbers, total, filters.query_with(matter=code))
        for code, numbers in _numbers(of, bool(chosen)).items()
        if code in known and (numbers.reports >= FEWEST_REPORTS or not is_of_one)
    ]
    rows.sort(key=lambda row: (-row.reports, -row.recommendations, row.name))
    listed = shown.filter(concept__in=asked).order_by("-report__year", "report", "recommendation__ordinal")
    pairs = tuple(listed.values_list("concept", "recommendation")) if asked else ()
    return Matters(tuple(rows), pairs, total, is_of_one, _chart(rows[:MOST_DRAWN]))


class _MatterNumbers(NamedTuple):
    """How often a matter is asked: by recommendations, reports and authorities, and in which years."""

    recommendations: int
    reports: int
    authorities: int
    first: int | None
    last: int | None


def _numbers(reports: QuerySet[Report], is_part: bool) -> dict[str, _MatterNumbers]:
    """The numbers of each matter in reports, which ``is_part`` tells from all that are published.

    The database counts recommendations by matter and report, out of an index; reports and authorities are counted here.
    To count them as distinct sorts every row for each: 85 ms on PostgreSQL over 2,379 reports.
    """
    facts = {pk: (authority, year) for pk, authority, year in reports.order_by().values_list("pk", "authority", "year")}
    asked = AskedMatter.objects.filter(among(facts, "report__pk")) if is_part else AskedMatter.objects.all()
    found: dict[str, list[tuple[int, int | None, int | None]]] = defaultdict(list)
    for concept, report, number in asked.order_by().values_list("concept", "report").annotate(number=Count("pk")):
        if report in facts:
            found[concept].append((number, *facts[report]))
    return {concept: _added_up(rows) for concept, rows in found.items()}


def _added_up(rows: Sequence[tuple[int, int | None, int | None]]) -> _MatterNumbers:
    """Rows of one matter, each a report with its number of recommendations, its authority and its year."""
    authorities = {authority for _, authority, _ in rows if authority is not None}
    years = [year for _, _, year in rows if year is not None]
    number = sum(number for number, _, _ in rows)
    return _MatterNumbers(number, len(rows), len(authorities), min(years, default=None), max(years, default=None))


def _chart(rows: Sequence[MatterRow]) -> BarChart | None:
    return bar_chart(
        "Matters by the share of reports that ask them",
        "A bar for each matter: on the left the reports that ask it, on the right the other reports that recommend.",
        (("step-4", "Reports that ask it"), ("none", "Other reports with recommendations")),
        [BarCounts(row.name, f"{row.reports} of {row.of}", (row.reports, row.of - row.reports)) for row in rows],
    )


def with_recommendations(listed: Sequence[tuple[str, int]]) -> list[AskedAgain]:
    """One page of what is listed, loaded in one query."""
    rows = Recommendation.objects.select_related("report__authority", "parent").in_bulk([pk for _, pk in listed])
    known = concepts()
    return [AskedAgain(known[code].name, rows[pk]) for code, pk in listed if pk in rows and code in known]
