"""``manage.py time_pages``: time the pages on the current database, as JSON Lines; ``bench`` makes a table of them."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from ingest.arguments import at_least_one
from ingest.bench.pages import time_pages
from inspections.migrated import require_migrated


class Command(BaseCommand):
    """Print one line for each page: kind, place, address, and milliseconds in each round, processor time besides."""

    help = "Time every kind of page over the database that is there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the number of rounds."""
        parser.add_argument("--rounds", type=at_least_one, default=5, help="how often each page is asked for")
        parser.add_argument("--alone", action="store_true", help="forget what pages share before each of them")

    def handle(self, *args: Any, **options: Any) -> None:
        """Time the pages and print the results. CommandError for a database without its tables."""
        require_migrated()
        for timing in time_pages(options["rounds"], alone=options["alone"]):
            self.stdout.write(json.dumps(asdict(timing)))
