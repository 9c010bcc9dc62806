"""What was done about it and what points where: actions of improvement plans, and cross references."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Trim
from django.db.models.lookups import In

from findings.follow_up.due_dates import due_by
from findings.models.findings import Finding, Recommendation, Section
from inspections.models import Extracted, ExtractedQuerySet, Report
from inspections.vocabulary import ReferenceTarget

# The ratings with which plans say that an action is done.
DONE = ("done", "closed", "complete", "completed")
WITHOUT_DATE = Q(due="")
WITHOUT_READABLE_DATE = Q(due_by__isnull=True) & ~WITHOUT_DATE
WITHOUT_OWNER = Q(lead="")
WITHOUT_MEASURE = Q(measure="", success_measures="")


def past_due(today: date) -> Q:
    """The date has passed, and the plan does not rate the action as done."""
    return Q(due_by__lt=today) & ~Q(In(Lower(Trim("rag")), DONE))


class Action(Extracted):
    """A row of an improvement plan, every cell as printed.

    ``due`` is its wording; ``due_by`` is the day that ``findings.follow_up.due_dates`` reads from it, null where it tells none. It follows ``due`` wherever
    that is set (``save``; ``findings.corrections.values`` for the loader, which writes in bulk).
    """

    KIND: ClassVar[str] = "action"
    CORRECTABLE: ClassVar[tuple[str, ...]] = (
        "text", "ref", "priority", "lead", "partners", "due", "success_measures", "resources", "measure", "baseline",
        "target", "rag",
    )  # fmt: skip

    ref = models.CharField(max_length=20, blank=True)
    priority = models.CharField(max_length=20, blank=True)
    section = models.ForeignKey(Section, on_delete=models.SET_NULL, related_name="actions", null=True, blank=True)
    text = models.TextField()
    orig = models.TextField()
    lead = models.TextField(blank=True)
    partners = models.TextField(blank=True)
    due = models.TextField(blank=True)
    due_by = models.DateField(null=True, blank=True, editable=False, db_index=True)
    success_measures = models.TextField(blank=True)
    resources = models.TextField(blank=True)
    measure = models.TextField(blank=True)
    baseline = models.TextField(blank=True)
    target = models.TextField(blank=True)
    rag = models.CharField(max_length=40, blank=True)

    objects = ExtractedQuerySet.as_manager()

    class Meta(Extracted.Meta):
        constraints = [models.UniqueConstraint(fields=("report", "anchor"), name="action_anchor_once_a_report")]
        indexes = [models.Index(fields=("retired_at",), condition=Q(retired_at__isnull=False), name="action_retired")]

    def __str__(self) -> str:
        return f"Action {self.ref}" if self.ref else self.anchor

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Save it, with the day that its wording tells now."""
        self.due_by = due_by(self.due)
        if update_fields is not None and "due" in (names := set(update_fields)):
            update_fields = names | {"due_by"}
        super().save(*args, update_fields=update_fields, **kwargs)


class CrossReferenceQuerySet(models.QuerySet["CrossReference"]):
    """Questions about cross references."""

    def unresolved(self) -> Self:
        """Those that point nowhere, kept with the reason."""
        return self.exclude(reason="")


class CrossReference(models.Model):
    """A reference as printed, from one finding, recommendation or action to one target, or to none with the reason why."""

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
        """The record to which it leads, None where that was not found."""
        return self.target_finding or self.target_recommendation or self.target_section
