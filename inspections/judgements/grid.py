"""Judgements by domain and inspection, the domains of today first: what timelines and comparisons show.

A judgement stands in the rows to which its domain's lineage leads, so that one that covers two domains shows in both; a domain without
lineage has a row of its own. A cell without a judgement says why.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from inspections.models import Conflict, Domain, Inspection, Judgement, without_reading
from inspections.reference.lineage import GridGap, Lineage


@dataclass(frozen=True, slots=True)
class GridEntry:
    """A judgement in a row. ``note`` says how it compares when the row's domain is not its own."""

    judgement: Judgement
    note: str = ""
    has_conflict: bool = False


@dataclass(frozen=True, slots=True)
class GridCell:
    """What stands in a row under a column, or why nothing does; ``rows`` is the number of rows over which it reaches."""

    entries: tuple[GridEntry, ...] = ()
    gap: GridGap | None = None
    rows: int = 1


Place = tuple[int, int]  # domain and inspection, by key


class JudgementGrid:
    """The preferred judgements of some inspections; ``domains`` are those that were judged, of today first."""

    def __init__(self, inspections: Collection[Inspection], lineage: Lineage) -> None:
        self.lineage = lineage
        self.entries: dict[Place, list[GridEntry]] = defaultdict(list)
        self.disagreeing: set[int] = set()
        disputed = self._disputed(inspections)
        domains: dict[int, Domain] = {}
        for judgement in _judgements_of(inspections):
            conflict = (judgement.inspection_id, judgement.domain_id, judgement.scope) in disputed
            for domain, note in lineage.todays_domains(judgement):
                domains[domain.pk] = domain
                self.entries[domain.pk, judgement.inspection_id].append(GridEntry(judgement, note, conflict))
        today = {column.pk for column in lineage.columns}
        down = sorted(domains.values(), key=lambda domain: domain.order)
        self.today = tuple(domain for domain in down if domain.pk in today)
        self.others = tuple(domain for domain in down if domain.pk not in today)

    def _disputed(self, inspections: Collection[Inspection]) -> set[tuple[int, int | None, str]]:
        found: set[tuple[int, int | None, str]] = set()
        for inspection, domain, scope in Conflict.objects.filter(inspection__in=inspections).values_list(
            "inspection", "domain", "scope"
        ):
            found.add((inspection, domain, scope))
            if domain is None:
                self.disagreeing.add(inspection)
        return found

    @property
    def domains(self) -> tuple[Domain, ...]:
        """The rows from top to bottom."""
        return self.today + self.others

    def cell(self, domain: Domain, inspection: Inspection) -> GridCell:
        """What an inspection says of a domain."""
        found = tuple(self.entries.get((domain.pk, inspection.pk), ()))
        return GridCell(found, None if found else self.lineage.gap(domain, inspection))


def _judgements_of(inspections: Collection[Inspection]) -> Iterable[Judgement]:
    return without_reading(
        Judgement.objects.published()
        .preferred()
        .filter(inspection__in=inspections)
        .select_related("inspection__framework", "inspection__authority", "domain", "grade", "report__authority")
        .order_by("domain__order", "scope", "pk")
    )
