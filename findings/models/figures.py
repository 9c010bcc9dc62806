"""Figures: the quantities that findings state, read by rules from the effective text or set by a person."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from findings.models.findings import Finding
from inspections.models import Report
from inspections.models.visibility import is_published

VALUE_DIGITS, VALUE_DECIMALS = 16, 4
UNIT_LENGTH, OF_LENGTH, AS_AT_LENGTH, SUBJECT_LENGTH = 60, 200, 40, 200


class FigureQuerySet(models.QuerySet["Figure"]):
    """Questions about figures."""

    def published(self) -> Self:
        """The figures that public pages show: only live findings have figures, and only live public reports show."""
        return self.filter(is_published("report__"))


class Figure(models.Model):
    """A quantity that a live finding states. ``findings.interpretation.figures_update`` keeps these rows up to date.

    ``of`` are the words that say what is counted, and ``subject`` their stems, by which figures of several reports are
    put together. ``as_at`` is a partial ISO date or a period, "" if none is printed. ``start`` and ``end`` are the
    characters of the effective text that print the number. ``by_person`` tells that a person set or confirmed it.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="figures", db_index=False)
    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="figures", db_index=False)
    ordinal = models.PositiveIntegerField(help_text="Place in the finding, from 1 on.")
    value = models.DecimalField(max_digits=VALUE_DIGITS, decimal_places=VALUE_DECIMALS)
    unit = models.CharField(max_length=UNIT_LENGTH)
    of = models.CharField("what is counted", max_length=OF_LENGTH, blank=True)
    subject = models.CharField(max_length=SUBJECT_LENGTH, blank=True)
    as_at = models.CharField(max_length=AS_AT_LENGTH, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    by_person = models.BooleanField(default=False)

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ("report", "finding__ordinal", "ordinal")
        constraints = [
            models.UniqueConstraint(fields=("finding", "ordinal"), name="figure_once_a_place"),
            models.CheckConstraint(condition=Q(start__lt=models.F("end")), name="figure_is_printed"),
        ]
        indexes = [
            # All that the list filters and counts by: without these columns, counting reads every row.
            models.Index(fields=("report", "unit", "subject"), name="figure_by_report"),
            models.Index(fields=("unit", "report", "subject"), name="figure_by_unit"),
        ]

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.unit}"

    def get_absolute_url(self) -> str:
        """Return the permanent address of the finding, at this figure."""
        return f"{self.finding.get_absolute_url()}#figure-{self.ordinal}"
