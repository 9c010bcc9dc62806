"""Matters that are asked most, across authorities, and again and again, of one authority.

A matter is a concept of the main clause of a recommendation (``findings.interpretation.matters.recommendations``), as
rules see it. A report asks a matter once, however many of its recommendations are about it. A plan or paper that lists
anew what an inspection recommended asks nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, Min, OuterRef, QuerySet

from findings.interpretation.matters.concepts import concepts
from findings.models import AskedMatter, Recommendation
from inspections.analysis.charts import BarChart, BarCounts, bar_chart
from inspections.analysis.filters import AnalysisFilterSet
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
    again = _printed_again()
    shown = AskedMatter.objects.filter(is_published("report__"), **chosen).exclude(recommendation__in=again)
    of = Report.objects.published().filter(**{name.removeprefix("report__"): values for name, values in chosen.items()})
    recommends = Recommendation.objects.live().filter(report=OuterRef("pk")).exclude(pk__in=again)
    total = of.filter(Exists(recommends)).order_by().count()
    counted = (
        shown.order_by()
        .values("concept")
        .annotate(
            recommendations=Count("pk"),  # each asks a matter once
            reports=Count("report", distinct=True),
            authorities=Count("report__authority", distinct=True),
            first=Min("report__year"),
            last=Max("report__year"),
        )
    )
    is_of_one = len(authorities) == 1
    known = concepts()
    rows = [
        MatterRow(
            row["concept"],
            known[row["concept"]].name,
            row["recommendations"],
            row["reports"],
            row["authorities"],
            row["first"],
            row["last"],
            total,
            filters.query_with(matter=row["concept"]),
        )
        for row in counted
        if row["concept"] in known and (row["reports"] >= FEWEST_REPORTS or not is_of_one)
    ]
    rows.sort(key=lambda row: (-row.reports, -row.recommendations, row.name))
    listed = shown.filter(concept__in=asked).order_by("-report__year", "report", "recommendation__ordinal")
    pairs = tuple(listed.values_list("concept", "recommendation")) if asked else ()
    return Matters(tuple(rows), pairs, total, is_of_one, _chart(rows[:MOST_DRAWN]))


def _printed_again() -> QuerySet[Recommendation, int]:
    """The keys of recommendations that repeat one of another public report."""
    repeating = Recommendation.objects.filter(restates__isnull=False, restates__retired_at__isnull=True)
    return repeating.filter(is_published("restates__report__")).order_by().values_list("pk", flat=True)


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
