"""The log of readings: what a later reading of a report changed in its records, as it was before."""

from __future__ import annotations

from django.db import models

from inspections.models import Report, SourceFile
from inspections.vocabulary import ReadingChangeKind


class ReadingChange(models.Model):
    """What one reading changed in what was read of one record. The loader writes it, and nothing changes it later.

    ``before`` holds the values that changed, by field, as they had been read before. The first reading of a report
    has no rows here: ``Report.loaded_at`` tells when it was. ``source``, ``reader`` and ``profile`` tell from which
    file and by which versions the new reading was made.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="reading_changes")
    kind = models.CharField(max_length=20)
    anchor = models.CharField(max_length=120, blank=True)
    change = models.CharField(max_length=10, choices=ReadingChangeKind.choices())
    before = models.JSONField(default=dict, blank=True)
    at = models.DateTimeField()
    source = models.ForeignKey(SourceFile, on_delete=models.PROTECT, related_name="+")
    reader = models.CharField(max_length=40, blank=True)
    profile = models.CharField(max_length=40)

    class Meta:
        ordering = ("-at", "-pk")
        indexes = [models.Index(fields=("report", "kind", "anchor"), name="reading_change_of_record")]

    def __str__(self) -> str:
        return f"{self.report}: {self.anchor} {self.get_change_display().lower()}"
