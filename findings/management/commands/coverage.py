"""``manage.py coverage``: what is held, and what is not, as CSV or JSON."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.http import QueryDict

from findings.exports.coverage import COVERAGE_COLUMNS
from findings.exports.csv import csv_lines
from findings.exports.json import json_record
from inspections.lists.coverage import coverage_rows, with_coverage
from inspections.lists.filtersets import CoverageFilterSet
from inspections.migrated import require_migrated

FILTERS = ("authority", "region", "framework", "year")
CHUNK = 500


class Command(BaseCommand):
    """Prints the rows of the page ``/coverage/`` with the same filters and columns."""

    help = "Print by authority, framework and year which inspections are known, and which of their reports were read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the filters of the page, each as often as wanted, and the format."""
        for name in FILTERS:
            parser.add_argument(f"--{name}", action="append", default=[], help=f"only this {name}; may be repeated")
        parser.add_argument("--json", action="store_true", help="JSON Lines instead of CSV")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the rows, one a line. CommandError for an unknown filter and for a database without its tables."""
        require_migrated()
        query = QueryDict(mutable=True)
        for name in FILTERS:
            query.setlist(name, options[name])
        found = CoverageFilterSet(query, queryset=coverage_rows())
        if found.problems:
            raise CommandError(" ".join(problem.message for problem in found.problems))
        rows = with_coverage(found.qs).iterator(chunk_size=CHUNK)
        if options["json"]:
            for row in rows:
                self.stdout.write(json.dumps(json_record(COVERAGE_COLUMNS, row, ""), ensure_ascii=False))
            return
        for line in csv_lines(COVERAGE_COLUMNS, rows, ""):
            self.stdout.write(line.rstrip("\r\n"))
