"""``manage.py extract PATH...``: print the facts read from documents as JSON Lines, without using the database.

``manage.py`` itself calls ``ingest.printing`` and loads no Django; this is the same for ``call_command`` and the help.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from ingest import printing


class Command(BaseCommand):
    """Print one JSON object a line for each file, in the order given, each as soon as it is read.

    Exit with 1 when at least one was refused or could not be opened; its line says why.
    """

    help = printing.HELP
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the paths and options."""
        printing.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Print a line for each file."""
        printing.print_or_exit(options["paths"], options["workers"], self.stdout)
