"""Days since the last graded inspection of each authority, as at a day.

Graded inspections are full ones (``inspections.lists.as_at``): those of an unknown framework, reviews of safeguarding
boards and area inspections do not count. The last day of the latest that began by the day counts; where that is not
known, it lies between the first day and that of publication. An authority of which none is held stands apart: it may
have been inspected all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspections.analysis.charts import BarChart, BarCounts, bar_chart, share
from inspections.analysis.days import last_day
from inspections.analysis.filters import AnalysisFilterSet
from inspections.analysis.ground import Ground, held_up_to
from inspections.analysis.history import AnalysedAuthority
from inspections.analysis.inspection_rows import InspectionRow, inspection_rows
from inspections.analysis.spans import Span, between
from inspections.counted import counted
from inspections.lists.as_at import is_full
from inspections.models import partial_dates

FULL = is_full()
STEPS = ("Under 1 year", "1 to 2 years", "2 to 3 years", "3 years or longer")
NONE_HELD = "None held"
LOOKS = ("step-1", "step-2", "step-3", "step-4", "none")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An authority with its latest graded inspection and the time since, both None where none is held."""

    place: AnalysedAuthority
    latest: InspectionRow | None
    span: Span | None
    day: str

    @property
    def step(self) -> int:
        """The place of the time in ``STEPS``, after the last one where none is held."""
        if self.span is None:
            return len(STEPS)
        return sum(self.span.is_years_or_longer(years) for years in range(1, len(STEPS)))


@dataclass(frozen=True, slots=True)
class WaitingGroup:
    """The authorities of a region, or all of them, by the time since; numbers with shares in the order of the steps."""

    label: str
    counts: tuple[tuple[int, int | None], ...]
    query: str
    is_total: bool = False

    @property
    def total(self) -> int:
        """How many authorities there are."""
        return sum(number for number, _ in self.counts)


@dataclass(frozen=True, slots=True)
class WaitingTimes:
    """The answer: groups by region, the picture, and the authorities, those that wait longest first."""

    day: str
    held: str
    longer: str
    steps: tuple[str, ...]
    groups: tuple[WaitingGroup, ...]
    chart: BarChart | None
    rows: tuple[Waiting, ...]

    @property
    def listed(self) -> tuple[Waiting, ...]:
        """What the page lists."""
        return self.rows

    @property
    def is_beyond(self) -> bool:
        """Whether the day lies after those up to which inspections are held."""
        return self.day > last_day(self.held)


def waiting_times(filters: AnalysisFilterSet) -> WaitingTimes:
    """Return the days since the last graded inspection, in a fixed number of queries."""
    ground, held = Ground(filters.chosen("region")), held_up_to()
    day, longer = filters.day("on") or held, filters.option("longer")
    full = inspection_rows(ground, FULL)
    newest: dict[int, InspectionRow] = {}
    for row in sorted(full, key=lambda row: (row.started or row.last_day, row.published)):
        if "" < (row.started or row.last_day) <= last_day(day):
            newest[row.place.key] = row
    there = ground.there(day, samples=any(row.place.is_sample for row in full[:1])) if full else []
    waiting = [_waiting(place, newest.get(place.key), day) for place in there]
    rows = [row for row in waiting if not longer or (row.span and row.span.is_years_or_longer(int(longer)))]
    rows.sort(key=lambda row: (-(row.span.fewest if row.span else -1), row.place.name))
    groups = tuple(_groups(filters, waiting))
    return WaitingTimes(day, held, longer, (*STEPS, NONE_HELD), groups, _chart(day, groups), tuple(rows))


def _waiting(place: AnalysedAuthority, latest: InspectionRow | None, day: str) -> Waiting:
    return Waiting(place, latest, _time_since(latest, day) if latest else None, day)


def _time_since(latest: InspectionRow, day: str) -> Span | None:
    since_publication, since_start = between(latest.published, day), between(latest.started, day)
    if latest.ended or since_publication is None or since_start is None:
        return between(latest.last_day, day)
    return Span(max(0, since_publication.fewest), since_start.most)


def _groups(filters: AnalysisFilterSet, waiting: Sequence[Waiting]) -> Iterable[WaitingGroup]:
    regions = sorted({row.place.region for row in waiting})
    for region in regions:
        rows = [row for row in waiting if row.place.region == region]
        yield WaitingGroup(region, _counts(rows), filters.query_with(region=region, longer=None))
    if len(regions) > 1:
        yield WaitingGroup("All together", _counts(waiting), filters.query_with(longer=None), is_total=True)


def _counts(rows: Sequence[Waiting]) -> tuple[tuple[int, int | None], ...]:
    numbers = [sum(row.step == step for row in rows) for step in range(len(STEPS) + 1)]
    return tuple((number, share(number, len(rows))) for number in numbers)


def _chart(day: str, groups: Sequence[WaitingGroup]) -> BarChart | None:
    return bar_chart(
        f"Time since the last graded inspection, as at {partial_dates.display(day)}, by region",
        "A bar for each row of the table below, divided by the time since, from the shortest on the left.",
        list(zip(LOOKS, (*STEPS, NONE_HELD), strict=True)),
        [
            BarCounts(
                one.label, counted(one.total, "authority", "authorities"), tuple(number for number, _ in one.counts)
            )
            for one in groups
        ],
    )
