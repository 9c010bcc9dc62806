"""The choice of an administrator which edition of a report counts."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from inspections.models.source import Report, SourceFile


class EditionChoiceQuerySet(models.QuerySet["EditionChoice"]):
    """Queries for choices."""

    def active(self) -> Self:
        """Return the choices that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class EditionChoice(models.Model):
    """A person's choice of the file from which a report is read. It is withdrawn, never deleted.

    As long as it is active, it comes before what editions say of themselves and how completely they were read.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="edition_choices")
    source = models.ForeignKey(SourceFile, on_delete=models.CASCADE, related_name="edition_choices")
    reason = models.TextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = EditionChoiceQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        permissions = [("choose_edition", "Can choose which edition of a report counts")]
        constraints = [
            models.UniqueConstraint(
                fields=("report",), condition=Q(withdrawn_at__isnull=True), name="one_active_choice_a_report"
            )
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.source}"
