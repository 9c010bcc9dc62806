"""Confirmed records: a person compared a record with its document, and it is right as it is."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from inspections.models import Report

HOLDS = Q(holds=True, withdrawn_at__isnull=True)


class RecordConfirmationQuerySet(models.QuerySet["RecordConfirmation"]):
    """Questions about confirmations."""

    def active(self) -> Self:
        """Those that have not been withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def in_effect(self) -> Self:
        """Those that hold for what is read and shown now."""
        return self.filter(HOLDS)


class RecordConfirmation(models.Model):
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
    reason = models.TextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

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
