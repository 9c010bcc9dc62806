"""The judgements behind a number, as a page lists them."""

from __future__ import annotations

from collections.abc import Sequence

from inspections.judgements.grid import JudgementEntry
from inspections.judgements.latest import for_cells
from inspections.models import Judgement
from inspections.reference.lineage import Lineage


def entries_of(keys: Sequence[int]) -> tuple[JudgementEntry, ...]:
    """Return the judgements with these keys in their order, each with a note on how its domain compares with today's.

    Takes a fixed number of queries.
    """
    if not keys:
        return ()
    lineage = Lineage()
    found = for_cells(Judgement.objects.filter(pk__in=keys)).in_bulk()
    return tuple(JudgementEntry(row, _note(lineage, row)) for key in keys if (row := found.get(key)))


def _note(lineage: Lineage, judgement: Judgement) -> str:
    return next((note for _, note in lineage.todays_domains(judgement) if note), "")
