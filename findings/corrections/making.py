"""Making a correction: the row that keeps what was changed, why, by whom, and how its record is known again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from findings.corrections.identity import WORDS, RecordSubject, rivals, subject_of
from findings.models import Correction, Section
from inspections.models import Judgement, Report

REPLACED = "Replaced by a later correction."


class CorrectionError(ValueError):
    """A correction that is not possible. Its message tells the user why, in a sentence."""


def require_reason(reason: str) -> str:
    """The reason without outer blanks; CorrectionError if there is none."""
    if not reason.strip():
        raise CorrectionError("Give the reason for the correction.")
    return reason.strip()


def fresh(record: Any) -> Any:
    """The row as it is now: the one at hand may be older than the last change."""
    return type(record)._default_manager.get(pk=record.pk)


def check_live(record: Any) -> None:
    """Refuse to change what is not shown any more."""
    if record.retired_at is None:
        return
    if getattr(record, "is_suppressed", False):
        raise CorrectionError("This record was taken out, so it cannot be corrected. Bring it back first.")
    raise CorrectionError("The last reading no longer has this record, so it cannot be corrected.")


def make(
    record: Any,
    field: str,
    reason: str,
    user: User,
    *,
    value_read: Any,
    value_set: Any,
    part_of: Correction | None = None,
    replaces: Iterable[Correction] = (),
) -> Correction:
    """Store a correction of a record, which replaces others."""
    report = record if isinstance(record, Report) else record.report
    about = subject_of(record)
    earlier = list(replaces)
    for one in earlier:
        close(one, REPLACED, user)
    made = Correction.objects.create(
        report=report, kind=record.KIND, anchor=about.anchor, field=field, home=about.anchor, number=about.number,
        words=about.words, context=about.context, rivals=_rivals(record, about), value_read=value_read,
        value_now=value_read, value_set=value_set, reason=require_reason(reason),
        made_by=user, part_of=part_of,
    )  # fmt: skip
    for one in earlier:
        one.replaced_by = made
        one.save(update_fields=["replaced_by"])
    return made


def close(correction: Correction, reason: str, user: User) -> None:
    """Withdraw a correction without any effect on its record."""
    correction.withdrawn_at = timezone.now()
    correction.withdrawn_by = user
    correction.withdrawn_reason = reason
    correction.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])


def _rivals(record: Any, about: RecordSubject) -> list[str]:
    """The words of other records of the report that are nearly the same; none for kinds that have no words."""
    if record.KIND not in WORDS:
        return []
    rows = type(record)._default_manager.live().filter(report=record.report)
    above = {Section: ("parent",), Judgement: ("statement",)}.get(type(record), ())
    return rivals(about, map(subject_of, rows.select_related(*above)))
