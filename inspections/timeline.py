"""How an authority was judged over the years: inspections across, the domains of today down, and older domains beside them.

A judgement stands in the rows to which its domain's lineage leads, so that one that covers two domains shows in both; a domain without
lineage has a row of its own. A cell without a judgement says why.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from inspections.models import (
    Authority,
    Comparability,
    Domain,
    DomainLineage,
    FrameworkDomain,
    Inspection,
    Judgement,
)


class Gap(StrEnum):
    """Why a cell has no judgement."""

    NOT_REPORTED = "Not reported"
    NOT_IN_FRAMEWORK = "Not in this framework"
    NO_JUDGEMENT = "No judgement"


@dataclass(frozen=True, slots=True)
class Entry:
    """A judgement in a row. ``note`` says how it compares when the row's domain is not its own."""

    judgement: Judgement
    note: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What an inspection says of a row's domain."""

    entries: tuple[Entry, ...]
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Row:
    """A domain with one cell an inspection."""

    domain: Domain
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Inspections that judged something, oldest first, and the rows."""

    inspections: tuple[Inspection, ...]
    rows: tuple[Row, ...]


Place = tuple[int, int]  # domain and inspection, by key


class _Lineage:
    """Where the domains of each framework stand today; three queries for all."""

    def __init__(self) -> None:
        self.ties: dict[Place, list[DomainLineage]] = defaultdict(list)
        self.judged: dict[int, set[int]] = defaultdict(set)
        for tie in DomainLineage.objects.select_related("column", "domain"):
            self.ties[tie.framework_id, tie.domain_id].append(tie)
            self.judged[tie.framework_id].add(tie.column_id)
        for framework, domain in FrameworkDomain.objects.values_list("framework", "domain"):
            if not self.ties[framework, domain]:
                self.judged[framework].add(domain)
        self.columns = {tie.column for found in self.ties.values() for tie in found}

    def rows_of(self, judgement: Judgement) -> list[tuple[Domain, str]]:
        """The domains in whose rows it stands, with how it compares in each."""
        framework = judgement.inspection.framework_id
        ties = self.ties.get((framework, judgement.domain_id), []) if framework else []
        if not ties:
            return [(judgement.domain, "")]
        return [(tie.column, self._note(tie)) for tie in ties]

    @staticmethod
    def _note(tie: DomainLineage) -> str:
        if tie.domain_id == tie.column_id and tie.comparability in (Comparability.SAME, Comparability.CLOSE):
            return ""
        degree = Comparability(tie.comparability).label.lower()
        return (
            f"judged as {tie.domain.name}"
            if tie.comparability == Comparability.SAME
            else f"{tie.domain.name}: {degree}"
        )

    def gap(self, domain: Domain, inspection: Inspection) -> Gap:
        """Why an inspection has no judgement in a row."""
        if inspection.is_reported_only or inspection.framework_id is None:
            return Gap.NOT_REPORTED
        judged = self.judged.get(inspection.framework_id, set())
        return Gap.NO_JUDGEMENT if domain.pk in judged else Gap.NOT_IN_FRAMEWORK


def timeline_of(authority: Authority) -> Timeline:
    """The authority's standing judgements, in a fixed number of queries."""
    judgements = (
        Judgement.objects.published()
        .standing()
        .filter(inspection__authority=authority)
        .select_related("inspection__framework", "inspection__authority", "domain", "grade", "report__authority")
        .order_by("domain__order", "scope", "pk")
    )
    lineage = _Lineage()
    entries: dict[Place, list[Entry]] = defaultdict(list)
    inspections: dict[int, Inspection] = {}
    domains: dict[int, Domain] = {}
    for judgement in judgements:
        inspections[judgement.inspection_id] = judgement.inspection
        for domain, note in lineage.rows_of(judgement):
            domains[domain.pk] = domain
            entries[domain.pk, judgement.inspection_id].append(Entry(judgement, note))
    today = {column.pk for column in lineage.columns}
    across = sorted(inspections.values(), key=lambda one: (one.started or one.published, one.pk))
    down = sorted(domains.values(), key=lambda domain: (domain.pk not in today, domain.order))

    def cell(domain: Domain, inspection: Inspection) -> Cell:
        found = tuple(entries.get((domain.pk, inspection.pk), ()))
        return Cell(found, None if found else lineage.gap(domain, inspection))

    return Timeline(tuple(across), tuple(Row(domain, tuple(cell(domain, one) for one in across)) for domain in down))
