"""The timeline of an authority: years across, today's domains down, then older domains, then other events.

Order of decision:

1. An inspection that grades children's services is a column.
2. Every other inspection, and every document that no inspectorate wrote, is an event.
3. Each year with a column or event is a period; the years between two of them share one empty period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspections.judgements.grid import JudgementCell, JudgementGrid
from inspections.judgements.latest import lineage_now
from inspections.models import AREA_FRAMEWORKS, Authority, Domain, Inspection, Judgement, Report, without_reading
from inspections.models.inspection_days import first_day
from inspections.reference.lineage import JudgementGap
from inspections.vocabulary import ReportKind

# An agenda is no event: the papers that it binds together are events themselves.
KINDS_WITHOUT_EVENT = frozenset({ReportKind.AGENDA})
VISITS, PAPERS = "Visits and other inspections", "The council’s and the government’s papers"
UNDATED = "Undated"


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """An inspection without graded judgements, or a paper: its name, partial date, address and any outcome.

    ``title`` distinguishes papers of the same name; it is "" for inspections.
    """

    name: str
    date: str
    url: str
    title: str = ""
    outcome: Judgement | None = None
    is_reported_only: bool = False


@dataclass(frozen=True, slots=True)
class TimelineColumn:
    """An inspection that gave grades. ``has_conflict``: documents disagree about its dates or lead inspector."""

    inspection: Inspection
    has_conflict: bool


@dataclass(frozen=True, slots=True)
class TimelinePeriod:
    """A year with its columns, of which there are none if no inspection gave grades, or several empty years."""

    label: str
    columns: tuple[TimelineColumn, ...]
    is_empty: bool

    @property
    def width(self) -> int:
        """The number of table columns that the period spans."""
        return max(1, len(self.columns))


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A domain with its cells. A period without columns has a single cell, in the first row of the group."""

    domain: Domain
    cells: tuple[JudgementCell, ...]


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """Rows under one heading, which is "" for today's domains; all other rows are folded on the page."""

    title: str
    rows: tuple[TimelineRow, ...]


@dataclass(frozen=True, slots=True)
class TimelineEventRow:
    """Events of one sort: for each period the number of columns that the cell spans, and the events."""

    title: str
    cells: tuple[tuple[int, tuple[TimelineEvent, ...]], ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Periods from the oldest on, groups of domain rows, and rows of events."""

    periods: tuple[TimelinePeriod, ...]
    groups: tuple[TimelineGroup, ...]
    event_rows: tuple[TimelineEventRow, ...]

    @property
    def newest(self) -> TimelineColumn | None:
        """The column of the newest inspection that gave grades, None if none did: narrow screens begin there."""
        return next((period.columns[-1] for period in reversed(self.periods) if period.columns), None)


DatedEvent = tuple[int | None, TimelineEvent]
"""An event with its year, None if it has no date."""
PeriodOfYear = tuple[TimelinePeriod, int | None]
"""A period with its year, None for several years and for what has no date."""


def timeline_of(authority: Authority) -> Timeline:
    """Return the timeline of an authority, in a fixed number of queries."""
    graded, others = _inspections_of(authority)
    grid = JudgementGrid(graded, lineage_now())
    columns: dict[int | None, list[TimelineColumn]] = defaultdict(list)
    for inspection in graded:
        columns[inspection.year].append(TimelineColumn(inspection, inspection.pk in grid.disputed_dates))
    events = {VISITS: list(_visits(others)), PAPERS: list(_papers(authority))}
    event_years = {year for dated in events.values() for year, _ in dated}
    periods = _periods(columns, event_years)
    groups = (("", grid.todays_domains), ("Domains of other frameworks", grid.other_domains))
    return Timeline(
        tuple(period for period, _ in periods),
        tuple(TimelineGroup(title, _domain_rows(grid, domains, periods)) for title, domains in groups if domains),
        tuple(TimelineEventRow(title, _event_cells(dated, periods)) for title, dated in events.items() if dated),
    )


def _inspections_of(authority: Authority) -> tuple[list[Inspection], list[Inspection]]:
    """Return the inspections that grade children's services, and all others, each from the oldest on.

    An inspection of an unknown framework counts as graded if it has a judgement.
    """
    published = Inspection.objects.published().filter(authority=authority).select_related("framework", "authority")
    judgements = Judgement.objects.published().filter(inspection__authority=authority).order_by()
    with_judgements = set(judgements.values_list("inspection", flat=True).distinct())
    graded: list[Inspection] = []
    others: list[Inspection] = []
    for inspection in sorted(published, key=lambda inspection: (first_day(inspection), inspection.pk)):
        framework = inspection.framework
        if framework:
            is_graded = framework.graded and framework.code not in AREA_FRAMEWORKS
        else:
            is_graded = inspection.pk in with_judgements
        (graded if is_graded else others).append(inspection)
    return graded, others


def _visits(inspections: Sequence[Inspection]) -> Iterable[DatedEvent]:
    judgements = Judgement.objects.published().preferred().filter(inspection__in=inspections)
    with_names = judgements.select_related("grade", "domain")
    outcomes = {judgement.inspection_id: judgement for judgement in without_reading(with_names)}
    for visit in inspections:
        name = visit.framework.short_name if visit.framework else "Inspection"
        outcome, url = outcomes.get(visit.pk), visit.get_absolute_url()
        yield visit.year, TimelineEvent(name, first_day(visit), url, "", outcome, visit.is_reported_only)


def _papers(authority: Authority) -> Iterable[DatedEvent]:
    papers = Report.objects.published().filter(authority=authority, is_own=False).exclude(kind__in=KINDS_WITHOUT_EVENT)
    for paper in papers.select_related("authority").order_by("published", "slug"):
        name, url = paper.get_kind_display(), paper.get_absolute_url()
        yield paper.year, TimelineEvent(name, paper.published, url, paper.title)


def _periods(columns: dict[int | None, list[TimelineColumn]], event_years: set[int | None]) -> list[PeriodOfYear]:
    """Return the periods from the oldest on, those between eventful years, and last that of what has no date."""
    used = {*columns, *event_years}
    years = sorted(year for year in used if year is not None)
    periods: list[PeriodOfYear] = []
    for before, year in zip([None, *years], years, strict=False):
        if before is not None and year - before > 1:
            label = f"{before + 1} to {year - 1}" if year - before > 2 else str(year - 1)
            periods.append((TimelinePeriod(label, (), is_empty=True), None))
        periods.append((TimelinePeriod(str(year), tuple(columns.get(year, ())), is_empty=False), year))
    if None in used:
        periods.append((TimelinePeriod(UNDATED, tuple(columns.get(None, ())), is_empty=False), None))
    return periods


def _domain_rows(
    grid: JudgementGrid, domains: Sequence[Domain], periods: Iterable[PeriodOfYear]
) -> tuple[TimelineRow, ...]:
    rows = []
    for number, domain in enumerate(domains):
        cells: list[JudgementCell] = []
        for period, _ in periods:
            cells += [grid.cell(domain, column.inspection) for column in period.columns]
            if not period.columns and number == 0:
                cells.append(JudgementCell(gap=JudgementGap.NO_INSPECTION, rows=len(domains)))
        rows.append(TimelineRow(domain, tuple(cells)))
    return tuple(rows)


def _event_cells(
    events: Iterable[DatedEvent], periods: Iterable[PeriodOfYear]
) -> tuple[tuple[int, tuple[TimelineEvent, ...]], ...]:
    by_year: dict[int | None, list[TimelineEvent]] = defaultdict(list)
    for year, event in events:
        by_year[year].append(event)
    return tuple((period.width, () if period.is_empty else tuple(by_year.get(year, ()))) for period, year in periods)
