"""What followed a recommendation: its evidence, the actions that answer it, and later inspections of the same domain.

None of this is an opinion about whether a recommendation was met. The domains are those of
``findings.references.domains``; if there are none, only paragraphs are compared, in all domains. Domains of other
frameworks count as the same if lineage leads them to the same domain of today. Of the later paragraphs, those are shown
that share most words with the recommendation; rare words count more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from math import log

from django.db.models import Q

from findings.labels import label_of, short_title
from findings.models import Action, CrossReference, Finding, Recommendation
from findings.references.answers import answers_to
from findings.references.domains import domains_for
from findings.references.links import RecordLink, link_to
from findings.reports.content import JudgementRow, judgement_rows
from findings.search.words import words_of
from inspections.models import Domain, Inspection, Judgement
from inspections.models.visibility import is_shown
from inspections.reference.lineage import Lineage

SHOWN = 10
COMPARED = 300
"""Later paragraphs that are compared, the newest first: more would be slow, and nobody asks about older ones."""
SHORTEST_WORD = 5
FEWEST_SHARED = 2
COMMON = 3
"""A word that stands in one of so many compared paragraphs, or in more of them, tells nothing."""
GLUE = frozenset(
    {"about", "could", "ensur", "should", "their", "there", "these", "those", "where", "which", "while", "would"}
)
"""Stems of long words that carry no meaning of their own."""


@dataclass(frozen=True, slots=True)
class AnsweringAction:
    """An action, its name and that of its plan.

    ``through`` is the recommendation that the action names, if it is another one.
    """

    action: Action
    label: str
    plan: str
    through: RecordLink | None


@dataclass(frozen=True, slots=True)
class LaterRecord:
    """A later record with its name, and the words that it shares with the recommendation."""

    record: Finding | Recommendation
    label: str
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LaterInspection:
    """The records of one later inspection in the same domain."""

    inspection: Inspection
    judgements: tuple[JudgementRow, ...]
    recommendations: tuple[LaterRecord, ...]
    findings: tuple[LaterRecord, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Everything that followed a recommendation.

    ``domain_source`` names the source of the domains. ``compared`` is the number of later paragraphs compared,
    ``chosen`` the number shown.
    """

    evidence: tuple[tuple[Finding, str], ...]
    answers: tuple[AnsweringAction, ...]
    domains: tuple[Domain, ...]
    domain_source: str
    later: tuple[LaterInspection, ...]
    compared: int
    chosen: int


def evidence_for(recommendation: Recommendation) -> list[Finding]:
    """The paragraphs that the recommendation and its items cite, in printed order."""
    own = Q(recommendation=recommendation) | Q(
        recommendation__parent=recommendation, recommendation__retired_at__isnull=True
    )
    found = CrossReference.objects.filter(
        own,
        is_shown("target_finding__report__"),
        report=recommendation.report_id,
        target_finding__retired_at__isnull=True,
    ).select_related("target_finding__report__authority", "target_finding__domain")
    return list(dict.fromkeys(one.target_finding for one in found.order_by("ordinal") if one.target_finding))


def answering_actions(recommendation: Recommendation) -> tuple[AnsweringAction, ...]:
    """The actions that answer it, the newest plan first, each once.

    An action that names the recommendation itself counts as naming it, even if it also names another that says the
    same.
    """
    found: dict[int, AnsweringAction] = {}
    for reference in answers_to(recommendation):
        action, target = reference.action, reference.target_recommendation
        if action is None or target is None or (action.pk in found and target.pk != recommendation.pk):
            continue
        through = None if target.pk == recommendation.pk else link_to(target, None)
        found[action.pk] = AnsweringAction(action, label_of(action), short_title(action.report), through)
    return tuple(found.values())


def same_domains(recommendation: Recommendation, domains: Iterable[Domain]) -> set[int]:
    """The keys of the domains of any framework that lineage leads to the same domains of today."""
    links = Lineage().links
    own = recommendation.report.inspection if recommendation.report.is_own else None
    framework = own.framework_id if own else None
    today: set[int] = set()
    for domain in domains:
        own_links = links.get((framework, domain.pk), []) if framework else []
        today |= {link.column_id for link in own_links} or {domain.pk}
    same = {link.domain_id for linked in links.values() for link in linked if link.column_id in today}
    return same | today | {domain.pk for domain in domains}


def inspections_after(recommendation: Recommendation) -> dict[int, Inspection]:
    """The inspections of the authority that began after the one that recommends, or after the paper, oldest first."""
    report = recommendation.report
    own = report.inspection if report.is_own else None
    since = (own and (own.ended or own.started or own.published)) or report.published
    if not since or report.authority_id is None:
        return {}
    others = (
        Inspection.objects.published().filter(authority=report.authority_id).select_related("authority", "framework")
    )
    later = [one for one in others if one != own and (one.started or one.published) > since]
    return {one.pk: one for one in sorted(later, key=lambda one: (one.started or one.published, one.pk))}


def _stems(text: str) -> dict[str, str]:
    return {
        word.stem: word.letters
        for word in words_of(text)
        if len(word.letters) >= SHORTEST_WORD and word.stem not in GLUE
    }


def nearest(text: str, findings: list[Finding]) -> list[LaterRecord]:
    """The paragraphs that share most words with a text, in the order given."""
    wanted = _stems(text)
    found = [wanted.keys() & _stems(finding.text).keys() for finding in findings]
    often = Counter(stem for stems in found for stem in stems)
    most = max(FEWEST_SHARED, len(findings) / COMMON)
    weights = {stem: log((1 + len(findings)) / number) for stem, number in often.items() if number <= most}
    shared = [stems & weights.keys() for stems in found]
    ranked = sorted(range(len(findings)), key=lambda place: (-sum(weights[stem] for stem in shared[place]), place))
    best = sorted(place for place in ranked[:SHOWN] if len(shared[place]) >= FEWEST_SHARED)
    return [
        LaterRecord(findings[place], label_of(findings[place]), tuple(sorted(wanted[stem] for stem in shared[place])))
        for place in best
    ]


@dataclass(frozen=True, slots=True)
class _LaterRecords:
    """The records of these inspections, by key, in these domains. Without domains only paragraphs, in all domains."""

    inspections: dict[int, Inspection]
    domains: set[int]

    @property
    def own_records(self) -> Q:
        """The condition that leaves records of the inspections' own reports."""
        return Q(report__is_own=True, report__inspection__in=self.inspections)

    def judgements(self) -> dict[int, list[JudgementRow]]:
        """The preferred judgements by inspection."""
        found: dict[int, list[JudgementRow]] = defaultdict(list)
        related = ("domain", "grade", "inspection__framework", "inspection__authority", "report__authority")
        rows = Judgement.objects.published().preferred().select_related(*related)
        rows = rows.filter(inspection__in=self.inspections, domain__in=self.domains)
        for row in judgement_rows(rows.order_by("domain__order", "scope")):
            found[row.judgement.inspection_id].append(row)
        return found

    def recommendations(self) -> list[LaterRecord]:
        """The recommendations, in printed order."""
        rows = Recommendation.objects.published().top_level().filter(self.own_records, domain__in=self.domains)
        return [LaterRecord(row, label_of(row)) for row in rows.select_related("report__authority").order_by("ordinal")]

    def findings(self) -> list[Finding]:
        """The newest paragraphs, those of one report in printed order."""
        rows = Finding.objects.published().filter(self.own_records).select_related("report__authority")
        rows = rows.defer("orig", "boxes", "read")
        rows = rows.filter(domain__in=self.domains) if self.domains else rows
        return list(rows.order_by("-report__published", "report", "ordinal")[:COMPARED])


def _by_inspection(records: Iterable[LaterRecord]) -> dict[int | None, list[LaterRecord]]:
    found: dict[int | None, list[LaterRecord]] = defaultdict(list)
    for one in records:
        found[one.record.report.inspection_id].append(one)
    return found


def follow(recommendation: Recommendation) -> FollowUp:
    """Load what followed a recommendation, in a fixed number of queries."""
    evidence = evidence_for(recommendation)
    domains, domain_source = domains_for(recommendation, evidence)
    field = _LaterRecords(inspections_after(recommendation), same_domains(recommendation, domains))
    compared = field.findings()
    items = (
        Recommendation.objects.live().filter(parent=recommendation).order_by("ordinal").values_list("text", flat=True)
    )
    nearest_ones = nearest(" ".join((recommendation.text, *items)), compared)
    judgements, recommendations, findings = (
        field.judgements(),
        _by_inspection(field.recommendations()),
        _by_inspection(nearest_ones),
    )
    later = (
        LaterInspection(one, tuple(judgements[key]), tuple(recommendations[key]), tuple(findings[key]))
        for key, one in field.inspections.items()
        if judgements[key] or recommendations[key] or findings[key]
    )
    return FollowUp(
        tuple((finding, label_of(finding)) for finding in evidence),
        answering_actions(recommendation),
        domains,
        domain_source,
        tuple(later),
        len(compared),
        len(nearest_ones),
    )
