"""``manage.py generate``: fill an empty database with an invented knowledge base, for benchmarks of pages."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from ingest.arguments import at_least_one
from ingest.bench.generate import Generator, NotEmptyError
from inspections.migrated import require_migrated


class Command(BaseCommand):
    """Generate reports until the database holds as many findings as requested."""

    help = "Fill an empty database with invented reports about real authorities, for measuring only."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the size and the seed."""
        parser.add_argument(
            "--findings", type=at_least_one, default=300_000, help="how many findings (default: 300,000)"
        )
        parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same knowledge base")

    def handle(self, *args: Any, **options: Any) -> None:
        """Generate, print progress if asked, and index for search.

        CommandError when the database holds reports or lacks tables.
        """
        require_migrated()
        written = 0
        try:
            for written in Generator(options["seed"]).run(options["findings"]):
                if options["verbosity"] > 1:
                    self.stdout.write(f"{written:,} findings")
        except NotEmptyError as error:
            raise CommandError(str(error)) from error
        call_command("reindex", verbosity=0)
        self.stdout.write(f"{written:,} findings were generated.")
