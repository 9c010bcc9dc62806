"""The index of search: one narrow row for each record, in the order in which lists show them.

The words of each record are stored in the full-text index of each database (``findings.search.databases``).
"""

from __future__ import annotations

from django.db import models

from findings.models.interpretations import THEMES_LENGTH
from findings.models.sums import CountedRecords, ReportGroup
from inspections.models import Authority, Domain, Framework, Report
from inspections.vocabulary import Polarity, RecordKind, ReportKind


class SearchEntry(models.Model):
    """A published record in the index, with the columns by which it is filtered and counted.

    ``id`` orders the entries: the newest report first, within a report in reading order
    (``findings.search.entries.entry_id``). ``region`` is that of its authority; ``grade`` is the code under which it
    stands in its report (``findings.search.grades``), or the reason why there is none; ``polarity`` and ``themes`` are
    those of the record. ``digest`` covers everything that is indexed, so that unchanged entries are not written again.
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
    report_kind = models.CharField(max_length=30, blank=True, choices=ReportKind.choices())
    region = models.CharField(max_length=60, blank=True)
    grade = models.CharField(max_length=40, blank=True)
    polarity = models.CharField(max_length=10, blank=True, choices=Polarity.choices())
    themes = models.CharField(max_length=THEMES_LENGTH, blank=True)
    digest = models.CharField(max_length=32)

    class Meta:
        verbose_name_plural = "search entries"
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=("kind", "record"), name="one_search_entry_a_record")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"


class IndexedReport(models.Model):
    """The facts of a report that its entries hold. If they change, the report must be indexed again.

    ``counted`` is the version of the program by which its records are counted (``findings.search.counts``), 0 if none.
    ``group`` is the one in whose sums the report is (``findings.search.sums``), null where it is in none yet.
    """

    report = models.OneToOneField(Report, on_delete=models.CASCADE, primary_key=True, related_name="indexed")
    facts = models.CharField(max_length=120)
    counted = models.PositiveSmallIntegerField(default=0, db_default=0)
    group = models.ForeignKey(ReportGroup, on_delete=models.SET_NULL, related_name="indexed", null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.report_id}: {self.facts}"


class RecordCount(CountedRecords):
    """How many live records of an indexed report there are: what lists add up instead of counting every record."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="record_counts", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("report", "kind", "polarity", "timescale", "is_item"), name="records_counted_once_a_report"
            )
        ]
        # All that is added up, so that no row of the table itself is read.
        indexes = [
            models.Index(
                fields=("kind", "report", "polarity", "timescale", "is_item", "records"), name="records_by_report"
            )
        ]

    def __str__(self) -> str:
        return f"{self.report_id}: {self.records} {self.kind}"


class SearchWord(models.Model):
    """A word that stands, or stood, in an indexed record: in lower case, without accents and apostrophes.

    Spellings are looked up here. What no record holds any more stays, because whoever offers a word asks the index
    whether it is still found.
    """

    letters = models.CharField(max_length=60, primary_key=True)

    class Meta:
        ordering = ("letters",)

    def __str__(self) -> str:
        return self.letters
