"""``manage.py time_pages``: time the pages over the database in use, as JSON lines; ``bench`` makes a table of them."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from ingest.bench.pages import time_pages


class Command(BaseCommand):
    """One line a page: kind, place, address, milliseconds by round."""

    help = "Time every kind of page over the database that is there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the rounds."""
        parser.add_argument("--rounds", type=int, default=5, help="how often each page is asked for")

    def handle(self, *args: Any, **options: Any) -> None:
        """Time, and print."""
        for timing in time_pages(options["rounds"]):
            self.stdout.write(json.dumps(asdict(timing)))
