"""Corrections of fields: the only way in which people change what was read. ``changes`` has those of whole records.

A correction is checked: the field can be corrected, the value is valid and differs from the effective one, and a reason
is given. Then it is stored as a row, applied to the columns of its record, and everything that depends on it is
updated. A later correction of the same field replaces the earlier one, which is active again when the later one is
withdrawn. Each function is one transaction.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from findings.corrections.effects import active_corrections, apply, find_record, follow
from findings.corrections.making import CorrectionError, check_live, close, fresh, make, require_reason
from findings.corrections.values import MODELS, update_status
from findings.models import Correction, Section
from findings.models.changes import ADDED, OF_TEXTS, SECTION, SPLIT, SUPPRESSED, details, is_column, is_reference
from findings.search.entries import index_report
from inspections.models import Authority, Domain, Framework, Grade, Report
from inspections.vocabulary import CorrectionStatus
from inspections.write import knowledge_change

__all__ = ["CorrectionError", "apply_again", "attach", "correct", "find_record", "mark_reviewed", "withdraw"]

BROUGHT_BACK = ("withdrawn_at", "withdrawn_by", "withdrawn_reason", "replaced_by", "anchor", "status", "value_now")


def _domain(record: Any, value: Any) -> str | None:
    if value is None or value == "":
        if not record._meta.get_field("domain").null:
            raise CorrectionError("A judgement needs a domain.")
        return None
    code = value.code if isinstance(value, Domain) else value
    if not Domain.objects.filter(code=code).exists():
        raise CorrectionError(f"There is no domain “{code}”.")
    return str(code)


def _grade(record: Any, value: Any) -> str:
    if value is None or value == "":
        raise CorrectionError("Say why there is no grade: correct the absence instead.")
    code = value.code if isinstance(value, Grade) else value
    framework = record.inspection.framework
    if framework is None or not framework.grades.filter(code=code).exists():
        raise CorrectionError(f"“{code}” is no grade of the framework of the inspection.")
    return str(code)


def _authority(record: Any, value: Any) -> str:
    code = value.la_code if isinstance(value, Authority) else value
    if not Authority.objects.filter(la_code=code).exists():
        raise CorrectionError(f"There is no authority with the LA code “{code}”.")
    return str(code)


def _text(record: Any, field: str, value: Any) -> str:
    text = "" if value is None else str(value).strip()
    if field == "absence" and not text:
        raise CorrectionError("Give the grade instead: a judgement has a grade or a reason why it has none.")
    try:
        record._meta.get_field(field).clean(text, record)
    except ValidationError as error:
        raise CorrectionError(" ".join(error.messages)) from error
    return text


def _framework(record: Any, value: Any) -> str | None:
    code = value.code if isinstance(value, Framework) else value
    if code and not Framework.objects.filter(code=code).exists():
        raise CorrectionError(f"There is no framework “{code}”.")
    return str(code) if code else None


def _section(record: Any, value: Any) -> str | None:
    anchor = value.anchor if isinstance(value, Section) else value
    if anchor and not Section.objects.live().filter(report=record.report, anchor=anchor).exists():
        raise CorrectionError("There is no such section in this report.")
    return str(anchor) if anchor else None


CODED: dict[str, Callable[[Any, Any], str | None]] = {
    "domain": _domain,
    "grade": _grade,
    "authority": _authority,
    "framework": _framework,
    SECTION: _section,
}


def _effective_value(record: Any, field: str) -> Any:
    value = getattr(record, field)
    if isinstance(value, Authority):
        return value.la_code
    if isinstance(value, Section):
        return value.anchor
    return value.code if isinstance(value, Domain | Framework | Grade) else value


def _check_field(record: Any, field: str) -> None:
    if field not in record.CORRECTABLE:
        name = record._meta.verbose_name
        raise CorrectionError(
            f"“{field}” of a {name} cannot be corrected; what can be is {', '.join(record.CORRECTABLE)}."
        )
    check_live(record)


def _check_rival(record: Any, field: str, others: list[Correction]) -> None:
    """A grade and the reason for its absence exclude each other."""
    rival = {"grade": "absence", "absence": "grade"}.get(field)
    if rival and any(correction.field == rival for correction in others):
        raise CorrectionError(f"The {rival} of this judgement was corrected; withdraw that correction first.")


def correct(
    record: Any, field: str, value: Any, reason: str, user: User, *, instead: Correction | None = None
) -> Correction:
    """Set a field of an extracted row, a report or a statement about an inspection, and refresh ``record``.

    ``value`` is a text, or a row or its code for domain, grade, authority and section; ``instead`` is an orphan that
    the correction replaces. Raises CorrectionError if nothing would change, if the reason is empty, or if the field or
    the value is not possible.
    """
    reason = require_reason(reason)
    _check_field(record, field)
    with knowledge_change():
        row = fresh(record)
        wanted = CODED[field](row, value) if field in CODED else _text(row, field, value)
        corrections = active_corrections(row)
        earlier = [one for one in corrections if one.field == field]
        _check_rival(row, field, corrections)
        before = _effective_value(row, field)
        if wanted == before:
            raise CorrectionError("This is what the record says already.")
        row.read.setdefault(field, before)
        below = next((one for one in corrections if one.field in OF_TEXTS and field == "text"), None)
        if wanted == row.read[field] and not below:
            raise CorrectionError("This is what was read; withdraw the correction instead.")
        replaced = [*earlier, *([instead] if instead else [])]
        made = make(
            row, field, reason, user, value_read=row.read[field], value_set=wanted, part_of=below, replaces=replaced
        )
        apply(row)
    record.refresh_from_db()
    return made


def withdraw(correction: Correction, reason: str, user: User) -> None:
    """Withdraw a correction with its parts, and bring back what it had replaced: an earlier one, or what was read.

    Raises CorrectionError without a reason, or if it is withdrawn already.
    """
    if not reason.strip():
        raise CorrectionError("Give the reason for withdrawing the correction.")
    with knowledge_change():
        one = Correction.objects.select_related("part_of", "report").get(pk=correction.pk)
        if one.withdrawn_at:
            raise CorrectionError("The correction has been withdrawn already.")
        if one.part_of and one.field == SUPPRESSED:
            one = one.part_of
        together = [one, *one.parts.active().select_related("report")]
        for each in together:
            close(each, reason.strip(), user)
        for each in together:
            record = find_record(each)
            _bring_back(each, record, together)
            _retire_made(each)
            if record is not None:
                record.refresh_from_db()
                apply(record, undone=each)
            if is_reference(each.field):
                follow(each.report)
                index_report(each.report_id)
    correction.refresh_from_db()


def apply_again(record: Any) -> None:
    """Set the columns of a record to its reading and active corrections again, and all that depends on them."""
    with knowledge_change():
        apply(fresh(record))


def _bring_back(correction: Correction, record: Any | None, together: list[Correction]) -> None:
    """Make the corrections active again that a withdrawn one had replaced, as the newest reading has their record.

    Those that rest on what is withdrawn with it stay withdrawn.
    """
    for earlier in correction.replaced.all():
        if earlier.part_of_id in {one.pk for one in together}:
            continue
        earlier.withdrawn_at, earlier.withdrawn_by, earlier.withdrawn_reason = None, None, ""
        earlier.replaced_by = None
        if earlier.status != CorrectionStatus.ORPHANED:
            earlier.anchor, earlier.status, earlier.value_now = (
                correction.anchor,
                correction.status,
                correction.value_now,
            )
            if record is not None and is_column(earlier.field) and earlier.field in record.read:
                earlier.value_now = record.read[earlier.field]
                update_status(earlier, earlier.value_now, earlier.value_now, has_moved=earlier.anchor != earlier.home)
        earlier.save(update_fields=BROUGHT_BACK)


def _retire_made(correction: Correction) -> None:
    """Retire the row that a withdrawn change had made."""
    if correction.field not in (SPLIT, ADDED):
        return
    if correction.kind == Report.KIND:
        Report.objects.filter(pk=correction.report_id).update(retired_at=timezone.now())
        return
    anchor = details(correction)["made"] if correction.field == SPLIT else correction.home
    row = MODELS[correction.kind].objects.filter(report=correction.report, anchor=anchor).first()
    if row is not None and row.retired_at is None:
        row.retired_at = timezone.now()
        row.save(update_fields=["retired_at"])
        follow(correction.report)


def attach(correction: Correction, record: Any, reason: str, user: User) -> Correction:
    """Make an orphaned correction of a field again for another record of its kind. It is kept, as replaced by that.

    Raises CorrectionError if it has a record, or if the change cannot be made of that record.
    """
    with knowledge_change():
        one = Correction.objects.active().filter(pk=correction.pk).select_related("report").first()
        if one is None or one.status != CorrectionStatus.ORPHANED:
            raise CorrectionError("This correction has its record, or was withdrawn. Look at it again.")
        if one.kind != record.KIND or record.report_id != one.report_id:
            raise CorrectionError("A correction is attached to a record of the same kind in the same report.")
        if not is_column(one.field):
            raise CorrectionError("Only a corrected field is attached to another record. Make this change again there.")
        made = correct(record, one.field, one.value_set, reason, user, instead=one)
    correction.refresh_from_db()
    return made


def mark_reviewed(correction: Correction, user: User) -> None:
    """Remove a correction from the queue after a person has compared it with the newest reading."""
    Correction.objects.filter(pk=correction.pk).update(reviewed_by=user, reviewed_at=timezone.now())
    correction.refresh_from_db()
