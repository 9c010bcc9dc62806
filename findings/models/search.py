"""The index of search: one narrow row for each record, in the order in which lists show them.

The words of each record are stored in the full-text index of each database (``findings.search.databases``).
"""

from __future__ import annotations

from django.db import models

from inspections.models import Authority, Domain, Framework, Report
from inspections.vocabulary import RecordKind


class SearchEntry(models.Model):
    """A published record in the index, with the columns by which it is filtered and counted.

    ``id`` orders the entries: the newest report first, within a report in reading order
    (``findings.search.entries.entry_id``). ``digest`` covers everything that is indexed, so that unchanged entries are
    not written again.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=14, choices=RecordKind.choices())
    record = models.BigIntegerField()
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="search_entries")
    authority = models.ForeignKey(
        Authority, on_delete=models.CASCADE, related_name="+", null=True, blank=True, db_index=False
    )
    framework = models.ForeignKey(
        Framework, on_delete=models.CASCADE, related_name="+", null=True, blank=True, db_index=False
    )
    domain = models.ForeignKey(
        Domain, on_delete=models.CASCADE, related_name="+", null=True, blank=True, db_index=False
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    digest = models.CharField(max_length=32)

    class Meta:
        verbose_name_plural = "search entries"
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=("kind", "record"), name="one_search_entry_a_record")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"


class IndexedReport(models.Model):
    """The facts of a report that its entries hold. If they change, the report must be indexed again."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, primary_key=True, related_name="indexed")
    facts = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"{self.report_id}: {self.facts}"
