"""Judgements by domain and inspection, today's domains first, as timelines and comparisons show them.

A judgement shows in the rows to which its domain's lineage leads, so a judgement on two domains shows in both. A domain
without lineage has a row of its own. A cell without a judgement says why it has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from inspections.models import Conflict, Domain, Inspection, Judgement, without_reading
from inspections.reference.lineage import JudgementGap, Lineage


@dataclass(frozen=True, slots=True)
class JudgementEntry:
    """A judgement in a cell. ``note`` says how it compares when the row is not its own domain."""

    judgement: Judgement
    note: str = ""
    has_conflict: bool = False


@dataclass(frozen=True, slots=True)
class JudgementCell:
    """The judgements of a cell, or the reason why it has none; ``rows`` is the number of rows that the cell spans."""

    entries: tuple[JudgementEntry, ...] = ()
    gap: JudgementGap | None = None
    rows: int = 1


CellKey = tuple[int, int]
"""The keys of domain and inspection."""


class JudgementGrid:
    """The preferred judgements of some inspections, by domain.

    ``todays_domains`` and ``other_domains`` are the domains with judgements, in order. ``disputed_dates`` holds the
    keys of inspections whose dates or lead inspector documents disagree about.
    """

    def __init__(self, inspections: Collection[Inspection], lineage: Lineage) -> None:
        self.lineage = lineage
        self.entries: dict[CellKey, list[JudgementEntry]] = defaultdict(list)
        self.disputed_dates: set[int] = set()
        disputed_grades = self._load_conflicts(inspections)
        domains: dict[int, Domain] = {}
        for judgement in _preferred_judgements(inspections):
            has_conflict = (judgement.inspection_id, judgement.domain_id, judgement.scope) in disputed_grades
            for domain, note in lineage.todays_domains(judgement):
                domains[domain.pk] = domain
                self.entries[domain.pk, judgement.inspection_id].append(JudgementEntry(judgement, note, has_conflict))
        columns = {column.pk for column in lineage.columns}
        ordered = sorted(domains.values(), key=lambda domain: domain.order)
        self.todays_domains = tuple(domain for domain in ordered if domain.pk in columns)
        self.other_domains = tuple(domain for domain in ordered if domain.pk not in columns)

    def _load_conflicts(self, inspections: Collection[Inspection]) -> set[tuple[int, int, str]]:
        """Set ``disputed_dates``; return inspection, domain and scope of each disputed grade."""
        disputed_grades: set[tuple[int, int, str]] = set()
        conflicts = Conflict.objects.filter(inspection__in=inspections)
        for inspection, domain, scope in conflicts.values_list("inspection", "domain", "scope"):
            if domain is None:
                self.disputed_dates.add(inspection)
            else:
                disputed_grades.add((inspection, domain, scope))
        return disputed_grades

    @property
    def domains(self) -> tuple[Domain, ...]:
        """The rows from top to bottom."""
        return self.todays_domains + self.other_domains

    def cell(self, domain: Domain, inspection: Inspection) -> JudgementCell:
        """Return the judgements of an inspection in a domain, or the reason why there are none."""
        entries = tuple(self.entries.get((domain.pk, inspection.pk), ()))
        return JudgementCell(entries, None if entries else self.lineage.gap(domain, inspection))


def _preferred_judgements(inspections: Collection[Inspection]) -> Iterable[Judgement]:
    return without_reading(
        Judgement.objects.published()
        .preferred()
        .filter(inspection__in=inspections)
        .select_related("inspection__framework", "inspection__authority", "domain", "grade", "report__authority")
        .order_by("domain__order", "scope", "pk")
    )
