"""The lineage of domains: in which of today's domains each framework's domains continue, and how far they compare."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum

from inspections.models import Domain, DomainLineage, FrameworkDomain, Inspection, Judgement
from inspections.vocabulary import Comparability


class JudgementGap(StrEnum):
    """Why a cell has no judgement."""

    NO_INSPECTION = "No graded inspection known"
    NOT_IN_FRAMEWORK = "Not part of this framework"
    NOT_QUOTED = "Not quoted: its own report was not read"
    NO_JUDGEMENT = "Not judged in its report"


class Lineage:
    """The lineage of all domains, read in two queries.

    ``links`` holds the lineage by the keys of framework and domain, ``columns`` today's domains in order.
    ``domains_judged`` holds, by framework, the keys of today's domains that it judges, and of its domains that have no
    lineage.
    """

    def __init__(self) -> None:
        self.links: dict[tuple[int, int], list[DomainLineage]] = defaultdict(list)
        self.domains_judged: dict[int, set[int]] = defaultdict(set)
        for link in DomainLineage.objects.select_related("column", "domain"):
            self.links[link.framework_id, link.domain_id].append(link)
            self.domains_judged[link.framework_id].add(link.column_id)
        for framework, domain in FrameworkDomain.objects.values_list("framework", "domain"):
            if (framework, domain) not in self.links:
                self.domains_judged[framework].add(domain)
        columns = {link.column for links in self.links.values() for link in links}
        self.columns: tuple[Domain, ...] = tuple(sorted(columns, key=lambda domain: domain.order))

    def todays_domains(self, judgement: Judgement) -> list[tuple[Domain, str]]:
        """Return today's domains that show the judgement, each with a note on how it compares.

        A judgement in a domain without lineage shows in its own domain.
        """
        framework = judgement.inspection.framework_id
        links = self.links.get((framework, judgement.domain_id), []) if framework else []
        return [(link.column, self.note(link)) for link in links] or [(judgement.domain, "")]

    @staticmethod
    def note(link: DomainLineage) -> str:
        """Return how the domain compares with today's, "" where they are the same or close and have the same name."""
        if link.domain_id == link.column_id and link.comparability in (Comparability.SAME, Comparability.CLOSE):
            return ""
        if link.comparability == Comparability.SAME:
            return f"judged as {link.domain.name}"
        return f"{link.domain.name}: {Comparability(link.comparability).label.lower()}"

    def gap(self, domain: Domain, inspection: Inspection) -> JudgementGap:
        """Return why an inspection has no judgement in a domain."""
        if inspection.is_reported_only or inspection.framework_id is None:
            return JudgementGap.NOT_QUOTED
        domains = self.domains_judged.get(inspection.framework_id, set())
        return JudgementGap.NO_JUDGEMENT if domain.pk in domains else JudgementGap.NOT_IN_FRAMEWORK
