"""The tile map of England: the latest overall judgement of every authority, and the same as a table.

A tile is filled when the inspection's own report states the judgement for all services, as today; it has only an outline when another
document reports it, or when its framework compares only in part. The table also has the authorities of the past and of the samples.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from inspections.judgements.latest import for_cells, latest, preferred_in_columns
from inspections.models import Authority, Judgement
from inspections.reference import tables
from inspections.reference.lineage import Lineage
from inspections.reference.tables import TileFacts
from inspections.templatetags.reading import LOOKS, NO_GRADE, grade_look, grade_word
from inspections.vocabulary import Basis, Comparability

OVERALL = "overall-effectiveness"
WIDTH, HEIGHT = 55, 40
SHAPES = (*dict.fromkeys(LOOKS.values()), NO_GRADE)
BLOCKS = (("england", "England without London"), ("london", "London"))


@dataclass(frozen=True, slots=True)
class LatestOverall:
    """The latest overall judgement of an authority; ``note`` says how it compares where it is not one of today."""

    judgement: Judgement
    note: str
    is_whole: bool

    @property
    def authority(self) -> Authority:
        """Whose it is."""
        return self.judgement.inspection.authority

    @property
    def year(self) -> int:
        """The year of the inspection, 0 when it is not known."""
        return self.judgement.inspection.year or 0

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
    """An authority on the map; ``x`` and ``y`` are those of its top left corner."""

    authority: Authority
    name: str
    x: int
    y: int
    latest: LatestOverall | None

    @property
    def look(self) -> str:
        """The shape and the colour of its grade."""
        return grade_look(self.latest.judgement) if self.latest else NO_GRADE

    @property
    def title(self) -> str:
        """What it says, in words: "Medway: Good, 2023 (ILACS)"."""
        return f"{self.authority.name}: {self.latest.summary if self.latest else 'no overall judgement known'}"


@dataclass(frozen=True, slots=True)
class MapBlock:
    """A part of the map with its size."""

    code: str
    name: str
    width: int
    height: int
    tiles: tuple[MapTile, ...]


@dataclass(frozen=True, slots=True)
class MapGradeCount:
    """The number of tiles with a grade; ``code`` is the grade's, or "" where none is known."""

    code: str
    example: Judgement | None
    number: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """The blocks, the tallies of grades from the best on, and the rows of the table, sorted."""

    blocks: tuple[MapBlock, ...]
    tallies: tuple[MapGradeCount, ...]
    rows: tuple[LatestOverall, ...]
    sort: str


def _rank(row: LatestOverall) -> int:
    return row.judgement.grade.rank if row.judgement.grade else 99


SORTS: dict[str, Callable[[LatestOverall], tuple[object, ...]]] = {
    "authority": lambda row: (row.authority.is_sample, row.authority.name),
    "region": lambda row: (row.authority.is_sample, row.authority.region, row.authority.name),
    "grade": lambda row: (_rank(row), row.authority.name),
    "year": lambda row: (-row.year, row.authority.name),
}


def latest_overall() -> tuple[LatestOverall, ...]:
    """The latest overall judgement of every authority that has one; a fixed number of queries."""
    rows = for_cells(preferred_in_columns().filter(latest(column=OVERALL)))
    lineage = Lineage()
    found = []
    for row in rows:
        notes = {column.code: note for column, note in lineage.todays_domains(row)}
        whole = row.basis == Basis.PRIMARY and row.comparability in (Comparability.SAME, Comparability.CLOSE)
        found.append(LatestOverall(row, notes.get(OVERALL, ""), whole))
    return tuple(found)


def _block(
    code: str, name: str, facts: Iterable[TileFacts], by_code: dict[str, tuple[Authority, LatestOverall | None]]
) -> MapBlock:
    here = [one for one in facts if one.block == code]
    tiles = tuple(
        MapTile(
            by_code[one.la_code][0],
            one.short_name,
            (one.column - 1) * WIDTH,
            (one.row - 1) * HEIGHT,
            by_code[one.la_code][1],
        )
        for one in sorted(here, key=lambda one: (one.row, one.column))
        if one.la_code in by_code
    )
    width, height = max(one.column for one in here) * WIDTH, max(one.row for one in here) * HEIGHT
    return MapBlock(code, name, width, height, tiles)


def _tallies(tiles: Iterable[MapTile]) -> tuple[MapGradeCount, ...]:
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
    """The map with its table, sorted by one of ``SORTS``; any other name sorts by authority."""
    sort = sort if sort in SORTS else "authority"
    latest = latest_overall()
    facts = tables.tiles()
    theirs = {one.judgement.inspection.authority_id: one for one in latest}
    known = Authority.objects.filter(la_code__in=[one.la_code for one in facts])
    by_code = {one.la_code: (one, theirs.get(one.pk)) for one in known}
    blocks = tuple(_block(code, name, facts, by_code) for code, name in BLOCKS)
    tiles = [tile for block in blocks for tile in block.tiles]
    return TileMap(blocks, _tallies(tiles), tuple(sorted(latest, key=SORTS[sort])), sort)
