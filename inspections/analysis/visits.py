"""What visits look at, by the overall grade that was known at the time.

What a visit looked at is known where a table of outcomes states it, or where its letter names a theme of the framework
and nothing beside it. The grade at the time is the latest overall judgement whose report was published before the first
day of the visit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from inspections.analysis.bands import NO_BAND, Band
from inspections.analysis.charts import BarChart, BarCounts, bar_chart, share
from inspections.analysis.days import CountedFrom, counts_from, in_order
from inspections.analysis.filters import AnalysisFilterSet
from inspections.analysis.ground import Ground
from inspections.analysis.history import JudgedInspection
from inspections.analysis.inspection_rows import InspectionRow, inspection_rows
from inspections.analysis.names import key_of, shown
from inspections.counted import counted
from inspections.judgements.latest import OVERALL
from inspections.lists.as_at import VISITS


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit, what it looked at ("" if that is not stated), and the overall judgement at the time, if one is held."""

    inspection: InspectionRow
    theme: str
    band: Band
    judged: JudgedInspection | None


@dataclass(frozen=True, slots=True)
class VisitCount:
    """How many visits there were to authorities of a band; ``query`` lists them."""

    band: Band
    number: int
    share: int | None
    query: str


@dataclass(frozen=True, slots=True)
class VisitGroup:
    """The visits that looked at the same, or all of them."""

    label: str
    counts: tuple[VisitCount, ...]
    is_total: bool = False

    @property
    def total(self) -> int:
        """How many visits there were."""
        return sum(count.number for count in self.counts)


@dataclass(frozen=True, slots=True)
class Visits:
    """The answer: groups by what visits looked at, the picture, and the visits, the newest first."""

    bands: tuple[Band, ...]
    groups: tuple[VisitGroup, ...]
    chart: BarChart | None
    rows: tuple[Visit, ...]

    @property
    def listed(self) -> tuple[Visit, ...]:
        """What the page lists."""
        return self.rows


def visits(filters: AnalysisFilterSet) -> Visits:
    """Return what visits looked at, in a fixed number of queries."""
    ground = Ground()
    found = inspection_rows(ground, _condition(filters))
    names = shown(one.theme for one in found)
    bands = (*ground.crosswalk.bands[:-1], Band(NO_BAND, "None held", ()))
    at_the_time = _LatestBefore(ground.history([OVERALL]))
    rows = []
    for one in found:
        judged = at_the_time.find(one)
        band = next(band for band in bands if band.number == (judged.band if judged else NO_BAND))
        rows.append(Visit(one, names.get(key_of(one.theme), ""), band, judged))
    themes, grades = filters.chosen("theme"), filters.chosen("grade")
    rows = [row for row in rows if not themes or key_of(row.theme) in themes]
    groups = tuple(_groups(filters, bands, rows))
    left = tuple(row for row in rows if not grades or row.band.code in grades)
    return Visits(bands, groups, _chart(bands, groups), left)


class _LatestBefore:
    """The overall judgements of each authority by the day from which they were known."""

    def __init__(self, rows: Iterable[JudgedInspection]) -> None:
        self.lines: dict[int, list[tuple[str, JudgedInspection]]] = defaultdict(list)
        for row in in_order(rows, CountedFrom.PUBLISHED):
            self.lines[row.authority].append((counts_from(row, CountedFrom.PUBLISHED), row))

    def find(self, visit: InspectionRow) -> JudgedInspection | None:
        """The latest that was known before the first day of a visit; None without one, or without that day."""
        line = self.lines.get(visit.place.key, [])
        place = bisect_left(line, visit.started, key=lambda one: one[0]) if visit.started else 0
        return line[place - 1][1] if place else None


def _condition(filters: AnalysisFilterSet) -> Q:
    paths = {"region": "authority__region", "year": "year", "authority": "authority__slug"}
    chosen = {f"{path}__in": values for name, path in paths.items() if (values := filters.chosen(name))}
    return Q(framework__code__in=filters.chosen("kind") or VISITS, **chosen)


def _groups(filters: AnalysisFilterSet, bands: Sequence[Band], rows: Sequence[Visit]) -> Iterable[VisitGroup]:
    found: dict[str, list[Visit]] = defaultdict(list)
    for row in rows:
        found[row.theme].append(row)
    by_number = sorted(found, key=lambda theme: (not theme, -len(found[theme]), theme))
    for theme in by_number:
        counts = _counts(filters, bands, found[theme], {"theme": key_of(theme)} if theme else None)
        yield VisitGroup(theme or "Not stated", counts)
    if len(found) > 1:
        yield VisitGroup("All together", _counts(filters, bands, rows, {}), is_total=True)


def _counts(
    filters: AnalysisFilterSet, bands: Sequence[Band], rows: Sequence[Visit], here: dict[str, str] | None
) -> tuple[VisitCount, ...]:
    """The visits by band; ``here`` is what a link to them has to choose, None where no filter chooses them."""
    counts, of_band = [], Counter(row.band.number for row in rows)
    for band in bands:
        number = of_band[band.number]
        query = "" if here is None else filters.query_with(**here, grade=band.code)
        counts.append(VisitCount(band, number, share(number, len(rows)), query))
    return tuple(counts)


def _chart(bands: Sequence[Band], groups: Sequence[VisitGroup]) -> BarChart | None:
    return bar_chart(
        "What visits looked at, by the overall grade at the time",
        "A bar for each subject, divided by the overall grade that was known at the time, the best on the left.",
        [(band.look, band.name) for band in bands],
        [
            BarCounts(one.label, counted(one.total, "visit"), tuple(count.number for count in one.counts))
            for one in groups
        ],
    )
