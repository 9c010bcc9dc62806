"""Why a record is shown no more: taken out, joined with another, taken back, replaced by what was read, or gone."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from findings.models import Correction
from findings.models.changes import ADDED, SPLIT, SUPPRESSED
from inspections.models import Report
from inspections.vocabulary import Origin

GONE = "is no longer in the reading of the document."
TAKEN_BACK = "was added by hand and taken back; no reading of the document had it."
ASIDE = (
    "was made by hand and gives way to the newest reading, which has these words as a record of its own, or no longer "
    "has what it was made from."
)
TAKEN_OUT = "was taken out, because a person saw that it is no record of its own: {reason}"
JOINED = "was joined with another record, which shows its text ({anchor}): {reason}"


def why_retired(record: Any) -> str:
    """The end of a sentence that begins with the name of the record."""
    if isinstance(record, Report):
        return TAKEN_BACK if record.origin == Origin.HAND else GONE
    if getattr(record, "is_suppressed", False):
        made = Correction.objects.of_record(record).filter(field=SUPPRESSED).select_related("part_of").first()
        if made is not None and made.part_of is not None:
            return JOINED.format(anchor=made.part_of.anchor, reason=made.reason)
        return TAKEN_OUT.format(reason=made.reason if made else "")
    if getattr(record, "origin", "") != Origin.HAND:
        return GONE
    active = Correction.objects.active().filter(report=record.report, kind=record.KIND)
    made_by = Q(field=ADDED, home=record.anchor) | Q(field=SPLIT, value_set__made=record.anchor)
    return ASIDE if active.filter(made_by).exists() else TAKEN_BACK
