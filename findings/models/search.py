"""What search finds: one row a record, narrow, in the order in which lists show them.

The words of each record stand beside it in what each database has for full text (``findings.search.databases``).
"""

from __future__ import annotations

from django.db import models

from inspections.models import Authority, Domain, Framework, Report
from inspections.vocabulary import RecordKind


class SearchEntry(models.Model):
    """A published record as search knows it, with the columns by which it is filtered and counted.

    ``id`` orders the entries: the newest report first, in a report by reading order (``findings.search.entries.entry_id``). ``digest``
    is of everything that is indexed, so that what did not change is not written again.
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
    """What the entries of a report say of the report itself; where that is no longer true, the report is to be indexed again."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, primary_key=True, related_name="indexed")
    facts = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"{self.report_id}: {self.facts}"
