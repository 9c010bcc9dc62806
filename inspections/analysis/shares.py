"""The share of one grade by region and year: of the grades given in a year, or of the latest grades at its end.

Grades given in a year are those of the inspections that began in it. The end of the last year is the day up to which
inspections are held. A region and year with fewer than five grades has numbers and no share.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspections.analysis.bands import NO_BAND, Band
from inspections.analysis.charts import BarChart, BarCounts, bar_chart, share
from inspections.analysis.days import CountedFrom, latest_on_each
from inspections.analysis.filters import AnalysisFilterSet
from inspections.analysis.filtersets import ShareCounted
from inspections.analysis.ground import Ground, held_up_to
from inspections.analysis.history import JudgedInspection

TOGETHER, ALL_YEARS = "All together", "All years"

Rows = list[JudgedInspection]
Years = dict[str | None, Rows]
"""The grades of each year; None stands for all years."""


@dataclass(frozen=True, slots=True)
class ShareCell:
    """How many of the grades of a region and year are the one asked for; None stands for all regions or years.

    ``year_name`` is the year, or all years that count in words.
    """

    region: str | None
    year: str | None
    year_name: str
    number: int
    total: int
    query: str

    @property
    def region_name(self) -> str:
        """The region, or "All together"."""
        return self.region or TOGETHER

    @property
    def share(self) -> int | None:
        """The share in per cent, None where there are too few."""
        return share(self.number, self.total)


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A region, or all together (None), with a cell for each year."""

    region: str | None
    cells: tuple[ShareCell, ...]

    @property
    def label(self) -> str:
        """The region, or "All together"."""
        return self.region or TOGETHER


@dataclass(frozen=True, slots=True)
class Shares:
    """The answer: rows by region with a cell for each year, pictures, and the keys of the judgements of the grade.

    With ``GIVEN`` the first column is that of all years. ``partly`` is the number of the grades counted whose domain
    compares with that of today only broadly or in part.
    """

    band: Band
    domain: str
    counted: ShareCounted
    held: str
    columns: tuple[str, ...]
    table: tuple[ShareRow, ...]
    charts: tuple[BarChart, ...]
    crosswalk: str
    listed: tuple[int, ...]
    partly: int

    @property
    def rows(self) -> tuple[ShareCell, ...]:
        """A row for each region and year, as files have them."""
        return tuple(cell for row in self.table for cell in row.cells)

    @property
    def chart(self) -> bool:
        """Whether anything is drawn."""
        return bool(self.charts)


def years_in_words(years: Sequence[str]) -> str:
    """At least one year, in order: "2022 alone", "2022 to 2026", or "2019, 2022" where some lie between."""
    first, last = years[0], years[-1]
    if int(last) - int(first) == len(years) - 1:
        return f"{first} alone" if first == last else f"{first} to {last}"
    return ", ".join(years)


def shares(filters: AnalysisFilterSet) -> Shares:
    """Return the share of a grade, in a fixed number of queries."""
    return _Answer(filters).answer()


class _Answer:
    """What is asked, and the grades of each year."""

    def __init__(self, filters: AnalysisFilterSet) -> None:
        self.filters, self.held = filters, held_up_to()
        self.ground = Ground(filters.chosen("region"), (), filters.chosen("framework"))
        self.domain, self.counted = filters.option("domain"), ShareCounted(filters.option("counted"))
        bands = self.ground.crosswalk.bands
        self.band = next(band for band in bands if band.code == filters.option("grade"))
        rows = [row for row in self.ground.history([self.domain]) if row.band != NO_BAND and row.started]
        first = filters.option("since") or min((row.year for row in rows), default=self.held[:4])
        chosen = filters.chosen("year")
        every = [f"{year}" for year in range(int(first), int(self.held[:4]) + 1)]
        self.years = [year for year in every if not chosen or year in chosen]
        is_narrowed = bool(chosen or filters.option("since"))
        self.together = years_in_words(self.years) if is_narrowed and self.years else ALL_YEARS
        self.by_year = self._given(rows) if self.counted is ShareCounted.GIVEN else self._state(rows)
        self.numbers = self._numbers()

    def _given(self, rows: Rows) -> Years:
        left = [row for row in rows if self.ground.is_asked(row)]
        by_year: Years = {year: [row for row in left if row.year == year] for year in self.years}
        return {None: [row for year in self.years for row in by_year[year]], **by_year}

    def _state(self, rows: Rows) -> Years:
        days = [min(f"{year}-12-31", self.held) for year in self.years]
        states = latest_on_each(rows, days, CountedFrom.INSPECTED)
        return {
            year: [row for row in state if self.ground.place(row).exists_on(day) and self.ground.is_asked(row)]
            for year, day, state in zip(self.years, days, states, strict=True)
        }

    def _numbers(self) -> dict[tuple[str | None, str | None], tuple[int, int]]:
        """By year and region (None: all), how many grades there are, and how many of them are the one asked for."""
        every, wanted = Counter[tuple[str | None, str | None]](), Counter[tuple[str | None, str | None]]()
        for year, rows in self.by_year.items():
            for region, band in ((self.ground.place(row).region, row.band) for row in rows):
                for of in (region, None):
                    every[year, of] += 1
                    wanted[year, of] += band == self.band.number
        return defaultdict(lambda: (0, 0), {key: (number, wanted[key]) for key, number in every.items()})

    def answer(self) -> Shares:
        """The table, the pictures and the list."""
        everything = [row for rows in self.by_year.values() for row in rows]
        regions = sorted({self.ground.place(row).region for row in everything})
        table = tuple(self._row(region) for region in (*regions, *([None] if len(regions) > 1 else [])))
        listed = self.by_year[None if self.counted is ShareCounted.GIVEN else self.years[-1]] if self.years else []
        return Shares(
            self.band,
            self.ground.domains.get(self.domain, self.domain),
            self.counted,
            self.held,
            tuple(year or self.together for year in self.by_year),
            table,
            tuple(self._charts(table)),
            self.ground.crosswalk.version,
            tuple(row.key for row in listed if row.band == self.band.number),
            sum(not row.compares for row in dict.fromkeys(everything)),
        )

    def _row(self, region: str | None) -> ShareRow:
        cells = []
        for year in self.by_year:
            total, number = self.numbers[year, region]
            changed = {} if region is None else {"region": region}
            changed |= {} if year is None else {"year": year}
            name = year or self.together
            cells.append(ShareCell(region, year, name, number, total, self.filters.query_with(**changed)))
        return ShareRow(region, tuple(cells))

    def _charts(self, table: Sequence[ShareRow]) -> Iterable[BarChart]:
        if not table:
            return
        place = 0 if self.counted is ShareCounted.GIVEN else -1
        by_region = [(row.label, row.cells[place]) for row in table]
        by_year = [(cell.year, cell) for cell in table[-1].cells if cell.year]
        when = by_region[0][1].year_name
        when = when.lower() if when == ALL_YEARS else when
        what = f"{self.band.name}, {self.ground.domains.get(self.domain, self.domain)}"
        for name, title, bars in (
            ("regions", f"{what}: by region, {when}", by_region),
            ("years", f"{what}: by year, {table[-1].label.lower() if len(table) > 1 else table[-1].label}", by_year),
        ):
            counts = [
                BarCounts(label, f"{cell.number} of {cell.total}", (cell.number, cell.total - cell.number))
                for label, cell in bars
            ]
            legend = ((self.band.look, self.band.name), ("none", "Other grades"))
            words = "A bar for each row or column of the table below; on the left those with the grade."
            if len(counts) > 1 and (chart := bar_chart(title, words, legend, counts, name=name)):
                yield chart
