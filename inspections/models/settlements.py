"""Settled notices: a person looked at one, and everything is right as it is."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from inspections.models.withdrawable import Withdrawable


class NoticeSettlementQuerySet(models.QuerySet["NoticeSettlement"]):
    """Queries for settlements."""

    def active(self) -> Self:
        """Return those that have not been withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class NoticeSettlement(Withdrawable):
    """The word of a person that a notice was looked at, with the reason, who and when.

    ``key`` is made of what the notice says and of what was read of its record, so that the notice stays settled as long
    as the reading stays the same, and is open again when it changes. Settlements are withdrawn, never deleted.
    """

    source = models.ForeignKey("inspections.SourceFile", on_delete=models.CASCADE, related_name="settlements")
    key = models.CharField(max_length=64)
    code = models.SlugField(max_length=60)
    message = models.TextField()

    objects = NoticeSettlementQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at",)
        constraints = [
            models.UniqueConstraint(
                fields=("source", "key"), condition=Q(withdrawn_at__isnull=True), name="one_active_settlement_a_notice"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="settlement_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"
