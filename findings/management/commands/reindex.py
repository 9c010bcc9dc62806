"""``manage.py reindex``: build the index of search from the records."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from findings.models import RecordKind, SearchEntry
from findings.search.databases import database
from findings.search.entries import Counts, index_report, index_stale
from inspections.models import Report

TOLD_EVERY = 200


class Command(BaseCommand):
    """Indexes report by report, each in its own transaction: search goes on working, and a run that is stopped has lost nothing."""

    help = "Build the index of search anew, or with --stale only where it is not up to date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what is to be done."""
        parser.add_argument(
            "--stale", action="store_true", help="only reports whose entries are missing or out of date"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Index, and say what there is."""
        if options["stale"]:
            counts = index_stale(Report.objects.all())
        else:
            counts = self._all(options["verbosity"])
            database().tidy()
        if not options["verbosity"]:
            return
        self.stdout.write(f"{counts.added} entries written, {counts.removed} removed, {counts.kept} unchanged.")
        for kind in RecordKind:
            self.stdout.write(f"{SearchEntry.objects.filter(kind=kind).count()} {kind.label.lower()}")

    def _all(self, verbosity: int) -> Counts:
        counts = Counts()
        reports = list(Report.objects.order_by("-published", "pk").values_list("pk", flat=True))
        for number, pk in enumerate(reports, 1):
            counts += index_report(pk, anew=True)
            if number % TOLD_EVERY == 0 and verbosity:
                self.stdout.write(f"{number} of {len(reports)} reports")
        return counts
