"""The record of who published, hid or took back a report, when and why. Its rows are written once."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from inspections.models.source import Report
from inspections.vocabulary import Visibility

WRITTEN_ONCE = "The record of who saw a report cannot be altered."


class WrittenOnce(TypeError):
    """Somebody tried to alter the record."""


class VisibilityChangeQuerySet(models.QuerySet["VisibilityChange"]):
    """Queries for changes; none of them alters one."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise WrittenOnce(WRITTEN_ONCE)

    def delete(self) -> NoReturn:
        """Refuse."""
        raise WrittenOnce(WRITTEN_ONCE)


class VisibilityChange(models.Model):
    """One change of who sees a report. ``before`` is "" where an upload brought the report in."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="visibility_changes")
    before = models.CharField(max_length=10, choices=Visibility.choices(), blank=True)
    after = models.CharField(max_length=10, choices=Visibility.choices())
    reason = models.TextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = VisibilityChangeQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="visibility_change_has_a_reason"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="visibility_change_changes_something"),
        ]

    def __str__(self) -> str:
        return f"{self.get_after_display()}: {self.reason}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row, once."""
        if not self._state.adding:
            raise WrittenOnce(WRITTEN_ONCE)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse."""
        raise WrittenOnce(WRITTEN_ONCE)
