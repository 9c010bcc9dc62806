"""Where the domains of each framework stand today, how far they compare, and why a place may hold no judgement."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum

from inspections.models import Domain, DomainLineage, FrameworkDomain, Inspection, Judgement
from inspections.vocabulary import Comparability


class GridGap(StrEnum):
    """Why a place has no judgement."""

    NO_INSPECTION = "No graded inspection known"
    NOT_IN_FRAMEWORK = "Not part of this framework"
    NOT_QUOTED = "Not quoted: its own report was not read"
    NO_JUDGEMENT = "Not judged in its report"


class Lineage:
    """The lineage of all domains, in two queries."""

    def __init__(self) -> None:
        self.ties: dict[tuple[int, int], list[DomainLineage]] = defaultdict(list)
        self.domains_judged: dict[int, set[int]] = defaultdict(set)
        for tie in DomainLineage.objects.select_related("column", "domain"):
            self.ties[tie.framework_id, tie.domain_id].append(tie)
            self.domains_judged[tie.framework_id].add(tie.column_id)
        for framework, domain in FrameworkDomain.objects.values_list("framework", "domain"):
            if (framework, domain) not in self.ties:
                self.domains_judged[framework].add(domain)
        columns = {tie.column for found in self.ties.values() for tie in found}
        self.columns: tuple[Domain, ...] = tuple(sorted(columns, key=lambda domain: domain.order))

    def rows_of(self, judgement: Judgement) -> list[tuple[Domain, str]]:
        """The domains of today in which a judgement stands, with how it compares in each; its own domain where none carries it on."""
        framework = judgement.inspection.framework_id
        ties = self.ties.get((framework, judgement.domain_id), []) if framework else []
        return [(tie.column, self.note(tie)) for tie in ties] or [(judgement.domain, "")]

    @staticmethod
    def note(tie: DomainLineage) -> str:
        """How the domain compares with the one of today, "" where there is nothing to say."""
        if tie.domain_id == tie.column_id and tie.comparability in (Comparability.SAME, Comparability.CLOSE):
            return ""
        if tie.comparability == Comparability.SAME:
            return f"judged as {tie.domain.name}"
        return f"{tie.domain.name}: {Comparability(tie.comparability).label.lower()}"

    def gap(self, domain: Domain, inspection: Inspection) -> GridGap:
        """Why an inspection has no judgement in a domain."""
        if inspection.is_reported_only or inspection.framework_id is None:
            return GridGap.NOT_QUOTED
        domains = self.domains_judged.get(inspection.framework_id, set())
        return GridGap.NO_JUDGEMENT if domain.pk in domains else GridGap.NOT_IN_FRAMEWORK
