"""Deciding between documents that disagree: a person says which value is right, and everything follows.

A decision prefers one of the values that documents state; none is changed. If a document was read wrongly, its record
is to be corrected instead. Each function is one transaction.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils import timezone

from findings.corrections.making import REPLACED, CorrectionError, require_reason
from findings.search.entries import index_changed
from inspections.models import Conflict, ConflictDecision, Report
from inspections.reconciliation import reconcile
from inspections.write import knowledge_change

CLOSED = ("withdrawn_at", "withdrawn_by", "withdrawn_reason", "replaced_by")


def decide_conflict(conflict: Conflict, value: str, reason: str, user: User) -> ConflictDecision:
    """Say which of the values of a conflict is right, instead of what was decided before.

    Raises CorrectionError without a reason, if no document says so any more, or if it was decided so already.
    """
    reason = require_reason(reason)
    with knowledge_change():
        fresh = Conflict.objects.select_related("inspection", "decision").filter(pk=conflict.pk).first()
        values = set(fresh.sides.values_list("value", flat=True)) if fresh else set()
        if fresh is None or value not in values:
            raise CorrectionError("The documents say something else by now. Look at what they say, and choose again.")
        if fresh.decision and fresh.decision.value == value:
            raise CorrectionError("This was decided already.")
        fact = {"inspection": fresh.inspection, "field": fresh.field, "domain": fresh.domain, "scope": fresh.scope}
        earlier = list(ConflictDecision.objects.active().filter(**fact))
        made = ConflictDecision.objects.create(
            **fact, value=value, against=sorted(values - {value}), reason=reason, made_by=user
        )
        for one in earlier:
            _close(one, REPLACED, user, made)
        _follow(made)
    return made


def withdraw_decision(decision: ConflictDecision, reason: str, user: User) -> None:
    """Withdraw a decision; the one that it had replaced holds again, else what documents say decides.

    Raises CorrectionError without a reason, or if it is withdrawn already.
    """
    reason = require_reason(reason)
    with knowledge_change():
        fresh = ConflictDecision.objects.active().filter(pk=decision.pk).first()
        if fresh is None:
            raise CorrectionError("The decision has been withdrawn already.")
        _close(fresh, reason, user, None)
        fresh.replaced.update(withdrawn_at=None, withdrawn_by=None, withdrawn_reason="", replaced_by=None)
        _follow(fresh)
    decision.refresh_from_db()


def _close(decision: ConflictDecision, reason: str, user: User, later: ConflictDecision | None) -> None:
    decision.withdrawn_at, decision.withdrawn_by, decision.withdrawn_reason = timezone.now(), user, reason
    decision.replaced_by = later
    decision.save(update_fields=CLOSED)


def _follow(decision: ConflictDecision) -> None:
    authority = decision.inspection.authority_id
    reconcile([authority])
    index_changed((), Report.objects.filter(authority=authority))
