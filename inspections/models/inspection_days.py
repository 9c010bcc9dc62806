"""Which of the three partial dates of an inspection stands for it: one rule to count from, and one to sort and show by.

A date that is not known is "". Each rule takes the next date that is known, and gives "" where none is.
"""

from typing import Protocol

from django.db.models import Value
from django.db.models.functions import Coalesce, NullIf


class InspectionDays(Protocol):
    """The partial dates of an inspection, in a row of the database or in a record made of one."""

    @property
    def started(self) -> str:
        """The first day."""

    @property
    def ended(self) -> str:
        """The last day."""

    @property
    def published(self) -> str:
        """The day of publication."""


def first_day(inspection: InspectionDays) -> str:
    """Return the day by which an inspection is sorted and shown: its first, else its last, else that of publication."""
    return inspection.started or inspection.ended or inspection.published


def counting_day(inspection: InspectionDays) -> str:
    """Return the day from which an inspection counts: that of publication, else its last, else its first."""
    return inspection.published or inspection.ended or inspection.started


def counting_day_at(path: str = "") -> Coalesce:
    """``counting_day`` of the inspection at the end of a path ("inspection__"), as an expression."""
    empty = Value("")
    return Coalesce(NullIf(f"{path}published", empty), NullIf(f"{path}ended", empty), f"{path}started")
