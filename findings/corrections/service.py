"""Corrections: the only way in which people change what was read.

A correction is checked: the field can be corrected, the value is valid and differs from the effective one, and a reason
is given. Then it is stored as a row, applied to the columns of its record, and everything that depends on it is
updated: the preferred judgement, the inspection, conflicts, search. A later correction of the same field withdraws the
earlier one. Each function is one transaction. Records are saved one by one so that receivers of Django's ``post_save``
are called.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils import timezone

from findings.corrections.identity import WORDS, Subject, is_about, rivals, subject_of
from findings.corrections.values import MODELS, columns_of, is_corrected
from findings.models import Correction, Finding, Recommendation, Section
from findings.references.evidence import update_evidence_ranges
from findings.references.resolver import resolve_references
from findings.search.entries import index_changed
from inspections.models import Authority, Domain, Framework, Grade, InspectionStatement, Judgement, Report
from inspections.models.partial_dates import year_of
from inspections.reconciliation import reconcile
from inspections.reference.codes import ReferenceCodes
from inspections.unique_names import free_name
from inspections.write import knowledge_change

RECONCILED_KINDS = frozenset({Judgement.KIND, InspectionStatement.KIND, Report.KIND})
REPLACED = "Replaced by a later correction."


class CorrectionError(ValueError):
    """A correction that is not possible. Its message tells the user why, in a sentence."""


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


CODED: dict[str, Callable[[Any, Any], str | None]] = {
    "domain": _domain,
    "grade": _grade,
    "authority": _authority,
    "framework": _framework,
}


def _effective_value(record: Any, field: str) -> Any:
    value = getattr(record, field)
    if isinstance(value, Authority):
        return value.la_code
    return value.code if isinstance(value, Domain | Framework | Grade) else value


def _check_field(record: Any, field: str) -> None:
    if field not in record.CORRECTABLE:
        name = record._meta.verbose_name
        raise CorrectionError(
            f"“{field}” of a {name} cannot be corrected; what can be is {', '.join(record.CORRECTABLE)}."
        )
    if record.retired_at is not None:
        raise CorrectionError("The last reading no longer has this record, so it cannot be corrected.")


def _check_rival(record: Any, field: str, others: list[Correction]) -> None:
    """A grade and the reason for its absence exclude each other."""
    rival = {"grade": "absence", "absence": "grade"}.get(field)
    if rival and any(correction.field == rival for correction in others):
        raise CorrectionError(f"The {rival} of this judgement was corrected; withdraw that correction first.")


def _report_of(record: Any) -> Report:
    return record if isinstance(record, Report) else record.report


def _rivals(record: Any, about: Subject) -> list[str]:
    """The words of other records of the report that are nearly the same; none for kinds that have no words."""
    if record.KIND not in WORDS:
        return []
    rows = type(record)._default_manager.live().filter(report=record.report)
    above = {Section: ("parent",), Judgement: ("statement",)}.get(type(record), ())
    return rivals(about, map(subject_of, rows.select_related(*above)))


def _active_corrections(record: Any) -> list[Correction]:
    return list(Correction.objects.of_record(record))


def _fresh(record: Any) -> Any:
    """The row as it is now: the one at hand may be older than the last change."""
    return type(record)._default_manager.get(pk=record.pk)


def correct(record: Any, field: str, value: Any, reason: str, user: User) -> Correction:
    """Set a field of an extracted row, a report or a statement about an inspection, and refresh ``record``.

    ``value`` is a text, or a row or its code for domain, grade and authority. Raises CorrectionError if nothing would
    change, if the reason is empty, or if the field or the value is not possible.
    """
    if not reason.strip():
        raise CorrectionError("Give the reason for the correction.")
    _check_field(record, field)
    with knowledge_change():
        row = _fresh(record)
        wanted = CODED[field](row, value) if field in CODED else _text(row, field, value)
        corrections = _active_corrections(row)
        earlier = next((c for c in corrections if c.field == field), None)
        _check_rival(row, field, corrections)
        before = _effective_value(row, field)
        if wanted == before:
            raise CorrectionError("This is what the record says already.")
        row.read.setdefault(field, before)
        if wanted == row.read[field]:
            raise CorrectionError("This is what was read; withdraw the correction instead.")
        if earlier:
            _withdraw(earlier, REPLACED, user)
        about = subject_of(row)
        made = Correction.objects.create(
            report=_report_of(row), kind=row.KIND, anchor=about.anchor, field=field, home=about.anchor,
            number=about.number, words=about.words, context=about.context, rivals=_rivals(row, about),
            value_read=row.read[field], value_now=row.read[field], value_set=wanted, reason=reason.strip(),
            made_by=user,
        )  # fmt: skip
        _apply(row)
    record.refresh_from_db()
    return made


def withdraw(correction: Correction, reason: str, user: User) -> None:
    """Withdraw a correction, so that the record has again the value that was read.

    Raises CorrectionError without a reason, or if it is withdrawn already.
    """
    if not reason.strip():
        raise CorrectionError("Give the reason for withdrawing the correction.")
    with knowledge_change():
        fresh = Correction.objects.get(pk=correction.pk)
        if fresh.withdrawn_at:
            raise CorrectionError("The correction has been withdrawn already.")
        _withdraw(fresh, reason.strip(), user)
        record = find_record(fresh)
        if record is not None:
            _apply(record)
    correction.refresh_from_db()


def apply_again(record: Any) -> None:
    """Set the columns of a record to its reading and active corrections again, and all that depends on them."""
    with knowledge_change():
        _apply(_fresh(record))


def mark_reviewed(correction: Correction, user: User) -> None:
    """Remove a correction from the queue after a person has compared it with the newest reading."""
    Correction.objects.filter(pk=correction.pk).update(reviewed_by=user, reviewed_at=timezone.now())
    correction.refresh_from_db()


def find_record(correction: Correction) -> Any | None:
    """The record that a correction is about, retired ones included; None if another text has its number, or no row."""
    if correction.kind == Report.KIND:
        return correction.report
    record = MODELS[correction.kind].objects.filter(report=correction.report, anchor=correction.anchor).first()
    return record if record is not None and is_about(correction, record) else None


def _withdraw(correction: Correction, reason: str, user: User) -> None:
    correction.withdrawn_at = timezone.now()
    correction.withdrawn_by = user
    correction.withdrawn_reason = reason
    correction.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])


def _apply(record: Any) -> None:
    """Update the columns of a record, and everything that depends on them, to its reading and its corrections."""
    corrections = _active_corrections(record)
    framework_id = record.inspection.framework_id if isinstance(record, Judgement) else None
    columns = columns_of(record.read, corrections, ReferenceCodes(), framework_id)
    authorities, ref_before = {_report_of(record).authority_id}, getattr(record, "ref", "")
    for name, value in columns.items():
        setattr(record, name, value)
    if hasattr(record, "is_corrected"):
        record.is_corrected = is_corrected(corrections)
    if isinstance(record, Judgement):
        record.is_preferred = False  # decided anew below, among those of what may be another domain
    if isinstance(record, Report):
        _address(record, authorities)
        record.changed_at = timezone.now()
    record.save()
    if isinstance(record, Finding | Recommendation) and record.ref != ref_before:
        _renumber(record)
    authorities.add(_report_of(record).authority_id)
    if record.KIND in RECONCILED_KINDS:
        authorities.add(_authority_in(record))
        reconcile(sorted(pk for pk in authorities if pk))
    index_changed([_report_of(record).pk], Report.objects.filter(authority__in=[pk for pk in authorities if pk]))


def _authority_in(record: Any) -> int | None:
    """The authority that a record of a report on many authorities is about."""
    inspected = isinstance(record, Judgement | InspectionStatement)
    return record.inspection.authority_id if inspected else None


def _renumber(record: Finding | Recommendation) -> None:
    """Update references and ranges of evidence after a number was corrected."""
    resolve_references(record.report)
    update_evidence_ranges(list(Judgement.objects.filter(evidence__finding__report=record.report).distinct()))


def _address(report: Report, before: set[int | None]) -> None:
    """Update year and address after the date or the authority of a report changed."""
    report.year = year_of(report.published) or (report.inspection.year if report.inspection else None)
    if report.authority_id and report.authority_id not in before:
        taken = Report.objects.filter(authority_id=report.authority_id).exclude(pk=report.pk)
        report.slug = free_name(report.slug, set(taken.values_list("slug", flat=True)))
