"""Sums over the published reports that have the same facts (``findings.search.sums`` keeps them)."""

from __future__ import annotations

from django.db import models

from inspections.models import Domain, Framework
from inspections.vocabulary import Polarity, RecordKind, ReportKind, Timescale


class ReportGroup(models.Model):
    """Reports with the same facts, of which there are ``reports``; ``key`` has all facts as one text.

    ``framework`` is that of the inspection to which they belong, also where they are not its own reports.
    """

    key = models.CharField(max_length=160, unique=True)
    report_kind = models.CharField(max_length=30, choices=ReportKind.choices())
    is_own = models.BooleanField()
    is_sample = models.BooleanField()
    framework = models.ForeignKey(Framework, on_delete=models.CASCADE, related_name="+", null=True, blank=True)
    region = models.CharField(max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    reports = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.key}: {self.reports} reports"


class CountedRecords(models.Model):
    """How many records of a kind there are that have the same values of all columns.

    ``is_item`` marks items of recommendations; columns that records of a kind do not have are empty.
    """

    kind = models.CharField(max_length=14, choices=RecordKind.choices())
    polarity = models.CharField(max_length=10, blank=True, choices=Polarity.choices())
    timescale = models.CharField(max_length=20, blank=True, choices=Timescale.choices())
    is_item = models.BooleanField(default=False)
    records = models.PositiveIntegerField()

    class Meta:
        abstract = True


class RecordSum(CountedRecords):
    """How many live records the reports of a group have: the ``RecordCount`` of all of them."""

    group = models.ForeignKey(ReportGroup, on_delete=models.CASCADE, related_name="record_sums")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("group", "kind", "polarity", "timescale", "is_item"), name="records_summed_once_a_group"
            )
        ]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.records} {self.kind}"


class ThemeSum(models.Model):
    """How many reports of a group have live records of a kind with a theme, and how many records.

    Each report is counted once for a kind and theme, by whether its findings criticise and praise. ``records`` are of
    any polarity, the columns after it those of one.
    """

    group = models.ForeignKey(ReportGroup, on_delete=models.CASCADE, related_name="theme_sums")
    kind = models.CharField(max_length=14, choices=RecordKind.choices())
    theme = models.CharField(max_length=40)
    criticises = models.BooleanField()
    praises = models.BooleanField()
    reports = models.PositiveIntegerField()
    records = models.PositiveIntegerField()
    strength = models.PositiveIntegerField()
    weakness = models.PositiveIntegerField()
    mixed = models.PositiveIntegerField()
    neutral = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("group", "kind", "theme", "criticises", "praises"), name="theme_summed_once_a_group"
            )
        ]
        indexes = [models.Index(fields=("kind", "theme"), name="theme_sum_by_theme")]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.reports} reports, {self.kind} {self.theme}"


class DomainSum(models.Model):
    """How many live recommendations of a group are about a domain; ``domain`` is null for those about none.

    A recommendation counts for each of its domains.
    """

    group = models.ForeignKey(ReportGroup, on_delete=models.CASCADE, related_name="domain_sums")
    domain = models.ForeignKey(Domain, on_delete=models.CASCADE, related_name="+", null=True, blank=True)
    recommendations = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("group", "domain"), name="domain_summed_once_a_group"),
            models.UniqueConstraint(
                fields=("group",), condition=models.Q(domain__isnull=True), name="no_domain_summed_once_a_group"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.recommendations} recommendations"
