"""``manage.py extract FILE...``: print the facts read from documents as JSON Lines, without using the database."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.exchange import to_json
from ingest.extract import extract
from ingest.files import printable
from inspections.vocabulary import ReadingStatus


class Command(BaseCommand):
    """Print one JSON object a line for each file, in the order given; exit with 1 when at least one was refused."""

    help = "Read documents and print their facts as JSON Lines; the database is not touched."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the files."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each file. CommandError when a file cannot be opened."""
        refused = False
        for path in options["files"]:
            try:
                data = path.read_bytes()
            except OSError as error:
                raise CommandError(f"{printable(str(path))} cannot be opened: {error.strerror}") from error
            extraction = extract(data, printable(path.name))
            refused = refused or extraction.status is ReadingStatus.REFUSED
            self.stdout.write(json.dumps(to_json(extraction), ensure_ascii=False))
        if refused:
            raise SystemExit(1)
