"""Actions: the rows of improvement plans."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower, Trim
from django.db.models.lookups import In

from findings.models.due_dates import due_by
from findings.models.interpretations import Interpreted
from findings.models.sections import Section
from inspections.models import ExtractedQuerySet

# The ratings with which plans say that an action is done.
DONE = ("done", "closed", "complete", "completed")
NO_DATE_NEEDED = (*DONE, "ongoing", "on-going")
NOT_DONE = ~Q(In(Lower(Trim("rag")), DONE))
WITHOUT_DATE = Q(due="") & ~Q(In(Lower(Trim("rag")), NO_DATE_NEEDED))
WITHOUT_READABLE_DATE = Q(due_by__isnull=True) & ~Q(due="")
WITHOUT_OWNER = Q(lead="")
WITHOUT_MEASURE = Q(measure="", success_measures="")


def past_due(today: date) -> Q:
    """The date has passed, and the plan does not rate the action as done."""
    return Q(due_by__lt=today) & NOT_DONE


class Action(Interpreted):
    """A row of an improvement plan, every cell as printed.

    ``notes`` holds the cells of columns that have no field of their own, a line each, behind their headings.

    ``due`` is the printed wording; ``due_by`` is the day that ``findings.models.due_dates`` reads from it, null if
    there is none. It is updated wherever ``due`` is set: by ``save``, and by ``findings.corrections.values`` for the
    loader, which writes in bulk.
    """

    KIND: ClassVar[str] = "action"
    CORRECTABLE: ClassVar[tuple[str, ...]] = (
        "text", "ref", "priority", "lead", "partners", "due", "success_measures", "resources", "measure", "baseline",
        "target", "rag", "progress", "notes", "section",
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
    progress = models.TextField(blank=True)
    notes = models.TextField(blank=True)

    objects = ExtractedQuerySet.as_manager()

    class Meta(Interpreted.Meta):
        constraints = [models.UniqueConstraint(fields=("report", "anchor"), name="action_anchor_once_a_report")]
        indexes = [models.Index(fields=("retired_at",), condition=Q(retired_at__isnull=False), name="action_retired")]

    def __str__(self) -> str:
        return f"Action {self.ref}" if self.ref else self.anchor

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Save the action with the day that its wording gives."""
        self.due_by = due_by(self.due)
        if update_fields is not None and "due" in (names := set(update_fields)):
            update_fields = names | {"due_by"}
        super().save(*args, update_fields=update_fields, **kwargs)
