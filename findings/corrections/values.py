"""Effective values: what the columns hold, given what was read and what people set.

The reading of a record is stored as JSON by field: texts as they are; domains, grades and authorities by code. An
active correction replaces the value of its field; of several that set the text, the latest counts. A judgement has
either a grade or the reason for its absence: setting one clears the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from django.db import models

from findings.models import Action, Correction, Finding, Recommendation, Risk, Section
from findings.models.changes import SECTION, SUPPRESSED, is_column, text_set
from findings.models.due_dates import due_by
from inspections.models import InspectionStatement, Judgement, Report
from inspections.reconciliation import grade_id_of
from inspections.reference.codes import ReferenceCodes
from inspections.vocabulary import CorrectionStatus

CORRECTABLE_MODELS: tuple[type[models.Model], ...] = (
    Report, InspectionStatement, Judgement, Section, Finding, Recommendation, Action, Risk,
)  # fmt: skip
MODELS: dict[str, type[Any]] = {model.KIND: model for model in CORRECTABLE_MODELS}  # type: ignore[attr-defined]
NOTHING: Mapping[str, int] = MappingProxyType({})
APPLIED_STATUSES = (CorrectionStatus.APPLIED, CorrectionStatus.STALE, CorrectionStatus.MOVED)


def columns_of(
    values: Mapping[str, Any],
    corrections: Iterable[Correction],
    codes: ReferenceCodes,
    framework_id: int | None = None,
    sections: Mapping[str, int] = NOTHING,
) -> dict[str, Any]:
    """Effective columns, by attribute name ("domain_id"), from the values that were read and the active corrections.

    ``framework_id`` is the framework of a judgement's inspection, whose scale the grade belongs to; ``sections`` are
    the keys of the live sections of the report by anchor. Unknown codes raise KeyError; a record that was moved to a
    section which is gone stands where it was read.
    """
    corrected = values_set(corrections)
    if corrected.get(SECTION, "") and corrected[SECTION] not in sections:
        del corrected[SECTION]
    effective = {**values, **corrected}
    columns: dict[str, Any] = {}
    for field, value in effective.items():
        if field == "domain":
            columns["domain_id"] = codes.domains[value] if value else None
        elif field == "authority":
            columns["authority_id"] = codes.authorities[value] if value else None
        elif field == SECTION:
            columns["section_id"] = sections.get(value) if value else None
        elif field == "framework":
            columns["framework_id"] = codes.frameworks[value] if value else None
        elif field not in ("grade", "absence"):
            columns[field] = value
    if "due" in effective:
        columns["due_by"] = due_by(effective["due"])
    if "grade" in effective:
        grade, absence = effective["grade"], effective.get("absence", "")
        if grade and (corrected.get("grade") or not corrected.get("absence")):
            columns["grade_id"], columns["absence"] = grade_id_of(codes, framework_id, grade)
        else:
            columns["grade_id"], columns["absence"] = None, absence
    return columns


def values_set(corrections: Iterable[Correction]) -> dict[str, Any]:
    """The values that people set, by column."""
    corrected: dict[str, Any] = {}
    for one in sorted(corrections, key=lambda correction: correction.pk or 0):
        if (text := text_set(one)) is not None:
            corrected["text"] = text
        elif is_column(one.field):
            corrected[one.field] = one.value_set
    return corrected


def is_suppressed(corrections: Iterable[Correction]) -> bool:
    """Whether people took a record out."""
    return any(one.field == SUPPRESSED for one in corrections)


def sections_of(report: Report) -> dict[str, int]:
    """The keys of the live sections of a report by anchor."""
    return dict(Section.objects.live().filter(report=report).values_list("anchor", "pk"))


def is_corrected(corrections: Iterable[Correction]) -> bool:
    """Whether a correction makes the record differ from its reading."""
    return any(
        one.status in APPLIED_STATUSES and (is_column(one.field) or text_set(one) is not None) for one in corrections
    )


def update_status(correction: Correction, now_read: Any, read_before: Any, *, has_moved: bool = False) -> bool:
    """Set the status of a correction to follow from a new reading of its field. Returns whether it changed.

    A correction that a person has reviewed returns to the queue when its status changes, or when the reading changes
    again. ``has_moved`` tells that the words of its record stand under another number than when it was made.
    """
    status = CorrectionStatus.STALE
    if now_read == correction.value_set:
        status = CorrectionStatus.AGREED
    elif now_read == correction.value_read:
        status = CorrectionStatus.MOVED if has_moved else CorrectionStatus.APPLIED
    return set_status(correction, status, anew=status != CorrectionStatus.APPLIED and now_read != read_before)


def orphan(correction: Correction) -> bool:
    """Mark a correction whose record is not in the reading any more. Returns whether it changed."""
    return set_status(correction, CorrectionStatus.ORPHANED)


def set_status(correction: Correction, status: CorrectionStatus, *, anew: bool = False) -> bool:
    """Set the status of a correction. Returns whether it changed, or is to be looked at ``anew``."""
    if correction.status == status and not (anew and correction.reviewed_at):
        return False
    correction.status = status
    correction.reviewed_at = None
    correction.reviewed_by = None
    return True
