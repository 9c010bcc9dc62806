"""``manage.py multiply``: copy a generated knowledge base inside its database, for benchmarks of large ones."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ingest.arguments import at_least_one
from ingest.bench.multiply import NotGeneratedError, multiply
from inspections.migrated import require_migrated


class Command(BaseCommand):
    """Write copies until there is so many times what ``generate`` made."""

    help = "Copy a generated knowledge base, with its index and suggestions, for measuring only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare how many times as large it is to be."""
        parser.add_argument("times", type=at_least_one, help="how many times as many reports there are to be")
        parser.add_argument("--spread", action="store_true", help="give each copy to other authorities")

    def handle(self, *args: Any, **options: Any) -> None:
        """Copy, and print progress if asked.

        CommandError when the database holds anything that was not generated, or lacks tables.
        """
        require_migrated()
        try:
            for copy in multiply(options["times"], spread=options["spread"]):
                if options["verbosity"] > 1:
                    self.stdout.write(f"copy {copy}")
        except NotGeneratedError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The knowledge base is {options['times']} times as large.")
