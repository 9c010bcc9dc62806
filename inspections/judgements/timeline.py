"""How an authority was judged over the years: years across, the domains of today down, older domains below them, and what else happened.

It decides in this order: an inspection that grades the council's services is a column; every other inspection, and every document that no
inspectorate wrote, is an event; years in which something happened stand apart, and those between them stand together in one column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from inspections.judgements.grid import GridCell, JudgementGrid
from inspections.models import AREA_FRAMEWORKS, Authority, Domain, Inspection, Judgement, Report, without_reading
from inspections.reference.lineage import GridGap, Lineage
from inspections.vocabulary import ReportKind

# An agenda only binds together the papers that are events themselves.
NO_EVENTS = frozenset({ReportKind.AGENDA})
VISITS, PAPERS = "Visits and other inspections", "The council’s and the government’s papers"
UNDATED = "Undated"


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Something that happened beside the judgements: its name, its date as far as it is known, where it leads, any outcome.

    ``title`` tells papers of one name apart, "" for inspections.
    """

    name: str
    date: str
    url: str
    title: str = ""
    outcome: Judgement | None = None
    is_reported_only: bool = False


@dataclass(frozen=True, slots=True)
class TimelineColumn:
    """An inspection that gave grades, and whether documents disagree about its dates."""

    inspection: Inspection
    has_conflict: bool


@dataclass(frozen=True, slots=True)
class TimelinePeriod:
    """A year, or several in which nothing is known, with its columns; none where no inspection gave grades."""

    label: str
    columns: tuple[TimelineColumn, ...]
    is_empty: bool

    @property
    def width(self) -> int:
        """The number of columns that it takes."""
        return max(1, len(self.columns))


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A domain with its cells; a period without inspections has one cell, in the first row of its group."""

    domain: Domain
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """Rows under one heading, "" for the domains of today."""

    title: str
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class TimelineEventRow:
    """Events of one sort, by period: each cell with the number of columns over which it reaches."""

    title: str
    cells: tuple[tuple[int, tuple[TimelineEvent, ...]], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods from the oldest on, groups of rows, and rows of events."""

    periods: tuple[TimelinePeriod, ...]
    groups: tuple[TimelineGroup, ...]
    event_rows: tuple[TimelineEventRow, ...]

    @property
    def width(self) -> int:
        """The number of columns of all periods."""
        return sum(period.width for period in self.periods)


def day_of(inspection: Inspection) -> str:
    """The day by which it is sorted and named, as far as it is known."""
    day: str = inspection.started or inspection.ended or inspection.published
    return day


def _inspections_of(authority: Authority) -> tuple[list[Inspection], list[Inspection]]:
    """Those that give grades to the council's services and those that do not, each from the oldest on."""
    found = Inspection.objects.published().filter(authority=authority).select_related("framework", "authority")
    graded: list[Inspection] = []
    others: list[Inspection] = []
    judgements = Judgement.objects.published().filter(inspection__authority=authority).order_by()
    with_judgements = set(judgements.values_list("inspection", flat=True).distinct())
    for one in sorted(found, key=lambda one: (day_of(one), one.pk)):
        grades = one.framework.graded and one.framework.code not in AREA_FRAMEWORKS if one.framework else False
        unknown = one.framework is None and one.pk in with_judgements
        (graded if grades or unknown else others).append(one)
    return graded, others


def _visits(inspections: Iterable[Inspection]) -> Iterable[tuple[int | None, TimelineEvent]]:
    ones = list(inspections)
    judgements = Judgement.objects.published().preferred().filter(inspection__in=ones).select_related("grade", "domain")
    outcomes = {judgement.inspection_id: judgement for judgement in without_reading(judgements)}
    for one in ones:
        name = one.framework.short_name if one.framework else "Inspection"
        yield (
            one.year,
            TimelineEvent(name, day_of(one), one.get_absolute_url(), "", outcomes.get(one.pk), one.is_reported_only),
        )


def _papers(authority: Authority) -> Iterable[tuple[int | None, TimelineEvent]]:
    papers = Report.objects.published().filter(authority=authority, is_own=False).exclude(kind__in=NO_EVENTS)
    for paper in papers.select_related("authority").order_by("published", "slug"):
        yield (
            paper.year,
            TimelineEvent(paper.get_kind_display(), paper.published, paper.get_absolute_url(), paper.title),
        )


def _periods(
    columns: dict[int | None, list[TimelineColumn]], eventful: set[int | None]
) -> list[tuple[TimelinePeriod, int | None]]:
    """The periods with their year; None for those of several years and for what has no date."""
    used = {*columns, *eventful}
    years = sorted(year for year in used if year is not None)
    found: list[tuple[TimelinePeriod, int | None]] = []
    for number, year in enumerate(years):
        before = years[number - 1] if number else year
        if year - before > 1:
            label = f"{before + 1} to {year - 1}" if year - before > 2 else str(year - 1)
            found.append((TimelinePeriod(label, (), True), None))
        found.append((TimelinePeriod(str(year), tuple(columns.get(year, ())), False), year))
    if None in used:
        found.append((TimelinePeriod(UNDATED, tuple(columns.get(None, ())), False), None))
    return found


def timeline_of(authority: Authority) -> Timeline:
    """All that is known of the authority over the years, in a fixed number of queries."""
    graded, others = _inspections_of(authority)
    grid = JudgementGrid(graded, Lineage())
    columns: dict[int | None, list[TimelineColumn]] = defaultdict(list)
    for one in graded:
        columns[one.year].append(TimelineColumn(one, one.pk in grid.disagreeing))
    happened = {VISITS: list(_visits(others)), PAPERS: list(_papers(authority))}
    eventful = {year for events in happened.values() for year, _ in events}
    periods = _periods(columns, eventful)

    def rows(domains: tuple[Domain, ...]) -> Iterable[TimelineRow]:
        for number, domain in enumerate(domains):
            cells: list[GridCell] = []
            for period, _ in periods:
                cells += [grid.cell(domain, column.inspection) for column in period.columns]
                if not period.columns and number == 0:
                    cells.append(GridCell(gap=GridGap.NO_INSPECTION, rows=len(domains)))
            yield TimelineRow(domain, tuple(cells))

    def events(sort: list[tuple[int | None, TimelineEvent]]) -> tuple[tuple[int, tuple[TimelineEvent, ...]], ...]:
        return tuple(
            (period.width, () if period.is_empty else tuple(event for when, event in sort if when == year))
            for period, year in periods
        )

    groups = (("", grid.today), ("Domains of other frameworks", grid.others))
    return Timeline(
        tuple(period for period, _ in periods),
        tuple(TimelineGroup(title, tuple(rows(domains))) for title, domains in groups if domains),
        tuple(TimelineEventRow(title, events(found)) for title, found in happened.items() if found),
    )
