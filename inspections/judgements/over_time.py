"""The judgements of one authority in each of today's domains, the newest first."""

from __future__ import annotations

from dataclasses import dataclass

from inspections.judgements.latest import in_date_order, preferred_in_columns
from inspections.models import Authority, Domain, Judgement
from inspections.models.inspection_days import counting_day

RELATED = (
    *("domain", "grade", "inspection__framework", "inspection__authority"),
    *("report__authority", "report__inspection__framework", "report__inspection__authority"),
)


@dataclass(frozen=True, slots=True)
class JudgedDomain:
    """One of today's domains with an authority's preferred judgements in it: the latest, then those before it."""

    domain: Domain
    judgements: tuple[Judgement, ...]

    @property
    def latest(self) -> Judgement:
        """The latest judgement."""
        return self.judgements[0]

    @property
    def before(self) -> Judgement | None:
        """The one before the latest. Judgements without any day come last, and are before none."""
        before = self.judgements[1] if len(self.judgements) > 1 else None
        return before if before and counting_day(before.inspection) else None


def judged_domains(authority: Authority) -> tuple[JudgedDomain, ...]:
    """The domains in which an authority was judged, in the order of domains; two queries."""
    rows = in_date_order(preferred_in_columns().filter(inspection__authority=authority)).select_related(*RELATED)
    found: dict[str, list[Judgement]] = {}
    for row in rows:
        found.setdefault(row.column_code, []).append(row)
    domains = Domain.objects.filter(code__in=found).order_by("order")
    return tuple(JudgedDomain(domain, tuple(found[domain.code])) for domain in domains)
