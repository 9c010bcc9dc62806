"""``manage.py extract PATH...``: print the facts read from documents as JSON Lines, without using the database.

The command needs no model and no other part of the site, so ``manage.py`` runs it without loading them.
"""

import json
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from ingest.exchange import to_json
from ingest.files import UnopenedPath, files_at
from ingest.sandbox import extract_many, processors
from ingest.unpacking import Unpacking
from inspections.vocabulary import ReadingStatus


class Command(BaseCommand):
    """Print one JSON object a line for each file, in the order given, each as soon as it is read.

    Exit with 1 when at least one was refused or could not be opened; its line says why.
    """

    help = "Read documents (files, folders, archives) and print their facts as JSON Lines; the database is not touched."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the paths and options."""
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a file, or a folder to be searched")
        parser.add_argument(
            "--workers", type=int, default=processors(), help="documents to read at a time (default: processors)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each file, until nobody reads them any more."""
        try:
            refused = self._print(options["paths"], max(1, options["workers"]))
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes it again at its end
            refused = True
        if refused:
            raise SystemExit(1)

    def _print(self, paths: Iterable[Path], workers: int) -> bool:
        """Print the lines, and tell whether a file was refused."""
        refused = False
        with Unpacking() as unpacking:
            documents = unpacking.documents(_files(paths))
            for extraction in extract_many(documents, workers):
                refused = refused or extraction.status is ReadingStatus.REFUSED
                self.stdout.write(json.dumps(to_json(extraction), ensure_ascii=False))
                self.stdout.flush()
        return refused


def _files(paths: Iterable[Path]) -> Iterator[Path | UnopenedPath]:
    for path in paths:
        yield from files_at(path)
