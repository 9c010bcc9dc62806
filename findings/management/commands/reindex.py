"""``manage.py reindex``: build the index of search from the records."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from findings.models import SearchEntry
from findings.search.databases import database
from findings.search.entries import IndexCounts, index_many, regroup, stale_reports
from inspections.migrated import require_migrated
from inspections.models import Report
from inspections.vocabulary import RecordKind


class Command(BaseCommand):
    """Says how many entries were written, and how many records of each kind search finds now."""

    help = "Build the index of search anew, or with --stale only where it is not up to date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what is to be done."""
        parser.add_argument(
            "--stale", action="store_true", help="only reports whose entries are missing or out of date"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Index, with progress. CommandError for a database without its tables."""
        require_migrated()
        # Reports of one authority are compared with each other: side by side, each is made ready for that only once.
        every, stale, is_told = Report.objects.order_by("authority", "pk"), options["stale"], options["verbosity"] > 0
        reports = stale_reports(every) if stale else list(every.values_list("pk", flat=True))
        counts = IndexCounts()
        for some in index_many(reports, anew=not stale):
            counts += some
            if is_told:
                self.stdout.write(f"{counts.added} entries")
        regroup(every)
        if not stale:
            database().optimise()
        if is_told:
            self.stdout.write(f"{counts.added} entries written, {counts.removed} removed, {counts.kept} unchanged.")
            for kind in RecordKind:
                self.stdout.write(f"{SearchEntry.objects.filter(kind=kind).count()} {kind.label.lower()}")
