"""Assignments: who looks at a doubtful place, or at all of those of a report."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from inspections.models import Report

ACTIVE = Q(ended_at__isnull=True)


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Questions about assignments."""

    def active(self) -> Self:
        """Those that have not ended."""
        return self.filter(ACTIVE)


class Assignment(models.Model):
    """A doubtful place, or all places of a report, given to a person. Assignments end, and are never deleted.

    ``stop`` is the name of the place on the walk ("warning-12"), "" for all places of the report. ``report`` is null
    for a place in a file without a report.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="assignments", null=True, blank=True)
    stop = models.CharField(max_length=40, blank=True)
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("report",), condition=ACTIVE & Q(stop=""), name="one_active_assignment_a_report"
            ),
            models.UniqueConstraint(
                fields=("stop",), condition=ACTIVE & ~Q(stop=""), name="one_active_assignment_a_place"
            ),
            models.CheckConstraint(
                condition=Q(report__isnull=False) | ~Q(stop=""), name="assignment_has_a_report_or_a_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.assignee} since {self.made_at:%Y-%m-%d}"
