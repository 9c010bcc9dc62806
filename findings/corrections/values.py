"""Effective values: what the columns hold, given what was read and what people set.

The reading of a record is stored as JSON by field: texts as they are; domains, grades and authorities by code. An
active correction replaces the value of its field. A judgement has either a grade or the reason for its absence: setting
one clears the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from findings.models import Action, Correction, Finding, Recommendation, Risk, Section
from findings.models.due_dates import due_by
from inspections.models import InspectionStatement, Judgement, Report
from inspections.reconciliation import grade_id_of
from inspections.reference.codes import ReferenceCodes
from inspections.vocabulary import CorrectionStatus

CORRECTABLE_MODELS: tuple[type[models.Model], ...] = (
    Report, InspectionStatement, Judgement, Section, Finding, Recommendation, Action, Risk,
)  # fmt: skip
MODELS: dict[str, type[Any]] = {model.KIND: model for model in CORRECTABLE_MODELS}  # type: ignore[attr-defined]
IN_EFFECT = (CorrectionStatus.APPLIED, CorrectionStatus.STALE, CorrectionStatus.MOVED)


def columns_of(
    values: Mapping[str, Any], corrections: Iterable[Correction], codes: ReferenceCodes, framework_id: int | None = None
) -> dict[str, Any]:
    """Effective columns, by attribute name ("domain_id"), from the values that were read and the active corrections.

    ``framework_id`` is the framework of a judgement's inspection, whose scale the grade belongs to. Unknown codes raise
    KeyError.
    """
    corrected = {correction.field: correction.value_set for correction in corrections}
    effective = {**values, **corrected}
    columns: dict[str, Any] = {}
    for field, value in effective.items():
        if field == "domain":
            columns["domain_id"] = codes.domains[value] if value else None
        elif field == "authority":
            columns["authority_id"] = codes.authorities[value] if value else None
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


def is_corrected(corrections: Iterable[Correction]) -> bool:
    """Whether a correction makes the record differ from its reading."""
    return any(correction.status in IN_EFFECT for correction in corrections)


def weigh(correction: Correction, now_read: Any, read_before: Any, *, has_moved: bool = False) -> bool:
    """Set the status of a correction to follow from a new reading of its field. Returns whether it changed.

    A correction that a person has reviewed returns to the queue when its status changes, or when the reading changes
    again. ``has_moved`` tells that the words of its record stand under another number than when it was made.
    """
    status = CorrectionStatus.STALE
    if now_read == correction.value_set:
        status = CorrectionStatus.AGREED
    elif now_read == correction.value_read:
        status = CorrectionStatus.MOVED if has_moved else CorrectionStatus.APPLIED
    return _stand(correction, status, anew=status != CorrectionStatus.APPLIED and now_read != read_before)


def orphan(correction: Correction) -> bool:
    """Mark a correction whose record is not in the reading any more. Returns whether it changed."""
    return _stand(correction, CorrectionStatus.ORPHANED, anew=False)


def _stand(correction: Correction, status: CorrectionStatus, *, anew: bool) -> bool:
    if correction.status == status and not (anew and correction.reviewed_at):
        return False
    correction.status = status
    correction.reviewed_at = None
    correction.reviewed_by = None
    return True
