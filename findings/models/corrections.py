"""Corrections: the values that people set where something was read wrongly. They survive every later reading."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from inspections.models import Report
from inspections.vocabulary import CorrectionStatus


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Questions about corrections."""

    def active(self) -> Self:
        """Those that have not been withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def of_record(self, record: Any) -> Self:
        """The active corrections of a row, a report or a statement; orphaned ones are of no record."""
        anchor = "" if isinstance(record, Report) else record.anchor
        report = record if isinstance(record, Report) else record.report
        return (
            self.active()
            .filter(report=report, kind=record.KIND, anchor=anchor)
            .exclude(status=CorrectionStatus.ORPHANED)
        )

    def to_review(self) -> Self:
        """The queue for a person."""
        return self.active().exclude(status=CorrectionStatus.APPLIED).filter(reviewed_at__isnull=True)


class Correction(models.Model):
    """A correction of one field of one record, or another change of it (``findings.models.changes``).

    Values are JSON: texts as they are, domains and grades by code. ``value_read`` is what was read when it was
    corrected, ``value_now`` what the newest reading has. Corrections are withdrawn, never deleted. ``part_of`` is the
    change that this one is a part of: they hold and are withdrawn together. ``replaced_by`` is the later correction for
    which this one gave way: if that is withdrawn, this one is active again. ``kept`` is what the change set aside and
    what withdrawing it brings back.

    A correction survives the row: report, kind and anchor name the record to which it belongs now, and what is kept of
    the record as it was corrected (``findings.corrections.identity``) finds it after the next reading: ``home`` is its
    anchor, ``number`` the printed one, ``words`` what was read, ``context`` the heading or the inspection above it,
    and ``rivals`` the words of other records that were nearly the same.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=20)
    anchor = models.CharField(max_length=120, blank=True)
    field = models.CharField(max_length=60)
    home = models.CharField(max_length=120, blank=True)
    number = models.CharField(max_length=20, blank=True)
    words = models.TextField(blank=True)
    context = models.TextField(blank=True)
    rivals = models.JSONField(default=list, blank=True)
    value_read = models.JSONField(null=True)
    value_set = models.JSONField(null=True)
    value_now = models.JSONField(null=True)
    kept = models.JSONField(default=dict, blank=True)
    part_of = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="parts", null=True, blank=True)
    replaced_by = models.ForeignKey("self", on_delete=models.SET_NULL, related_name="replaced", null=True, blank=True)
    reason = models.TextField()
    status = models.CharField(max_length=10, choices=CorrectionStatus.choices(), default=CorrectionStatus.APPLIED.value)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="corrections")
    made_at = models.DateTimeField(auto_now_add=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at",)
        constraints = [
            models.UniqueConstraint(
                fields=("report", "kind", "anchor", "field"),
                condition=Q(withdrawn_at__isnull=True) & ~Q(status=CorrectionStatus.ORPHANED.value),
                name="one_active_correction_a_field",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="correction_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.report}: {self.anchor} {self.field}"

    def get_absolute_url(self) -> str:
        """Return the address of what was corrected, with the place of the correction on that page."""
        place = "" if self.status == CorrectionStatus.ORPHANED or not self.anchor else f"{self.anchor}/"
        return f"{self.report.get_absolute_url()}{place}#{self.name}"

    @property
    def name(self) -> str:
        """The name of the correction on the page of its record: "corrected-text-20261126t101500"."""
        return f"corrected-{self.field}-{self.made_at:%Y%m%dt%H%M%S}"
