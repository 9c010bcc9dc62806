"""The fields of every row extracted from a report: its anchor, its place, the values read, and when it was retired."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar, Self, TypeVar

from django.apps import apps
from django.db import models

from inspections.models.source import WHERE_LENGTH, Report
from inspections.models.visibility import is_published
from inspections.vocabulary import Origin

HEAVY = ("read", "boxes", "suggested")
Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class ExtractedQuerySet(models.QuerySet[Row_co]):
    """Queries for every kind of extracted row."""

    def live(self) -> Self:
        """Return the rows that the newest reading still has."""
        return self.filter(retired_at__isnull=True)

    def published(self) -> Self:
        """Return the rows that the public pages show: live rows of live, public reports."""
        return self.live().filter(is_published("report__"))

    def not_published(self, reports: Collection[int]) -> Self:
        """Return all other rows; ``reports`` are the keys of the reports that are not published.

        They are few and are found by an index, so it is quicker to count all rows and take these off than to look up
        the report of every row.
        """
        return self.filter(models.Q(retired_at__isnull=False) | models.Q(report__in=reports))


def extracted_models() -> tuple[type[Any], ...]:
    """Every kind of extracted row."""
    return tuple(model for model in apps.get_models() if issubclass(model, Extracted))


def without_reading(rows: models.QuerySet[Row_co]) -> models.QuerySet[Row_co]:
    """Defer the values that were read, the boxes and the suggestions: lists show none, and they are large."""
    names = {field.name for field in rows.model._meta.concrete_fields}
    return rows.defer(*(name for name in HEAVY if name in names), "report__read")


class Extracted(models.Model):
    """A row that was read from a report.

    Columns hold the effective value. ``read`` holds, by field, the value of the last reading, so that corrected values
    can be distinguished from it. ``boxes`` is ``[[page, x0, top, x1, bottom], …]`` in PDF points from the top left
    corner. ``where`` is the place in words, in a file without pages and lines ("sheet Actions, row 14"); ``line`` then
    only gives the order. A row that a new reading no longer has is retired, never deleted; so is one that people took
    out because it is no record, which ``is_suppressed`` tells. ``after`` is the anchor of the record after which a row
    made by hand stands.
    """

    CORRECTABLE: ClassVar[tuple[str, ...]] = ()
    KIND: ClassVar[str] = ""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="%(class)ss")
    anchor = models.CharField(max_length=120)
    ordinal = models.PositiveIntegerField(help_text="Place in the report's reading order.")
    page = models.PositiveIntegerField(null=True, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    where = models.CharField(max_length=WHERE_LENGTH, blank=True)
    boxes = models.JSONField(default=list, blank=True)
    read = models.JSONField(default=dict, blank=True)
    is_corrected = models.BooleanField(default=False)
    is_suppressed = models.BooleanField(default=False, editable=False)
    origin = models.CharField(max_length=4, choices=Origin.choices(), default=Origin.READ.value)
    after = models.CharField("stands after", max_length=120, blank=True)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ("report", "ordinal")

    def __str__(self) -> str:
        return self.anchor

    def get_absolute_url(self) -> str:
        """Return the permanent address of the record in its report."""
        return f"{self.report.get_absolute_url()}{self.anchor}/"
