"""Decisions between documents that disagree: which value of a fact is right."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from inspections.models.framework import Domain
from inspections.models.inspection import Inspection
from inspections.vocabulary import ConflictField


class ConflictDecisionQuerySet(models.QuerySet["ConflictDecision"]):
    """Queries for decisions."""

    def active(self) -> Self:
        """Return those that have not been withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class ConflictDecision(models.Model):
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
    reason = models.TextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)
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
