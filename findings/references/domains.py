"""The domains that a recommendation is about, stored with it so that lists can filter and count by them.

The domains are, in this order: that of its place in the report, of the recommendation of which it is an item, of its
section, else those of the paragraphs that it and its items cite. Where the report of an inspectorate tells none of
these, its words and those of its items and of its heading suggest domains of today; a suggestion is marked as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from findings.models import CrossReference, Finding, Recommendation
from findings.references.domain_words import suggested_domains
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
    wanted, suggested = _pairs(report)
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
    return (kept != wanted) | _mark(report, suggested)


def _mark(report: int, suggested: set[int]) -> bool:
    """Mark the recommendations whose domains are suggested, and no others. Returns whether any mark changed."""
    rows = Recommendation.objects.filter(report=report)
    marked = set(rows.filter(is_domain_suggested=True).values_list("pk", flat=True))
    rows.filter(pk__in=marked - suggested).update(is_domain_suggested=False)
    rows.filter(pk__in=suggested - marked).update(is_domain_suggested=True)
    return marked != suggested


def _pairs(report: int) -> tuple[set[tuple[int, int]], set[int]]:
    """The pairs of recommendation and domain that a report should have, by key, and the suggested recommendations."""
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
    shown = list(rows.select_related("domain", "parent__domain", "section__domain", "report"))
    told = {row.pk: [domain.pk for domain in domains_for(row, evidence[row.pk])[0]] for row in shown}
    hints = _suggested([row for row in shown if not told[row.pk] and row.report.by_inspectorate], shown)
    pairs = {(key, domain) for found in (told, hints) for key, domains in found.items() for domain in domains}
    return pairs, {key for key, domains in hints.items() if domains}


def _suggested(untold: list[Recommendation], rows: list[Recommendation]) -> dict[int, list[int]]:
    """The keys of the domains that the words of recommendations, their items and their heading suggest."""
    if not untold:
        return {}
    items: dict[int | None, list[str]] = defaultdict(list)
    for row in rows:
        items[row.parent_id].append(row.text)
    keys = dict(Domain.objects.values_list("code", "pk"))
    found: dict[int, list[int]] = {}
    for row in untold:
        heading = row.section.heading if row.section else ""
        words = "\n".join((heading, row.text, *items[row.pk], *([row.parent.text] if row.parent else [])))
        found[row.pk] = [keys[code] for code in suggested_domains(words) if code in keys]
    return found
