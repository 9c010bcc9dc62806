"""Inspections by their lead inspector, where a report or a table of outcomes names one.

Which inspections somebody leads is decided by the inspectorate; nothing is said here of what that means for grades. Two
people of one name cannot be told apart, and one person under two names shows twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from inspections.analysis.charts import BarChart, BarCounts, bar_chart
from inspections.analysis.filters import AnalysisFilterSet
from inspections.analysis.ground import Ground
from inspections.analysis.inspection_rows import InspectionRow, inspection_rows
from inspections.analysis.names import key_of, shown
from inspections.counted import counted

MOST = 100
"""The most people in the table; the filter has all of them."""


@dataclass(frozen=True, slots=True)
class LedInspection:
    """An inspection with its lead inspector: the key and the form of the name that is shown."""

    inspection: InspectionRow
    lead: str
    name: str


@dataclass(frozen=True, slots=True)
class LeadInspector:
    """A lead inspector, with the number and the years of the inspections; ``query`` lists them."""

    name: str
    number: int
    first: str
    last: str
    query: str


@dataclass(frozen=True, slots=True)
class LeadInspectors:
    """The answer: who led most inspections, the inspections, and of how many the lead inspector is not known.

    ``others`` is the number of people who led fewer and are not among them, ``total`` that of all inspections under the
    other filters. The picture tells of all of them, so there is none of chosen people. ``alike`` are people who are not
    chosen and have the last name of one who is: whether they are the same person, no document says.
    """

    people: tuple[LeadInspector, ...]
    others: int
    chosen: tuple[str, ...]
    chart: BarChart | None
    rows: tuple[LedInspection, ...]
    unknown: int
    total: int
    alike: tuple[LeadInspector, ...] = ()

    @property
    def listed(self) -> tuple[LedInspection, ...]:
        """What the page lists."""
        return self.rows


def inspectors(filters: AnalysisFilterSet) -> LeadInspectors:
    """Return inspections by their lead inspector, in a fixed number of queries."""
    found = inspection_rows(Ground(), _condition(filters))
    names = shown(one.lead_inspector for one in found)
    rows = [LedInspection(one, key, names[key]) for one in found if (key := key_of(one.lead_inspector)) in names]
    chosen = filters.chosen("lead")
    left = tuple(row for row in rows if not chosen or row.lead in chosen)
    people = tuple(_people(filters, left))
    known = tuple(names[key] for key in chosen if key in names)
    others = max(0, len(people) - MOST)
    chart = None if chosen else _chart(found, rows)
    alike = tuple(_people(filters, _with_last_names_of(chosen, rows), chosen))
    return LeadInspectors(people[:MOST], others, known, chart, left, len(found) - len(rows), len(found), alike)


def _with_last_names_of(chosen: Sequence[str], rows: Iterable[LedInspection]) -> list[LedInspection]:
    """The inspections of others whose last name is that of somebody who is chosen."""
    last_names = {lead.rpartition("-")[2] for lead in chosen}
    return [row for row in rows if row.lead not in chosen and row.lead.rpartition("-")[2] in last_names]


def _condition(filters: AnalysisFilterSet) -> Q:
    paths = {"region": "authority__region", "year": "year", "framework": "framework__code"}
    return Q(**{f"{path}__in": values for name, path in paths.items() if (values := filters.chosen(name))})


def _people(
    filters: AnalysisFilterSet, rows: Iterable[LedInspection], beside: Sequence[str] = ()
) -> Iterable[LeadInspector]:
    """The people who led the inspections, most first; the query of each lists theirs with those of ``beside``."""
    found: dict[str, list[LedInspection]] = defaultdict(list)
    for row in rows:
        found[row.lead].append(row)
    for lead, led in sorted(found.items(), key=lambda one: (-len(one[1]), one[1][0].name.lower())):
        years = sorted(row.inspection.year for row in led if row.inspection.year) or [""]
        yield LeadInspector(led[0].name, len(led), years[0], years[-1], filters.query_with(lead=[*beside, lead]))


def _chart(found: Sequence[InspectionRow], rows: Sequence[LedInspection]) -> BarChart | None:
    of_year, known = Counter(one.year for one in found), Counter(row.inspection.year for row in rows)
    counts = [
        BarCounts(year, counted(of_year[year], "inspection"), (known[year], of_year[year] - known[year]))
        for year in sorted(filter(None, of_year), reverse=True)
    ]
    return bar_chart(
        "Of how many inspections the lead inspector is known, by year",
        "A bar for each year: on the left the inspections whose lead inspector is known, on the right the others.",
        [("step-4", "Lead inspector known"), ("none", "Not known")],
        counts,
    )
