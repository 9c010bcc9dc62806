"""What followed a recommendation: its evidence, the actions that answer it, and what each later report says of it.

What later reports say is suggested by rules until a person confirms it (``findings.interpretation.follow_update``).
Beside it stand the later grades of the same domain. The domains are those of ``findings.references.domains``; domains
of other frameworks count as the same if lineage leads them to the same domain of today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from findings.interpretation.follow_update import and_successors, can_be_followed, dated
from findings.labels import label_of, short_title
from findings.models import Action, CrossReference, Finding, FollowedMatter, Recommendation
from findings.references.answers import answers_to
from findings.references.domains import domains_for
from findings.references.links import RecordLink, link_to
from findings.reports.content import JudgementRow, judgement_rows
from inspections.judgements.latest import lineage_now
from inspections.models import Domain, Inspection, Judgement, Report
from inspections.models.inspection_days import first_day
from inspections.models.visibility import is_shown


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
    """A later record about the matter, and why. ``by_person``: a person confirmed or added it; else it is suggested."""

    record: Finding | Recommendation
    label: str
    because: str
    by_person: bool


@dataclass(frozen=True, slots=True)
class LaterReport:
    """What one later report says: its status for the matter with the reason, its records, and grades of the domain."""

    matter: FollowedMatter
    judgements: tuple[JudgementRow, ...]
    records: tuple[LaterRecord, ...]

    @property
    def report(self) -> Report:
        """The report."""
        return self.matter.later


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Everything that followed a recommendation, later reports in order of time.

    ``domain_source`` names the source of the domains. One that cannot be followed asks a meeting to deal with papers,
    and is compared with no later report. ``not_held`` are later inspections whose own report was not read.
    """

    evidence: tuple[tuple[Finding, str], ...]
    answers: tuple[AnsweringAction, ...]
    domains: tuple[Domain, ...]
    domain_source: str
    later: tuple[LaterReport, ...]
    not_held: tuple[Inspection, ...] = ()
    can_be_followed: bool = True


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
    links = lineage_now().links
    own = recommendation.report.inspection if recommendation.report.is_own else None
    framework = own.framework_id if own else None
    today: set[int] = set()
    for domain in domains:
        own_links = links.get((framework, domain.pk), []) if framework else []
        today |= {link.column_id for link in own_links} or {domain.pk}
    same = {link.domain_id for linked in links.values() for link in linked if link.column_id in today}
    return same | today | {domain.pk for domain in domains}


def later_reports(recommendation: Recommendation, domains: set[int]) -> tuple[LaterReport, ...]:
    """What each later public report says of the matter, in order of time, in four queries."""
    rows = FollowedMatter.objects.published().filter(recommendation=recommendation)
    related = ("later__authority", "later__inspection__framework", "later__inspection__authority")
    matters = list(rows.select_related(*related).prefetch_related("records"))
    found = _records(matters)
    judgements = _judgements({one.later.inspection_id for one in matters if one.later.is_own}, domains)
    later = [
        LaterReport(
            one,
            tuple(judgements.get(one.later.inspection_id, ())) if one.later.is_own else (),
            tuple(
                LaterRecord(record, label_of(record), link.because, link.by_person)
                for link in one.records.all()
                if (record := found.get((one.later_id, link.kind, link.anchor)))
            ),
        )
        for one in matters
    ]
    return tuple(sorted(later, key=lambda one: (day_of(one.report), one.report.pk)))


def later_not_held(report: Report) -> tuple[Inspection, ...]:
    """The later inspections of the authority, or of its successors, whose own report was not read, in order of time."""
    own = dated(report)
    if report.authority is None or own is None:
        return ()
    known = Inspection.objects.published().filter(authority__in=and_successors(report.authority), is_reported_only=True)
    later = [one for one in known.select_related("framework", "authority") if first_day(one) > own.day]
    return tuple(sorted(later, key=lambda one: (first_day(one), one.pk)))


def day_of(report: Report) -> str:
    """The day from which on a report counts, as a partial ISO date; "" if none is known."""
    found = dated(report)
    return found.day if found else ""


def _records(matters: list[FollowedMatter]) -> dict[tuple[int, str, str], Finding | Recommendation]:
    """The live records that matters link, by report, kind and anchor."""
    named = {(one.later_id, link.kind, link.anchor) for one in matters for link in one.records.all()}
    reports, anchors = {report for report, _, _ in named}, {anchor for _, _, anchor in named}
    found: dict[tuple[int, str, str], Finding | Recommendation] = {}
    for model in (Finding, Recommendation):
        live: Any = model.objects.live().filter(report__in=reports, anchor__in=anchors)
        for row in live.select_related("report__authority"):
            found[row.report_id, row.KIND, row.anchor] = row
    return found


def _judgements(inspections: set[int | None], domains: set[int]) -> dict[int | None, list[JudgementRow]]:
    """The preferred judgements of inspections in some domains, by inspection."""
    found: dict[int | None, list[JudgementRow]] = defaultdict(list)
    related = ("domain", "grade", "inspection__framework", "inspection__authority", "report__authority")
    rows = Judgement.objects.published().preferred().select_related(*related)
    rows = rows.filter(inspection__in=inspections, domain__in=domains)
    for row in judgement_rows(rows.order_by("domain__order", "scope")):
        found[row.judgement.inspection_id].append(row)
    return found


def follow(recommendation: Recommendation) -> FollowUp:
    """Load what followed a recommendation, in a fixed number of queries."""
    evidence = evidence_for(recommendation)
    domains, domain_source = domains_for(recommendation, evidence)
    return FollowUp(
        tuple((finding, label_of(finding)) for finding in evidence),
        answering_actions(recommendation),
        domains,
        domain_source,
        later_reports(recommendation, same_domains(recommendation, domains)),
        later_not_held(recommendation.report),
        can_be_followed(recommendation.report.kind, recommendation.text),
    )
