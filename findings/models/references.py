"""Cross references: what a record names, and the record that is meant."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from findings.models.actions import Action
from findings.models.corrections import Correction
from findings.models.findings import Finding
from findings.models.recommendations import Recommendation
from findings.models.sections import Section
from inspections.models import Report
from inspections.vocabulary import ReferenceTarget


class CrossReferenceQuerySet(models.QuerySet["CrossReference"]):
    """Questions about cross references."""

    def unresolved(self) -> Self:
        """References without a target, kept with the reason."""
        return self.exclude(reason="")

    def to_decide(self) -> Self:
        """References without a target that a person may find: those that print a number and that nobody decided."""
        return self.unresolved().exclude(ref="").filter(decision__isnull=True)


class CrossReference(models.Model):
    """A reference as printed, from one finding, recommendation or action to one target, or to none with the reason.

    ``decision`` is the correction by which a person decided where it leads, null where it leads where it was read to.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="references")
    ordinal = models.PositiveIntegerField()
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="references", null=True, blank=True)
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.CASCADE, related_name="references", null=True, blank=True
    )
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="references", null=True, blank=True)
    target = models.CharField(max_length=20, choices=ReferenceTarget.choices())
    ref = models.CharField(max_length=20, blank=True)
    printed = models.TextField()
    target_finding = models.ForeignKey(
        Finding, on_delete=models.SET_NULL, related_name="cited_by", null=True, blank=True
    )
    target_recommendation = models.ForeignKey(
        Recommendation, on_delete=models.SET_NULL, related_name="cited_by", null=True, blank=True
    )
    target_section = models.ForeignKey(
        Section, on_delete=models.SET_NULL, related_name="cited_by", null=True, blank=True
    )
    reason = models.CharField(
        max_length=300, blank=True, help_text="Why it points nowhere; empty when it was resolved."
    )
    decision = models.ForeignKey(
        Correction, on_delete=models.SET_NULL, related_name="references", null=True, blank=True
    )

    objects = CrossReferenceQuerySet.as_manager()

    class Meta:
        ordering = ("report", "ordinal")
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(finding__isnull=False, recommendation__isnull=True, action__isnull=True)
                    | Q(finding__isnull=True, recommendation__isnull=False, action__isnull=True)
                    | Q(finding__isnull=True, recommendation__isnull=True, action__isnull=False)
                ),
                name="reference_has_one_source",
            ),
            models.UniqueConstraint(fields=("report", "ordinal"), name="reference_ordinal_once_a_report"),
        ]
        indexes = [
            models.Index(
                fields=("action", "target_recommendation", "report"),
                condition=Q(action__isnull=False, target_recommendation__isnull=False),
                name="reference_that_answers",
            )
        ]

    def __str__(self) -> str:
        return self.printed

    @property
    def source(self) -> Finding | Recommendation | Action:
        """The record in which it stands."""
        return next(record for record in (self.finding, self.recommendation, self.action) if record)

    @property
    def leads_to(self) -> Finding | Recommendation | Section | None:
        """The record to which it leads; None if that was not found."""
        return self.target_finding or self.target_recommendation or self.target_section
