"""Interpretations of records, suggested by rules or set by people: themes and polarity."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from inspections.models import Extracted, Report
from inspections.vocabulary import Polarity, RecordKind

THEMES_LENGTH = 300
SEPARATOR = ","


class Interpreted(Extracted):
    """A record that is interpreted.

    ``themes`` holds the effective codes, the most certain first, separated by commas. ``suggested`` is what the rules
    make of the record, with the words that led to it (``findings.interpretation.suggestions``). ``decided`` names the
    columns that a person set or confirmed; all others are suggestions. ``findings.interpretation.update`` keeps these
    columns up to date.
    """

    INTERPRETED: ClassVar[tuple[str, ...]] = ("themes",)

    themes = models.CharField(max_length=THEMES_LENGTH, blank=True, editable=False)
    suggested = models.JSONField(default=dict, blank=True, editable=False)
    decided = models.CharField(max_length=40, blank=True, editable=False)

    class Meta(Extracted.Meta):
        abstract = True

    @property
    def theme_codes(self) -> tuple[str, ...]:
        """The codes of its themes, the most certain first."""
        return tuple(self.themes.split(SEPARATOR)) if self.themes else ()

    def is_decided(self, field: str) -> bool:
        """Whether a person set or confirmed an interpretation."""
        return field in self.decided.split(SEPARATOR)


class RecordTheme(models.Model):
    """A theme of a live record: the index by which lists, searches and analyses find and count themes.

    ``record`` is the key of the row of that ``kind``. ``polarity`` is that of the finding, "" for other records.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="record_themes")
    kind = models.CharField(max_length=14, choices=RecordKind.choices())
    record = models.BigIntegerField()
    theme = models.CharField(max_length=40)
    polarity = models.CharField(max_length=10, choices=Polarity.choices(), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("kind", "record", "theme"), name="theme_once_a_record")]
        indexes = [models.Index(fields=("theme", "kind", "polarity", "record"), name="record_by_theme")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}: {self.theme}"


class ReportTheme(models.Model):
    """How many live records of a report have a theme, by kind and polarity: what analyses of all reports add up."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="theme_counts")
    kind = models.CharField(max_length=14, choices=RecordKind.choices())
    theme = models.CharField(max_length=40)
    polarity = models.CharField(max_length=10, choices=Polarity.choices(), blank=True)
    records = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("report", "kind", "theme", "polarity"), name="theme_counted_once_a_report")
        ]
        indexes = [models.Index(fields=("theme", "kind", "polarity", "report", "records"), name="report_by_theme")]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.records} {self.kind} {self.theme}"
