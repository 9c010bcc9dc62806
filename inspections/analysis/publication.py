"""Days from the last day of an inspection to the publication of its report.

Only inspections whose both days are known count; how many are left out is told. A report that is dated before the last
day of its inspection is left out as well: one of the two dates is wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from django.db.models import Q

from inspections.analysis.charts import FEWEST, BarChart, BarCounts, bar_chart, share
from inspections.analysis.filters import AnalysisFilterSet
from inspections.analysis.filtersets import PublicationBy
from inspections.analysis.ground import Ground
from inspections.analysis.inspection_rows import InspectionRow, inspection_rows
from inspections.analysis.spans import between
from inspections.counted import counted

STEPS = (42, 63, 91)
"""Days up to which a step goes: six, nine and thirteen weeks."""
STEP_NAMES = ("Up to 6 weeks", "6 to 9 weeks", "9 to 13 weeks", "Longer than 13 weeks")
LOOKS = ("step-1", "step-2", "step-3", "step-4")


@dataclass(frozen=True, slots=True)
class Published:
    """An inspection with the days from its last day to publication."""

    inspection: InspectionRow
    days: int

    @property
    def step(self) -> int:
        """The place of the days in ``STEP_NAMES``."""
        return sum(self.days > most for most in STEPS)


@dataclass(frozen=True, slots=True)
class PublicationGroup:
    """Inspections that are counted together: how many took how long, and the middle; None for fewer than five."""

    label: str
    query: str
    counts: tuple[tuple[int, int | None], ...]
    middle: float | None
    shortest: int
    longest: int
    is_total: bool = False

    @property
    def total(self) -> int:
        """How many inspections there are."""
        return sum(number for number, _ in self.counts)


@dataclass(frozen=True, slots=True)
class PublicationTimes:
    """The answer: groups, the picture, the inspections from the longest on, and how many were left out and why."""

    by: PublicationBy
    steps: tuple[str, ...]
    groups: tuple[PublicationGroup, ...]
    chart: BarChart | None
    rows: tuple[Published, ...]
    undated: int
    reversed: int

    @property
    def listed(self) -> tuple[Published, ...]:
        """What the page lists."""
        return self.rows


def publication_times(filters: AnalysisFilterSet) -> PublicationTimes:
    """Return the days to publication, in a fixed number of queries."""
    by = PublicationBy(filters.option("by"))
    rows, undated, wrong = [], 0, 0
    for one in inspection_rows(Ground(), _condition(filters)):
        span = between(one.ended, one.published)
        if span is None or not span.is_exact:
            undated += 1
        elif span.fewest < 0:
            wrong += 1
        else:
            rows.append(Published(one, span.fewest))
    groups = tuple(_groups(filters, by, rows))
    rows.sort(key=lambda row: (-row.days, row.inspection.place.name))
    return PublicationTimes(by, STEP_NAMES, groups, _chart(by, groups), tuple(rows), undated, wrong)


def _condition(filters: AnalysisFilterSet) -> Q:
    paths = {
        "framework": "framework__code", "region": "authority__region", "year": "year", "authority": "authority__slug",
    }  # fmt: skip
    chosen = {f"{path}__in": values for name, path in paths.items() if (values := filters.chosen(name))}
    return Q(**chosen)


def _groups(filters: AnalysisFilterSet, by: PublicationBy, rows: Sequence[Published]) -> Iterable[PublicationGroup]:
    found: dict[tuple[str, str], list[Published]] = defaultdict(list)
    for row in rows:
        one = row.inspection
        key = {
            PublicationBy.YEAR: (one.year, one.year),
            PublicationBy.FRAMEWORK: (one.framework, one.framework_name),
            PublicationBy.REGION: (one.place.region, one.place.region),
        }[by]
        found[key].append(row)
    for value, label in sorted(found, reverse=by is PublicationBy.YEAR):
        yield _group(label, filters.query_with(**{by.value: value}), found[value, label])
    if len(found) > 1:
        yield replace(_group("All together", filters.query_with(), rows), is_total=True)


def _group(label: str, query: str, rows: Sequence[Published]) -> PublicationGroup:
    days = [row.days for row in rows]
    of_step = Counter(row.step for row in rows)
    counts = tuple((of_step[step], share(of_step[step], len(rows))) for step in range(len(STEP_NAMES)))
    middle = median(days) if len(days) >= FEWEST else None
    return PublicationGroup(label, query, counts, middle, min(days), max(days))


def _chart(by: PublicationBy, groups: Sequence[PublicationGroup]) -> BarChart | None:
    return bar_chart(
        f"From the last day of the inspection to publication, by {by.label.lower()}",
        "A bar for each row of the table below, divided by the time, from the shortest on the left.",
        list(zip(LOOKS, STEP_NAMES, strict=True)),
        [
            BarCounts(one.label, counted(one.total, "inspection"), tuple(number for number, _ in one.counts))
            for one in groups
        ],
    )
