"""Decisions between documents that disagree: which value of a fact is right."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from inspections.models.framework import Domain
from inspections.models.inspection import Inspection
from inspections.models.withdrawable import Withdrawable
from inspections.vocabulary import ConflictField


class ConflictDecisionQuerySet(models.QuerySet["ConflictDecision"]):
    """Queries for decisions."""

    def active(self) -> Self:
        """Return those that have not been withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class ConflictDecision(Withdrawable):
    """The word of a person which value of a fact is right, with the reason, who and when.

    The value is preferred as long as a document states it. ``against`` are the other values between which it was made,
    sorted: when another one comes or one goes, the conflict is open again. Decisions are withdrawn, never deleted;
    ``replaced_by`` is the later one for which this one gave way.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="decisions")
    field = models.CharField(max_length=20, choices=ConflictField.choices())
    domain = models.ForeignKey(Domain, on_delete=models.CASCADE, related_name="+", null=True, blank=True)
    scope = models.CharField(max_length=20, blank=True)
    value = models.CharField(max_length=100)
    against = models.JSONField(default=list)
    replaced_by = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="replaced", null=True, blank=True)

    objects = ConflictDecisionQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="decision_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.inspection}: {self.get_field_display()}"

    @property
    def fact(self) -> tuple[int, str, int | None, str]:
        """The fact that it is about: inspection, field, and for grades the domain and scope."""
        return self.inspection_id, self.field, self.domain_id, self.scope
