"""What every row that was read from a report has: its anchor, its place, what was read, and whether it still stands."""

from __future__ import annotations

from typing import ClassVar, Self, TypeVar

from django.db import models

from inspections.models.source import Report
from inspections.vocabulary import Origin

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


class ExtractedQuerySet(models.QuerySet[Row_co]):
    """Questions that every kind of extracted row answers."""

    def live(self) -> Self:
        """Rows that the newest reading still has."""
        return self.filter(retired_at__isnull=True)

    def published(self) -> Self:
        """Rows that the public pages show: live ones of public reports."""
        return self.filter(retired_at__isnull=True, report__is_public=True, report__retired_at__isnull=True)


def without_reading(rows: models.QuerySet[Row_co]) -> models.QuerySet[Row_co]:
    """Extracted rows without what was read and where its boxes are: lists show neither, and it is as much as all the rest."""
    return rows.defer("read", "boxes", "report__read")


class Extracted(models.Model):
    """A row that was read from a report.

    Columns hold the effective value; ``read`` holds, by field, the value of the last reading, so that a correction can be told
    from it. ``boxes`` is ``[[page, x0, top, x1, bottom], …]`` in PDF points from the top left corner. Rows that a reading no longer has are
    retired, never deleted.
    """

    CORRECTABLE: ClassVar[tuple[str, ...]] = ()
    KIND: ClassVar[str] = ""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="%(class)ss")
    anchor = models.CharField(max_length=120)
    ordinal = models.PositiveIntegerField(help_text="Place in the report's reading order.")
    page = models.PositiveIntegerField(null=True, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    boxes = models.JSONField(default=list, blank=True)
    read = models.JSONField(default=dict, blank=True)
    is_corrected = models.BooleanField(default=False)
    origin = models.CharField(max_length=4, choices=Origin.choices(), default=Origin.READ.value)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ("report", "ordinal")

    def __str__(self) -> str:
        return self.anchor

    def get_absolute_url(self) -> str:
        """The permanent address of the record in its report."""
        return f"{self.report.get_absolute_url()}{self.anchor}/"
