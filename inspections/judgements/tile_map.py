"""The tile map of England: the latest overall judgement of every authority, and the same as a table.

A tile is filled when the inspection's own report states the judgement and its framework compares closely with today's.
It is only outlined when another document reports the judgement, when the framework compares broadly or in part, or when
a later inspection gave no overall judgement. The table also lists former authorities and those of the samples.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.formats import date_format

from inspections.judgements.latest import (
    OVERALL,
    for_cells,
    latest,
    lineage_now,
    newest_in_other_domains,
    preferred_in_columns,
    without_overall,
)
from inspections.models import Authority, Judgement
from inspections.models.inspection_days import counting_day
from inspections.reference import tables
from inspections.reference.tables import TileFacts
from inspections.templatetags.reading import LOOKS, NO_GRADE, grade_look, grade_word
from inspections.vocabulary import Basis, Comparability

TILE_WIDTH, TILE_HEIGHT = 55, 40
"""The distance between two tiles, in units of the SVG picture."""
UNRANKED = 99
"""The rank by which judgements without a grade sort last."""
SHAPES = (*dict.fromkeys(LOOKS.values()), NO_GRADE)
BLOCKS = (("england", "England without London"), ("london", "London"))


@dataclass(frozen=True, slots=True)
class LatestOverall:
    """The latest overall judgement of an authority.

    ``note`` says when the authority closed, how the judgement compares with today's overall judgement and whether a
    later inspection gave none, "" if there is nothing to say; ``later`` is the last of these alone. ``is_whole``: its
    tile is filled.
    """

    judgement: Judgement
    note: str
    is_whole: bool
    later: str = ""

    @property
    def authority(self) -> Authority:
        """The authority that was judged."""
        return self.judgement.inspection.authority

    @property
    def year(self) -> int:
        """The year of the inspection, 0 when it is not known."""
        return self.judgement.inspection.year or 0

    @property
    def day(self) -> str:
        """The partial date from which it counts."""
        return counting_day(self.judgement.inspection)

    @property
    def is_day_of_publication(self) -> bool:
        """Whether it counts from the day on which it was published, and not from that of the inspection."""
        return bool(self.judgement.inspection.published)

    @property
    def summary(self) -> str:
        """The grade with its year and framework: "Good, 2023 (ILACS)"."""
        inspection = self.judgement.inspection
        framework = inspection.framework.short_name if inspection.framework else "framework not known"
        words = f"{grade_word(self.judgement)}, {self.year or 'undated'} ({framework})"
        reported = "reported by another document" if self.judgement.basis == Basis.REPORTED else ""
        return ". ".join(filter(None, (words, self.note, reported)))


@dataclass(frozen=True, slots=True)
class MapTile:
    """An authority on the map: ``place`` has the coordinates of its top left corner, ``look`` is that of its grade."""

    authority: Authority
    name: str
    place: str
    look: str
    latest: LatestOverall | None

    @property
    def title(self) -> str:
        """The content in words: "Medway: Good, 2023 (ILACS)"."""
        return f"{self.authority.name}: {self.latest.summary if self.latest else 'no overall judgement known'}"


@dataclass(frozen=True, slots=True)
class MapBlock:
    """A part of the map (England without London, or London), with its size."""

    code: str
    name: str
    width: int
    height: int
    tiles: tuple[MapTile, ...]


@dataclass(frozen=True, slots=True)
class MapGradeCount:
    """The number of tiles with a grade, with a judgement as example; ``code`` is "" for tiles without a grade."""

    code: str
    example: Judgement | None
    number: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """The blocks, the number of tiles of each grade from the best grade on, and the sorted rows of the table."""

    blocks: tuple[MapBlock, ...]
    grade_counts: tuple[MapGradeCount, ...]
    rows: tuple[LatestOverall, ...]
    sort: str

    @property
    def outdated(self) -> int:
        """The number of tiles whose authority was inspected later without an overall judgement."""
        tiles = (tile for block in self.blocks for tile in block.tiles)
        return sum(1 for tile in tiles if tile.latest and tile.latest.later)

    @property
    def newest(self) -> LatestOverall | None:
        """Its newest judgement; None where none has a date."""
        dated = (row for row in self.rows if row.day and not row.authority.is_sample)
        return max(dated, key=lambda row: row.day, default=None)


def _rank(row: LatestOverall) -> int:
    return row.judgement.grade.rank if row.judgement.grade else UNRANKED


SORTS: dict[str, Callable[[LatestOverall], tuple[object, ...]]] = {
    "authority": lambda row: (row.authority.is_sample, row.authority.name),
    "region": lambda row: (row.authority.is_sample, row.authority.region, row.authority.name),
    "grade": lambda row: (_rank(row), row.authority.name),
    "year": lambda row: (-row.year, row.authority.name),
}


def latest_overall() -> tuple[LatestOverall, ...]:
    """Return the latest overall judgement of every authority that has one, in a fixed number of queries."""
    lineage, newest = lineage_now(), newest_in_other_domains()
    rows = []
    for judgement in for_cells(preferred_in_columns().filter(latest(column=OVERALL))):
        notes = {column.code: note for column, note in lineage.todays_domains(judgement)}
        is_comparable = judgement.comparability in (Comparability.SAME, Comparability.CLOSE)
        later = without_overall(counting_day(judgement.inspection), newest.get(judgement.inspection.authority_id, ""))
        is_whole = judgement.basis == Basis.PRIMARY and is_comparable and not later
        note = ". ".join(filter(None, (_closing(judgement.inspection.authority), notes.get(OVERALL, ""), later)))
        rows.append(LatestOverall(judgement, note, is_whole, later))
    return tuple(rows)


def _closing(authority: Authority) -> str:
    """When an authority closed, "" where it exists: what it was judged last says nothing of its area today."""
    return f"Closed {date_format(authority.closed, 'j F Y')}" if authority.closed else ""


def _block(
    code: str, name: str, facts: Iterable[TileFacts], by_code: dict[str, tuple[Authority, LatestOverall | None]]
) -> MapBlock:
    places = sorted((tile for tile in facts if tile.block == code), key=lambda tile: (tile.row, tile.column))
    tiles = []
    for place in places:
        if place.la_code in by_code:
            authority, judgement = by_code[place.la_code]
            corner = f"{(place.column - 1) * TILE_WIDTH} {(place.row - 1) * TILE_HEIGHT}"
            look = grade_look(judgement.judgement) if judgement else NO_GRADE
            tiles.append(MapTile(authority, place.short_name, corner, look, judgement))
    width = max(place.column for place in places) * TILE_WIDTH
    height = max(place.row for place in places) * TILE_HEIGHT
    return MapBlock(code, name, width, height, tuple(tiles))


def _grade_counts(tiles: Iterable[MapTile]) -> tuple[MapGradeCount, ...]:
    numbers: Counter[str] = Counter()
    examples: dict[str, Judgement] = {}
    for tile in tiles:
        grade = tile.latest.judgement.grade if tile.latest else None
        code = grade.code if grade else ""
        numbers[code] += 1
        if grade and tile.latest:
            examples.setdefault(code, tile.latest.judgement)
    ranked = sorted(examples, key=lambda code: (examples[code].grade.rank, code))  # type: ignore[union-attr]
    return (
        *(MapGradeCount(code, examples[code], numbers[code]) for code in ranked),
        MapGradeCount("", None, numbers[""]),
    )


def tile_map(sort: str = "authority") -> TileMap:
    """Return the map with its table, sorted by one of ``SORTS``; any other name sorts by authority."""
    sort = sort if sort in SORTS else "authority"
    rows = latest_overall()
    by_authority = {row.judgement.inspection.authority_id: row for row in rows}
    facts = tables.tiles()
    authorities = Authority.objects.filter(la_code__in=[tile.la_code for tile in facts])
    by_code = {authority.la_code: (authority, by_authority.get(authority.pk)) for authority in authorities}
    blocks = tuple(_block(code, name, facts, by_code) for code, name in BLOCKS)
    tiles = [tile for block in blocks for tile in block.tiles]
    return TileMap(blocks, _grade_counts(tiles), tuple(sorted(rows, key=SORTS[sort])), sort)
