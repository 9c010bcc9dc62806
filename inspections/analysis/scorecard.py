"""The scorecard of an authority: its latest grade in each domain beside its statistical neighbours, region and England.

The latest judgements of a day are found for all of England (``inspections.analysis.days``) and counted for each circle
of authorities. The authority itself counts in its region and in England, not among its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from inspections.analysis.bands import NO_BAND, Band
from inspections.analysis.charts import BarChart, BarCounts, bar_chart, share
from inspections.analysis.days import CountedFrom, last_day, latest_on
from inspections.analysis.filters import AnalysisFilterSet
from inspections.analysis.ground import Ground, held_up_to
from inspections.analysis.history import AnalysedAuthority, JudgedInspection
from inspections.models import StatisticalNeighbour, partial_dates
from inspections.reference.neighbour_list import NeighbourList, neighbour_list

NEIGHBOURS = "Statistical neighbours"


@dataclass(frozen=True, slots=True)
class CircleCount:
    """How many authorities of a circle have a band."""

    band: Band
    number: int
    share: int | None


@dataclass(frozen=True, slots=True)
class Circle:
    """Authorities with which one is compared, in a domain: its own band, None where none is held, and their counts.

    ``authorities`` is how many they are; ``query`` asks the grades on a day for the same, "" for neighbours.
    """

    domain: str
    domain_name: str
    label: str
    own: Band | None
    counts: tuple[CircleCount, ...]
    authorities: int
    query: str

    @property
    def total(self) -> int:
        """How many judgements are held."""
        return sum(count.number for count in self.counts)


@dataclass(frozen=True, slots=True)
class ScoreNumber:
    """A number as files have it: the authority, the circle, and how many of it have a band on the day."""

    day: str
    place: AnalysedAuthority
    circle: Circle
    count: CircleCount

    @property
    def neighbours_from(self) -> NeighbourList | None:
        """The list from which the neighbours are; None for a region and England."""
        return neighbour_list() if self.circle.label == NEIGHBOURS else None


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """An authority with the key of its latest judgement in each domain, None where none is held; rank 0 is itself."""

    rank: int
    place: AnalysedAuthority
    keys: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The answer: circles by domain, the picture, and the authority with its neighbours.

    ``place`` is None where no authority is chosen.
    """

    day: str
    held: str
    place: AnalysedAuthority | None
    rule: CountedFrom
    domains: tuple[tuple[str, str], ...]
    bands: tuple[Band, ...]
    circles: tuple[Circle, ...]
    charts: tuple[BarChart, ...]
    listed: tuple[ScoreRow, ...]
    crosswalk: str

    @property
    def chart(self) -> bool:
        """Whether anything is drawn."""
        return bool(self.charts)

    @property
    def is_beyond(self) -> bool:
        """Whether the day lies after those up to which inspections are held."""
        return self.day > last_day(self.held)

    @property
    def rows(self) -> tuple[ScoreNumber, ...]:
        """A row for each circle and band, as files have them."""
        if self.place is None:
            return ()
        return tuple(
            ScoreNumber(self.day, self.place, circle, count) for circle in self.circles for count in circle.counts
        )


def scorecard(filters: AnalysisFilterSet) -> Scorecard:
    """Return the scorecard of an authority, in a fixed number of queries; an empty one without an authority."""
    return _Answer(filters).answer()


class _Answer:
    """What is asked, and the latest judgement of every authority and domain on the day."""

    def __init__(self, filters: AnalysisFilterSet) -> None:
        self.filters, self.ground, self.held = filters, Ground(), held_up_to()
        self.rule, self.day = CountedFrom(filters.option("counted")), filters.day("on") or self.held
        chosen, slug = filters.chosen("domain"), filters.option("authority")
        self.domains = tuple(one for one in self.ground.domains.items() if not chosen or one[0] in chosen)
        self.place = next((place for place in self.ground.places.values() if place.slug == slug), None)
        self.there = [place for place in self.ground.places.values() if place.exists_on(last_day(self.day))]
        self.state: dict[tuple[int, str], JudgedInspection] = {}
        if self.place:
            rows = self.ground.history([code for code, _ in self.domains])
            self.state = {row.place: row for row in latest_on(rows, self.day, self.rule)}
        ungraded = any(row.band == NO_BAND for row in self.state.values())
        self.bands = tuple(band for band in self.ground.crosswalk.bands if band.number != NO_BAND or ungraded)

    def answer(self) -> Scorecard:
        """The circles, the picture and the authorities."""
        circles: tuple[Circle, ...] = ()
        listed: tuple[ScoreRow, ...] = ()
        if self.place:
            neighbours = self._neighbours(self.place)
            circles = tuple(self._circles(self.place, neighbours))
            listed = tuple(self._row(rank, place) for rank, place in enumerate((self.place, *neighbours)))
        return Scorecard(
            self.day,
            self.held,
            self.place,
            self.rule,
            self.domains,
            self.bands,
            circles,
            tuple(self._charts(circles)),
            listed,
            self.ground.crosswalk.version,
        )

    def _neighbours(self, place: AnalysedAuthority) -> list[AnalysedAuthority]:
        links = StatisticalNeighbour.objects.filter(authority=place.key).order_by("rank")
        return [self.ground.places[key] for key in links.values_list("neighbour", flat=True)]

    def _row(self, rank: int, place: AnalysedAuthority) -> ScoreRow:
        found = [self.state.get((place.key, code)) for code, _ in self.domains]
        return ScoreRow(rank, place, tuple(row.key if row else None for row in found))

    def _circles(self, place: AnalysedAuthority, neighbours: Sequence[AnalysedAuthority]) -> Iterable[Circle]:
        region = [one for one in self.there if one.region == place.region]
        england = [one for one in self.there if one.is_sample == place.is_sample]
        for code, name in self.domains:
            own = self.state.get((place.key, code))
            query = self.filters.query_with(authority=None, domain=code, on=self.day)
            where = f"{query}&{urlencode({'region': place.region})}"
            for label, circle, address in (
                (NEIGHBOURS, neighbours, ""),
                (place.region, region, where),
                ("England", england, query),
            ):
                found = [row for one in circle if (row := self.state.get((one.key, code)))]
                numbers = [(band, sum(row.band == band.number for row in found)) for band in self.bands]
                counts = tuple(CircleCount(band, number, share(number, len(found))) for band, number in numbers)
                band = next((band for band in self.bands if own and band.number == own.band), None)
                yield Circle(code, name, label, band, counts, len(circle), address)

    def _charts(self, circles: Sequence[Circle]) -> Iterable[BarChart]:
        for code, name in self.domains:
            chart = bar_chart(
                f"{name}: {self.place.name if self.place else ''} beside others on {partial_dates.display(self.day)}",
                "Bars for statistical neighbours, region and England, divided by grade, the best on the left. "
                "The table below has the grade of the authority itself.",
                [(band.look, band.name) for band in self.bands],
                [
                    BarCounts(
                        circle.label,
                        f"{circle.total} of {circle.authorities}",
                        tuple(count.number for count in circle.counts),
                    )
                    for circle in circles
                    if circle.domain == code
                ],
                name=f"chart-{code}",
            )
            if chart:
                yield chart
