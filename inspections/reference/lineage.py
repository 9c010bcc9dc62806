"""The lineage of domains: in which of today's domains each framework's domains continue, and how far they compare."""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum

from inspections.models import Domain, DomainLineage, FrameworkDomain, Inspection, Judgement
from inspections.vocabulary import Comparability

Years = tuple[int | None, int | None]


class JudgementGap(StrEnum):
    """Why a cell has no judgement."""

    NO_INSPECTION = "No graded inspection known"
    NOT_IN_FRAMEWORK = "Not part of this framework"
    NOT_QUOTED = "Not quoted: its own report was not read"
    NO_JUDGEMENT = "Not judged in its report"


class Lineage:
    """The lineage of all domains, read in two queries.

    ``links`` holds the lineage by the keys of framework and domain, ``columns`` today's domains in order.
    ``years_judged`` holds, by the keys of a framework and of a domain of today, or of one without lineage, the years in
    which it was judged: the first and the last, None where there is none.
    """

    def __init__(self) -> None:
        self.links: dict[tuple[int, int], list[DomainLineage]] = defaultdict(list)
        self.years_judged: dict[tuple[int, int], list[Years]] = defaultdict(list)
        for link in DomainLineage.objects.select_related("column", "domain"):
            self.links[link.framework_id, link.domain_id].append(link)
        judged = FrameworkDomain.objects.values_list("framework", "domain", "first_year", "last_year")
        for framework, domain, first, last in judged:
            for column in [link.column_id for link in self.links.get((framework, domain), ())] or [domain]:
                self.years_judged[framework, column].append((first, last))
        columns = {link.column for links in self.links.values() for link in links}
        self.columns: tuple[Domain, ...] = tuple(sorted(columns, key=lambda domain: domain.order))

    def todays_domains(self, judgement: Judgement) -> list[tuple[Domain, str]]:
        """Return today's domains that show the judgement, each with a note on how it compares.

        A judgement in a domain without lineage shows in its own domain.
        """
        framework = judgement.inspection.framework_id
        linked = self.links.get((framework, judgement.domain_id), []) if framework else []
        links = [link for link in linked if link.scope in (DomainLineage.ANY_SCOPE, judgement.scope)]
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
        years = self.years_judged.get((inspection.framework_id, domain.pk), [])
        judged = any(_within(inspection.year, first, last) for first, last in years)
        return JudgementGap.NO_JUDGEMENT if judged else JudgementGap.NOT_IN_FRAMEWORK


def _within(year: int | None, first: int | None, last: int | None) -> bool:
    """Tell whether a year lies between two others; one that is not known may."""
    return year is None or (first or year) <= year <= (last or year)
