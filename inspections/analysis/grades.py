"""Grades on a day: the latest judgement of each authority in a domain, counted by band and by one other thing.

Order of decision: the latest judgements of the day are found first and then filtered, so a filter never replaces a
judgement by an older one. Authorities count only while they exist. Shares are of the judgements that are held; how many
authorities there are stands beside them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from inspections.analysis.bands import NO_BAND, Band
from inspections.analysis.charts import BarChart, BarCounts, bar_chart, share
from inspections.analysis.days import CountedFrom, last_day, latest_on, latest_on_each
from inspections.analysis.filters import AnalysisFilterSet
from inspections.analysis.filtersets import LEADERSHIP, GroupedBy
from inspections.analysis.ground import Ground, held_up_to
from inspections.analysis.history import JudgedInspection
from inspections.counted import counted
from inspections.judgements.latest import OVERALL
from inspections.lists.holding import UNKNOWN_FRAMEWORK
from inspections.models import partial_dates

FEW_TO_LIST = 40
"""The most judgements that are listed without being asked for."""

Rows = list[JudgedInspection]


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many judgements of a group have a band; ``query`` lists them, ``share`` is in per cent or None."""

    band: Band
    number: int
    share: int | None
    query: str


@dataclass(frozen=True, slots=True)
class GradeGroup:
    """Judgements that are counted together, by band from the best on, on a day, in a domain.

    ``authorities`` is the number of those that exist, None where the group is no place. ``partly`` is the number of
    judgements whose own domain compares with that of today only broadly or in part.
    """

    value: str
    label: str
    day: str
    domain: str
    counts: tuple[GradeCount, ...]
    authorities: int | None
    partly: int

    @property
    def total(self) -> int:
        """How many judgements are held."""
        return sum(count.number for count in self.counts)

    @property
    def missing(self) -> int:
        """How many authorities have no judgement that is held."""
        return max(0, (self.authorities or 0) - self.total)


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A number as files have it: what was asked, the group, and its judgements of one band."""

    by: GroupedBy
    rule: CountedFrom
    group: GradeGroup
    count: GradeCount


@dataclass(frozen=True, slots=True)
class Grades:
    """The answer: groups, all of them together where that can be, and the keys of judgements to be listed.

    ``found`` is the number of judgements that could be listed; ``held`` is the day up to which inspections are held.
    ``later_without`` counts the authorities that were inspected later without an overall grade, where the overall
    judgement is asked for; ``by_domain`` is the query of the same question by domain.
    """

    day: str
    held: str
    domain: str
    by: GroupedBy
    rule: CountedFrom
    bands: tuple[Band, ...]
    crosswalk: str
    groups: tuple[GradeGroup, ...]
    together: GradeGroup | None
    chart: BarChart | None
    listed: tuple[int, ...]
    found: int
    later_without: int
    by_domain: str

    @property
    def all_groups(self) -> tuple[GradeGroup, ...]:
        """The groups, and last all of them together."""
        return (*self.groups, *((self.together,) if self.together else ()))

    @property
    def has_authorities(self) -> bool:
        """Whether it is told of any group how many authorities there are."""
        return any(group.authorities is not None for group in self.all_groups)

    @property
    def is_beyond(self) -> bool:
        """Whether the day lies after those up to which inspections are held."""
        return self.day > last_day(self.held)

    @property
    def rows(self) -> tuple[GradeRow, ...]:
        """A row for each group and band, as files have them."""
        return tuple(GradeRow(self.by, self.rule, group, count) for group in self.all_groups for count in group.counts)


def grades(filters: AnalysisFilterSet) -> Grades:
    """Return the grades on the day that is asked for, in a fixed number of queries."""
    return _Answer(filters).answer()


class _Answer:
    """What is asked, and the ground on which it is answered."""

    def __init__(self, filters: AnalysisFilterSet) -> None:
        self.filters = filters
        self.ground = Ground(filters.chosen("region"), filters.chosen("year"), filters.chosen("framework"))
        self.domain, self.by = filters.option("domain"), GroupedBy(filters.option("by"))
        self.rule, self.held = CountedFrom(filters.option("counted")), held_up_to()
        self.day = filters.day("on") or self.held
        wanted = {self.domain, LEADERSHIP} if self.domain == OVERALL else {self.domain}
        self.everything = self.ground.history(() if self.by is GroupedBy.DOMAIN else wanted)
        self.history = [row for row in self.everything if self.by is GroupedBy.DOMAIN or row.domain == self.domain]
        self.samples = any(self.ground.place(row).is_sample for row in self.history[:1])

    def answer(self) -> Grades:
        """The groups, the picture and the list."""
        days = list(_same_days(self.day, self.history)) if self.by is GroupedBy.DAY else [self.day]
        states = dict(zip(days, map(self._left, latest_on_each(self.history, days, self.rule), days), strict=True))
        state = states[self.day]
        ungraded = any(row.band == NO_BAND for rows in states.values() for row in rows)
        self.bands = tuple(band for band in self.ground.crosswalk.bands if band.number != NO_BAND or ungraded)
        groups = tuple(self._groups(state, states))
        is_divided = self.by in (GroupedBy.REGION, GroupedBy.YEAR, GroupedBy.FRAMEWORK)
        together = self._group("", "All together", state, self._there(self.day)) if is_divided else None
        chosen = self.filters.chosen("grade")
        wanted = [row for row in state if row.domain == self.domain and self._is_chosen(row, chosen)]
        listed = wanted if chosen or len(wanted) <= FEW_TO_LIST else []
        return Grades(
            self.day,
            self.held,
            self.ground.domains.get(self.domain, self.domain),
            self.by,
            self.rule,
            self.bands,
            self.ground.crosswalk.version,
            groups,
            together,
            self._chart((*groups, *((together,) if together and len(groups) > 1 else ()))),
            tuple(row.key for row in sorted(listed, key=lambda row: self.ground.place(row).name)),
            len(wanted),
            self._later_without(wanted) if self.domain == OVERALL else 0,
            self.filters.query_with(by=GroupedBy.DOMAIN.value, grade=None),
        )

    def _later_without(self, overall: Rows) -> int:
        """How many authorities had a later inspection that gave no overall grade: from 2026 on some give none."""
        others = [row for row in self.everything if row.domain == LEADERSHIP]
        newest = {row.authority: row for row in latest_on(others, self.day, self.rule)}
        return sum(
            later.inspection != row.inspection and later.started > row.started
            for row in overall
            if (later := newest.get(row.authority))
        )

    def _left(self, rows: Rows, day: str) -> Rows:
        last = last_day(day)
        return [row for row in rows if self.ground.place(row).exists_on(last) and self.ground.is_asked(row)]

    def _is_chosen(self, row: JudgedInspection, codes: Sequence[str]) -> bool:
        return not codes or any(band.number == row.band for band in self.ground.crosswalk.bands if band.code in codes)

    def _there(self, day: str, region: str = "") -> int | None:
        """How many authorities exist, None where the filters leave no place but inspections."""
        if self.ground.years or self.ground.frameworks_asked:
            return None
        return sum(not region or place.region == region for place in self.ground.there(day, samples=self.samples))

    def _groups(self, state: Rows, states: dict[str, Rows]) -> Iterable[GradeGroup]:
        match self.by:
            case GroupedBy.DAY:
                for day, rows in states.items():
                    if rows:
                        yield self._group(day, partial_dates.display(day), rows, self._there(day), day=day)
            case GroupedBy.REGION:
                found = _divided(state, lambda row: self.ground.place(row).region)
                regions = {place.region for place in self.ground.there(self.day, samples=self.samples)}
                for region in sorted(regions | set(found)):
                    yield self._group(region, region, found.get(region, []), self._there(self.day, region))
            case GroupedBy.YEAR:
                found = _divided(state, lambda row: row.year)
                for year in sorted(found, reverse=True):
                    yield self._group(year, year or "No date", found[year], None)
            case GroupedBy.FRAMEWORK:
                found = _divided(state, lambda row: self.ground.frameworks[row.framework][0])
                for code, name in reversed(self.ground.frameworks.values()):
                    if code in found:
                        yield self._group(code, name, found[code], None)
            case GroupedBy.DOMAIN:
                found = _divided(state, lambda row: row.domain)
                for code, name in self.ground.domains.items():
                    yield self._group(code, name, found.get(code, []), self._there(self.day), domain=name)

    def _group(
        self, value: str, label: str, rows: Rows, authorities: int | None, *, day: str = "", domain: str = ""
    ) -> GradeGroup:
        name = "on" if self.by is GroupedBy.DAY else self.by.value
        here = {name: value} if value and value != UNKNOWN_FRAMEWORK else {}
        counts, of_band = [], Counter(row.band for row in rows)
        for band in self.bands:
            number = of_band[band.number]
            query = self.filters.query_with(**here, grade=band.code)
            counts.append(GradeCount(band, number, share(number, len(rows)), query))
        domain = domain or self.ground.domains.get(self.domain, self.domain)
        partly = sum(not row.compares for row in rows)
        return GradeGroup(value, label, day or self.day, domain, tuple(counts), authorities, partly)

    def _chart(self, groups: Sequence[GradeGroup]) -> BarChart | None:
        domain = "each domain" if self.by is GroupedBy.DOMAIN else self.ground.domains.get(self.domain, self.domain)
        when = "" if self.by is GroupedBy.DAY else f" on {partial_dates.display(self.day)}"
        return bar_chart(
            f"Latest grades{when}: {domain}, by {self.by.label.lower()}",
            "A bar for each row of the table below, divided by grade from the best on the left to the worst.",
            [(band.look, band.name) for band in self.bands],
            [
                BarCounts(group.label, _of(group), tuple(count.number for count in group.counts))
                for group in groups
            ],
        )  # fmt: skip


def _of(group: GradeGroup) -> str:
    if group.authorities is None:
        return counted(group.total, "judgement")
    return f"{group.total} of {group.authorities} authorities"


def _divided(rows: Rows, key: Callable[[JudgedInspection], str]) -> dict[str, Rows]:
    found: dict[str, Rows] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found


def _same_days(day: str, rows: Rows) -> Iterable[str]:
    """The same day of each year, from the first in which a judgement can count."""
    years = [int(row.year) for row in rows if row.year]
    first = min(years, default=int(day[:4]))
    return (f"{year}{day[4:]}" for year in range(min(first, int(day[:4])), int(day[:4]) + 1))
