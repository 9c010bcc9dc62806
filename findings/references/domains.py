"""The domains that a recommendation is about, stored with it so that lists can filter and count by them.

The domains are, in this order: that of its place in the report, of the recommendation of which it is an item, of its
section, else those of the paragraphs that it and its items cite. Its words decide nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from findings.models import CrossReference, Finding, Recommendation
from inspections.models import Domain


def domains_for(recommendation: Recommendation, evidence: Iterable[Finding]) -> tuple[tuple[Domain, ...], str]:
    """The domains and a phrase for what they follow from.

    ``evidence`` are the paragraphs that it and its items cite.
    """
    if recommendation.domain:
        return (recommendation.domain,), "known from its place in the report"
    if recommendation.parent and recommendation.parent.domain:
        return (recommendation.parent.domain,), "known from the recommendation of which it is an item"
    if recommendation.section and recommendation.section.domain:
        return (recommendation.section.domain,), "known from the section in which it stands"
    found = {finding.domain for finding in evidence if finding.domain}
    return tuple(sorted(found, key=lambda domain: domain.order)), "known from the paragraphs that it cites"


def update_domains(report: int) -> bool:
    """Update the domains of the recommendations of a report in a fixed number of queries.

    Returns whether any changed.
    """
    wanted = _pairs(report)
    stored = Recommendation.about.through.objects.filter(recommendation__report=report)
    kept = set(stored.values_list("recommendation", "domain"))
    if gone := kept - wanted:
        lost = Q(pk__in=())
        for recommendation, domain in gone:
            lost |= Q(recommendation=recommendation, domain=domain)
        stored.filter(lost).delete()
    Recommendation.about.through.objects.bulk_create(
        Recommendation.about.through(recommendation_id=recommendation, domain_id=domain)
        for recommendation, domain in sorted(wanted - kept)
    )
    return kept != wanted


def _pairs(report: int) -> set[tuple[int, int]]:
    """The pairs of recommendation and domain that a report should have, by key."""
    rows = Recommendation.objects.filter(report=report, retired_at__isnull=True)
    evidence: dict[int, list[Finding]] = defaultdict(list)
    cited = CrossReference.objects.filter(
        report=report, recommendation__in=rows, target_finding__retired_at__isnull=True
    )
    for one in cited.select_related("recommendation", "target_finding__domain"):
        if one.recommendation and one.target_finding:
            for key in (one.recommendation.pk, one.recommendation.parent_id):
                if key:
                    evidence[key].append(one.target_finding)
    shown = rows.select_related("domain", "parent__domain", "section__domain")
    return {(row.pk, domain.pk) for row in shown for domain in domains_for(row, evidence[row.pk])[0]}
