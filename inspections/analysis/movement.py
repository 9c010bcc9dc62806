"""Movement: from which grade to which authorities went, from one inspection to the next or to a later one.

Order of decision:

1. Of each authority, the judgements of one domain follow each other by the first day of their inspections. An
   inspection that judged it more than once counts once; a judgement without a comparable grade is passed over.
2. ``NEXT`` pairs each judgement with the next one; the last is left out. ``LATER`` pairs it with the first later one
   that has a grade asked for, or with none.
3. Filters leave pairs. The time between is that between the first days; it counts as "within" only if it certainly is.
4. A share is of all that began in a band: for ``NEXT`` of those with a next judgement, whatever its grade; for
   ``LATER`` of all, those included of which no later judgement that is asked for is held.

Between the two of a pair there may have been inspections that are known from other documents, of which no grade in the
domain is held. They are named, because "next" means the next that is held.

Councils that were reorganised are authorities of their own: nothing moves from one to its successor.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from inspections.analysis.bands import NO_BAND, Band
from inspections.analysis.between import KnownInspection, KnownInspections
from inspections.analysis.charts import BarChart, BarCounts, bar_chart, share
from inspections.analysis.days import CountedFrom, in_order
from inspections.analysis.filters import AnalysisFilterSet
from inspections.analysis.filtersets import Reach
from inspections.analysis.ground import Ground
from inspections.analysis.history import AnalysedAuthority, JudgedInspection
from inspections.analysis.spans import Span, between
from inspections.counted import counted

NONE_LATER = Band(NO_BAND, "None held that is asked for", ())


class Movement(NamedTuple):
    """Two inspections of one authority, with their judgements in a domain.

    ``passed`` are the full inspections that are known to lie between them, of which no comparable grade in the domain
    is held.
    """

    place: AnalysedAuthority
    was: JudgedInspection
    now: JudgedInspection
    was_band: Band
    now_band: Band
    domain: str
    passed: tuple[KnownInspection, ...] = ()

    @property
    def span(self) -> Span | None:
        """The time between their first days."""
        return between(self.was.started or self.was.ended, self.now.started or self.now.ended)

    @property
    def comparison(self) -> str:
        """The address that shows both inspections side by side."""
        sides = [("inspection", f"{self.place.slug}/{side.slug}") for side in (self.was, self.now)]
        return f"{reverse('compare')}?{urlencode([*sides, ('domain', self.domain)])}"

    def address(self, side: JudgedInspection) -> str:
        """The address of one of the inspections."""
        return reverse("inspection", args=[self.place.slug, side.slug])

    @property
    def was_address(self) -> str:
        """The address of the earlier inspection."""
        return self.address(self.was)

    @property
    def now_address(self) -> str:
        """The address of the later inspection."""
        return self.address(self.now)

    @property
    def compares(self) -> bool:
        """Whether both judged the domain of today, or one close to it."""
        return self.was.compares and self.now.compares


class JudgementPair(NamedTuple):
    """A judgement of an authority and the later one that it is paired with, None where there is none."""

    place: AnalysedAuthority
    was: JudgedInspection
    now: JudgedInspection | None


@dataclass(frozen=True, slots=True)
class MovementCount:
    """How many went to a band, with the share of those that began in the same one; ``query`` lists them."""

    band: Band
    number: int
    share: int | None
    query: str


@dataclass(frozen=True, slots=True)
class MovementFrom:
    """Where those went that began in a band."""

    band: Band
    total: int
    counts: tuple[MovementCount, ...]

    @property
    def label(self) -> str:
        """Its name."""
        return self.band.name


@dataclass(frozen=True, slots=True)
class Movements:
    """The answer: counts by where they began, the picture, and every movement, the newest first.

    ``partly`` is the number of movements of which a judgement compares with today's domain only broadly or in part.
    ``unsure`` are those of which it is not certain that they took no longer than was asked for; they do not count.
    ``passing`` is the number of movements that pass over an inspection that is known.
    """

    domain: str
    reach: Reach
    within: str
    crosswalk: str
    bands: tuple[Band, ...]
    groups: tuple[MovementFrom, ...]
    chart: BarChart | None
    rows: tuple[Movement, ...]
    partly: int
    unsure: tuple[Movement, ...]
    passing: int

    @property
    def listed(self) -> tuple[Movement, ...]:
        """What the page lists."""
        return self.rows


def movements(filters: AnalysisFilterSet) -> Movements:
    """Return the movements that are asked for, in a fixed number of queries."""
    ground, domain, reach = Ground(filters.chosen("region")), filters.option("domain"), Reach(filters.option("reach"))
    bands = {band.number: band for band in ground.crosswalk.bands if band.number != NO_BAND}
    began, ended = (_numbers(bands.values(), filters.chosen(name)) for name in ("was", "now"))
    within, years = filters.option("within"), frozenset(filters.chosen("year"))
    pairs = list(_pairs(ground, domain, filters.chosen("authority"), ended, reach))
    begun = [pair for pair in pairs if pair.was.band in began]
    asked = [
        Movement(place, was, now, bands[was.band], bands[now.band], domain)
        for place, was, now in begun
        if now and (not years or now.year in years)
    ]
    left, unsure = _within(asked, int(within)) if within else (asked, [])
    rows = _with_what_is_known([one for one in left if one.now.band in ended], pairs)
    rows.sort(key=lambda one: (one.now.started, one.place.name), reverse=True)
    ends = (*bands.values(), *((NONE_LATER,) if reach is Reach.LATER else ()))
    groups = tuple(_groups(filters, tuple(bands.values()), ends, _numbers_by_band(begun, left, reach)))
    name = ground.domains.get(domain, domain)
    return Movements(
        name,
        reach,
        within,
        ground.crosswalk.version,
        ends,
        groups,
        _chart(name, reach, groups),
        tuple(rows),
        sum(not one.compares for one in rows),
        tuple(one for one in unsure if one.now.band in ended),
        sum(bool(one.passed) for one in rows),
    )


def _numbers(bands: Iterable[Band], codes: Sequence[str]) -> set[int]:
    return {band.number for band in bands if not codes or band.code in codes}


def _lines(rows: Iterable[JudgedInspection]) -> Iterator[tuple[int, list[JudgedInspection]]]:
    """The graded inspections of each authority, from the oldest on; of several judgements of one, the last."""
    lines: dict[int, dict[int, JudgedInspection]] = defaultdict(dict)
    for row in in_order(rows, CountedFrom.INSPECTED):
        if row.band != NO_BAND:
            lines[row.authority][row.inspection] = row
    return ((key, list(line.values())) for key, line in lines.items())


def _pairs(
    ground: Ground, domain: str, authorities: Sequence[str], ended: set[int], reach: Reach
) -> Iterator[JudgementPair]:
    """The judgements of the authorities that are asked for, each with the one that it is paired with."""
    for key, line in _lines(ground.history([domain])):
        place = ground.places[key]
        if (authorities and place.slug not in authorities) or (ground.regions and place.region not in ground.regions):
            continue
        for at, was in enumerate(line):
            later = line[at + 1 :]
            if reach is Reach.LATER:
                yield JudgementPair(place, was, next((one for one in later if one.band in ended), None))
            elif later:
                yield JudgementPair(place, was, later[0])


def _within(asked: Iterable[Movement], years: int) -> tuple[list[Movement], list[Movement]]:
    """The movements that took no longer than so many years, and those of which that is not certain."""
    spans = [(one, one.span) for one in asked]
    return (
        [one for one, span in spans if span and span.is_within_years(years)],
        [one for one, span in spans if span and span.may_be_within_years(years)],
    )


def _with_what_is_known(rows: Sequence[Movement], pairs: Sequence[JudgementPair]) -> list[Movement]:
    """The movements with what is known of inspections between them; one query."""
    graded = {one.inspection for pair in pairs for one in (pair.was, pair.now) if one}
    known = KnownInspections.of({row.place.key: row.place for row in rows}.values(), graded)
    return [row._replace(passed=passed) if (passed := known.between(row.was, row.now)) else row for row in rows]


def _numbers_by_band(
    pairs: Iterable[JudgementPair], left: Sequence[Movement], reach: Reach
) -> Counter[tuple[int, int]]:
    """How many went from which band to which; all others went to none, which counts for ``LATER`` alone."""
    numbers = Counter((one.was.band, one.now.band) for one in left)
    if reach is Reach.LATER:
        others = Counter(pair.was.band for pair in pairs)
        others.subtract(one.was.band for one in left)
        numbers.update({(band, NO_BAND): number for band, number in others.items()})
    return numbers


def _groups(
    filters: AnalysisFilterSet, bands: Sequence[Band], ends: Sequence[Band], numbers: Counter[tuple[int, int]]
) -> Iterator[MovementFrom]:
    for was in bands:
        total = sum(numbers[was.number, now.number] for now in ends)
        if not total:
            continue
        counts = []
        for now in ends:
            number = numbers[was.number, now.number]
            query = filters.query_with(was=was.code, now=now.code) if now.codes else ""
            counts.append(MovementCount(now, number, share(number, total), query))
        yield MovementFrom(was, total, tuple(counts))


def _chart(domain: str, reach: Reach, groups: Sequence[MovementFrom]) -> BarChart | None:
    if not groups:
        return None
    return bar_chart(
        f"{domain}: where authorities went from each grade, {reach.label.lower()}",
        "A bar for each grade of the earlier inspection, divided by that of the later one, the best on the left.",
        [(count.band.look, count.band.name) for count in groups[0].counts],
        [
            BarCounts(
                f"From {group.band.name.lower()}",
                counted(group.total, "judgement"),
                tuple(one.number for one in group.counts),
            )
            for group in groups
        ],
    )
