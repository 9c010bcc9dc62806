"""``manage.py backup FILE``: write database and documents into one file, while the site is in use."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from inspections.backup.places import UnusablePlaceError, new_backup
from inspections.backup.writing import write_backup
from inspections.migrated import require_migrated


class Command(BaseCommand):
    """Write a backup, and say what it holds."""

    help = "Write the rows of the database and the stored documents into one file, which restore reads."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the file."""
        parser.add_argument(
            "file", help="the new file, or its address in an object store; one that exists is not written over"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file. CommandError where it exists, its folder or store does not, or tables are missing."""
        require_migrated()
        place = str(options["file"])
        try:
            with new_backup(place) as path:
                result = write_backup(path)
        except UnusablePlaceError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{place}: {result.rows:,} rows and {result.documents:,} documents.")
        for name in result.missing:
            self.stderr.write(f"The bytes of {name} are not kept; the backup has what was read from them.")
