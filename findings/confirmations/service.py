"""Confirming records and withdrawing that, each in one transaction; and letting confirmations lapse.

A record is confirmed as a person saw it: the form carries its key, and a record that has another key by now is not
confirmed. ``refresh_confirmations`` runs after every change of the records of a report (``findings.search.entries``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from findings.confirmations.keys import key_of, keys_in
from findings.models import RecordConfirmation
from inspections.write import knowledge_change, renew

CONFIRMED_BECAUSE = ("Compared with the document: right as it is.", "Compared with the page: word for word.")
"""Reasons that forms offer, the one that is given with a single press first."""


class ConfirmationError(ValueError):
    """A record cannot be confirmed, or a confirmation not withdrawn. The message tells the user why."""


@dataclass(frozen=True, slots=True)
class ConfirmationResult:
    """What became of the records that were to be confirmed.

    ``changed`` are no longer what the person saw, or are gone; ``known`` were confirmed already.
    """

    confirmed: tuple[Any, ...]
    known: tuple[Any, ...]
    changed: tuple[Any, ...]


def confirm(model: type[Any], seen: Mapping[int, str], reason: str, user: User) -> ConfirmationResult:
    """Confirm records of a kind. ``seen`` has the key of each as the person saw it, by the primary key of its row.

    Raises ConfirmationError without a reason. Records that changed meanwhile are left as they are.
    """
    if not reason.strip():
        raise ConfirmationError("Give the reason: what did you compare?")
    with knowledge_change():
        rows = list(model._default_manager.filter(pk__in=seen).select_related("report").order_by("report", "ordinal"))
        same = [row for row in rows if row.retired_at is None and key_of(row) == seen[row.pk]]
        changed = [row for row in rows if row not in same]
        reports = {row.report_id for row in same}
        for report in reports:
            refresh_confirmations(report)
        held = RecordConfirmation.objects.holding().filter(report__in=reports)
        names = set(held.filter(kind=model.KIND).values_list("report", "anchor"))
        known = [row for row in same if (row.report_id, row.anchor) in names]
        new = [row for row in same if (row.report_id, row.anchor) not in names]
        RecordConfirmation.objects.bulk_create(
            RecordConfirmation(
                report_id=row.report_id,
                kind=model.KIND,
                anchor=row.anchor,
                key=seen[row.pk],
                reason=reason.strip(),
                made_by=user,
            )
            for row in new
        )
        if new:
            renew()
    return ConfirmationResult(tuple(new), tuple(known), tuple(changed))


def withdraw(confirmation: RecordConfirmation, reason: str, user: User) -> None:
    """Withdraw a confirmation. Raises ConfirmationError without a reason, or if that was done already."""
    if not reason.strip():
        raise ConfirmationError("Give the reason for withdrawing the confirmation.")
    with knowledge_change():
        fresh = RecordConfirmation.objects.get(pk=confirmation.pk)
        if fresh.withdrawn_at:
            raise ConfirmationError("The confirmation has been withdrawn already.")
        fresh.withdrawn_at = timezone.now()
        fresh.withdrawn_by = user
        fresh.withdrawn_reason = reason.strip()
        fresh.holds = False
        fresh.save()
    confirmation.refresh_from_db()


def refresh_confirmations(report: int) -> bool:
    """Let the confirmations of a report hold or lapse, by what its records say now. Returns whether any changed."""
    wrong = wrongly_held(report)
    lapsing = [one.pk for one in wrong if one.holds]
    holding = [one.pk for one in wrong if not one.holds]
    RecordConfirmation.objects.filter(pk__in=lapsing).update(holds=False)  # first: of a record only one may hold
    RecordConfirmation.objects.filter(pk__in=holding).update(holds=True)
    if wrong:
        renew()
    return bool(wrong)


def wrongly_held(report: int) -> list[RecordConfirmation]:
    """The active confirmations of a report that hold for what is no longer so, or have lapsed for what is so again."""
    active = list(RecordConfirmation.objects.active().filter(report=report))
    keys = keys_in(report, ((one.kind, one.anchor) for one in active))
    return [one for one in active if one.holds != (keys.get((one.kind, one.anchor)) == one.key)]
