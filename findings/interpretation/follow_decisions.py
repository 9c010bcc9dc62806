"""Deciding what later reports say of a recommendation, and withdrawing that, each in one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.utils import timezone

from findings.interpretation.follow_update import update_follow_through
from findings.models import Finding, FollowDecision, FollowedMatter, Recommendation
from inspections.models import Report
from inspections.vocabulary import FollowStatus, FollowVerdict
from inspections.write import knowledge_change, renew

RECORDS = (Finding, Recommendation)


class FollowDecisionError(ValueError):
    """A decision cannot be made or withdrawn. The message tells the user why."""


@dataclass(frozen=True, slots=True)
class FollowChoice:
    """What a person chose: a verdict about a record of the later report, or a status, where ``kind`` is ""."""

    verdict: str
    kind: str = ""
    record: str = ""


def decide(
    recommendation: Recommendation, later: Report, choice: FollowChoice, reason: str, user: User
) -> FollowDecision:
    """Keep a decision and bring what is shown up to date. An earlier decision of the same is withdrawn for it.

    Raises FollowDecisionError without a reason, or if the verdict does not fit what is decided.
    """
    if not reason.strip():
        raise FollowDecisionError("Give the reason: what did you compare?")
    known = FollowVerdict.values() if choice.kind else FollowStatus.values()
    if choice.verdict not in known:
        raise FollowDecisionError("Choose whether the record is about the matter, or choose a status without a record.")
    with knowledge_change():
        if choice.kind and not _is_there(later, choice):
            raise FollowDecisionError("The later report no longer has this record.")
        same = FollowDecision.objects.active().filter(
            report=recommendation.report,
            anchor=recommendation.anchor,
            later=later,
            kind=choice.kind,
            record=choice.record,
        )
        same.update(withdrawn_at=timezone.now(), withdrawn_by=user, withdrawn_reason=f"Decided again: {reason.strip()}")
        made = FollowDecision.objects.create(
            report=recommendation.report,
            anchor=recommendation.anchor,
            later=later,
            kind=choice.kind,
            record=choice.record,
            verdict=choice.verdict,
            before=_shown(recommendation, later, choice),
            reason=reason.strip(),
            made_by=user,
        )
        update_follow_through(recommendation.report_id)
    return made


def withdraw(decision: FollowDecision, reason: str, user: User) -> None:
    """Withdraw a decision; the suggestion shows again. Raises FollowDecisionError without a reason or if done."""
    if not reason.strip():
        raise FollowDecisionError("Give the reason for withdrawing the decision.")
    with knowledge_change():
        fresh = FollowDecision.objects.get(pk=decision.pk)
        if fresh.withdrawn_at:
            raise FollowDecisionError("The decision has been withdrawn already.")
        fresh.withdrawn_at, fresh.withdrawn_by, fresh.withdrawn_reason = timezone.now(), user, reason.strip()
        fresh.save()
        update_follow_through(fresh.report_id)
        renew()


def _is_there(later: Report, choice: FollowChoice) -> bool:
    return any(
        model.objects.live().filter(report=later, anchor=choice.record).exists()
        for model in RECORDS
        if choice.kind == model.KIND
    )


def _shown(recommendation: Recommendation, later: Report, choice: FollowChoice) -> str:
    """What was shown before: the status, or whether the record was linked."""
    matter = FollowedMatter.objects.filter(recommendation=recommendation, later=later).first()
    if matter is None:
        return ""
    if not choice.kind:
        return matter.status
    link = matter.records.filter(kind=choice.kind, anchor=choice.record).exists()
    return (FollowVerdict.ABOUT if link else FollowVerdict.NOT_ABOUT).value
