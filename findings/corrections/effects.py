"""The effects of corrections: the columns of a record, and everything that depends on them.

What depends on a record are the preferred judgement, the inspection, conflicts, references, the evidence of judgements
and search. Everything here is called inside the transaction of the change. Records are saved one by one so that
receivers of Django's ``post_save`` are called.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from findings.corrections.identity import is_about
from findings.corrections.reference_decisions import resolve
from findings.corrections.values import MODELS, columns_of, is_corrected, is_suppressed, sections_of
from findings.models import Action, Correction, Finding, Recommendation, Risk
from findings.models.changes import SECTION
from findings.references.evidence import (
    bring_back_evidence,
    set_evidence_aside,
    support_by_hand,
    update_evidence_ranges,
)
from findings.search.entries import index_changed
from inspections.models import InspectionStatement, Judgement, Report
from inspections.models.partial_dates import year_of
from inspections.reconciliation import reconcile
from inspections.reference.codes import ReferenceCodes
from inspections.unique_names import free_name

RECONCILED_KINDS = frozenset({Judgement.KIND, InspectionStatement.KIND, Report.KIND})
IN_SECTIONS = (Finding, Recommendation, Action, Risk)


def report_of(record: Any) -> Report:
    """The report that a record stands in, or is."""
    return record if isinstance(record, Report) else record.report


def active_corrections(record: Any) -> list[Correction]:
    """The active corrections of a record."""
    return list(Correction.objects.of_record(record))


def find_record(correction: Correction) -> Any | None:
    """The record that a correction is about, retired ones included; None if another text has its number, or no row."""
    if correction.kind == Report.KIND:
        return correction.report
    record = MODELS[correction.kind].objects.filter(report=correction.report, anchor=correction.anchor).first()
    return record if record is not None and is_about(correction, record) else None


def apply(record: Any, undone: Correction | None = None) -> None:
    """Update the columns of a record, and everything that depends on them, to its reading and its corrections.

    ``undone`` is the correction that was just withdrawn, of which what it had set aside is brought back.
    """
    corrections, report = active_corrections(record), report_of(record)
    framework_id = record.inspection.framework_id if isinstance(record, Judgement) else None
    sections = sections_of(report) if isinstance(record, IN_SECTIONS) else {}
    columns = columns_of(record.read, corrections, ReferenceCodes(), framework_id, sections)
    authorities, before = {report.authority_id}, _what_others_see(record)
    for name, value in columns.items():
        setattr(record, name, value)
    if hasattr(record, "is_corrected"):
        record.is_corrected = is_corrected(corrections)
    _show_or_suppress(record, corrections)
    if isinstance(record, Judgement):
        record.is_preferred = False  # decided anew below, among those of what may be another domain
    if isinstance(record, Report):
        _address(record, authorities)
        record.changed_at = timezone.now()
    record.save()
    if isinstance(record, Finding):
        _move_evidence(record, corrections, undone)
    if before != _what_others_see(record):
        follow(report)
    authorities.add(report_of(record).authority_id)
    if record.KIND in RECONCILED_KINDS:
        authorities.add(_authority_in(record))
        reconcile(sorted(pk for pk in authorities if pk))
    index_changed([report.pk], Report.objects.filter(authority__in=[pk for pk in authorities if pk]))


def follow(report: Report) -> None:
    """Update references and evidence of a report after a record got another number or place, came or went."""
    support_by_hand(report)
    resolve(report)
    update_evidence_ranges(list(Judgement.objects.filter(evidence__finding__report=report).distinct()))


def _what_others_see(record: Any) -> tuple[Any, ...]:
    """What references and evidence depend on."""
    return tuple(getattr(record, name, None) for name in ("ref", "section_id", "heading", "retired_at"))


def _show_or_suppress(record: Any, corrections: list[Correction]) -> None:
    wanted = is_suppressed(corrections)
    if getattr(record, "is_suppressed", wanted) != wanted:
        record.is_suppressed = wanted
        record.retired_at = timezone.now() if wanted else None


def _move_evidence(finding: Finding, corrections: list[Correction], undone: Correction | None) -> None:
    """Let a finding that was moved leave the judgements of its section, and support them again when it is back."""
    move = next((one for one in corrections if one.field == SECTION), None)
    if move is not None and "evidence" not in move.kept:
        earlier = next(iter(move.replaced.all()), None)
        move.kept = {"evidence": earlier.kept["evidence"] if earlier else set_evidence_aside(finding)}
        move.save(update_fields=["kept"])
    elif move is None and undone is not None and undone.field == SECTION:
        bring_back_evidence(finding, undone.kept.get("evidence", []))


def _authority_in(record: Any) -> int | None:
    """The authority that a record of a report on many authorities is about."""
    inspected = isinstance(record, Judgement | InspectionStatement)
    return record.inspection.authority_id if inspected else None


def _address(report: Report, before: set[int | None]) -> None:
    """Update year and address after the date or the authority of a report changed."""
    report.year = year_of(report.published) or (report.inspection.year if report.inspection else None)
    if report.authority_id and report.authority_id not in before:
        taken = Report.objects.filter(authority_id=report.authority_id).exclude(pk=report.pk)
        report.slug = free_name(report.slug, set(taken.values_list("slug", flat=True)))
