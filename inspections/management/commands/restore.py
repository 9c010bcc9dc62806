"""``manage.py restore FILE``: put a backup into this database, which may be of another kind than that of the backup."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from inspections.backup.places import UnusablePlaceError, kept_backup
from inspections.backup.restoring import NotRestored, restore_backup
from inspections.migrated import require_migrated


class Command(BaseCommand):
    """Check a backup, restore it, and build the search index anew."""

    help = "Restore what backup wrote, into a migrated database. One that holds something is refused."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the file and the consent."""
        parser.add_argument("file", help="a file that backup wrote, or its address in an object store")
        parser.add_argument("--overwrite", action="store_true", help="replace everything that the database holds")

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore. CommandError where that is not possible; nothing was changed then."""
        require_migrated()
        try:
            with kept_backup(str(options["file"])) as path:
                result = restore_backup(path, overwrite=options["overwrite"])
        except (UnusablePlaceError, NotRestored) as error:
            raise CommandError(str(error)) from error
        call_command("reindex", verbosity=0)
        self.stdout.write(
            f"{result.rows:,} rows and {result.documents:,} documents were restored, and are as the backup says."
        )
        for name in result.missing:
            self.stderr.write(f"The bytes of {name} were not in the backup.")
