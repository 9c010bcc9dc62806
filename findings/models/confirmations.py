"""Confirmed records: a person compared a record with its document, and it is right as it is."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from inspections.models import Report
from inspections.models.withdrawable import Withdrawable

HOLDS = Q(holds=True, withdrawn_at__isnull=True)


class RecordConfirmationQuerySet(models.QuerySet["RecordConfirmation"]):
    """Questions about confirmations."""

    def active(self) -> Self:
        """Those that have not been withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def holding(self) -> Self:
        """Those that hold for what is read and shown now."""
        return self.filter(HOLDS)


class RecordConfirmation(Withdrawable):
    """The word of a person that a record is right, with the reason, who and when.

    ``key`` is made of what was read of the record and of what is shown (``findings.confirmations.keys``). ``holds``
    tells whether that is so now: it becomes false when a reading or a correction changes the record, and true again
    when the change is undone. Confirmations are withdrawn, never deleted.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="confirmations")
    kind = models.CharField(max_length=20)
    anchor = models.CharField(max_length=120)
    key = models.CharField(max_length=64)
    holds = models.BooleanField(default=True)

    objects = RecordConfirmationQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("report", "kind", "anchor"), condition=HOLDS, name="one_confirmation_that_holds_a_record"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="confirmation_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.anchor}"
