"""What a page lists below its numbers, with what it shows of each: a fixed number of queries for one page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspections.analysis.movement import Movement
from inspections.analysis.scorecard import ScoreRow
from inspections.judgements.grid import JudgementEntry
from inspections.judgements.latest import for_cells, lineage_now
from inspections.models import Judgement
from inspections.reference.lineage import Lineage


@dataclass(frozen=True, slots=True)
class ListedMovement:
    """A movement with both of its judgements."""

    movement: Movement
    was: JudgementEntry | None
    now: JudgementEntry | None


@dataclass(frozen=True, slots=True)
class ListedScores:
    """An authority with its judgement in each domain, None where none is held."""

    row: ScoreRow
    entries: tuple[JudgementEntry | None, ...]


def entries_of(keys: Sequence[int]) -> tuple[JudgementEntry, ...]:
    """Return the judgements with these keys in their order, each with a note on how its domain compares with today's.

    A key without a judgement is passed over.
    """
    found = _entries(keys)
    return tuple(found[key] for key in keys if key in found)


def movements_with_entries(rows: Sequence[Movement]) -> tuple[ListedMovement, ...]:
    """Return movements with their judgements."""
    found = _entries(key for row in rows for key in (row.was.key, row.now.key))
    return tuple(ListedMovement(row, found.get(row.was.key), found.get(row.now.key)) for row in rows)


def cells_of(rows: Sequence[ScoreRow]) -> tuple[ListedScores, ...]:
    """Return authorities with their judgements."""
    found = _entries(key for row in rows for key in row.keys if key)
    return tuple(ListedScores(row, tuple(found.get(key) if key else None for key in row.keys)) for row in rows)


def _entries(keys: Iterable[int]) -> dict[int, JudgementEntry]:
    wanted = set(keys)
    if not wanted:
        return {}
    lineage = lineage_now()
    rows = for_cells(Judgement.objects.filter(pk__in=wanted))
    return {row.pk: JudgementEntry(row, _note(lineage, row)) for row in rows}


def _note(lineage: Lineage, judgement: Judgement) -> str:
    return next((note for _, note in lineage.todays_domains(judgement) if note), "")
