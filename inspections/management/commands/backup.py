"""``manage.py backup FILE``: write database and documents into one file, while the site is in use."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from inspections.backup.writing import write_backup


class Command(BaseCommand):
    """Write a backup, and say what it holds."""

    help = "Write the rows of the database and the stored documents into one file, which restore reads."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the file."""
        parser.add_argument("file", type=Path, help="the new file; one that exists is not written over")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file. CommandError where it exists or its folder does not."""
        path: Path = options["file"]
        if path.exists():
            raise CommandError(f"{path} exists. Name a new file, so that no older backup is lost.")
        if not path.parent.is_dir():
            raise CommandError(f"{path.parent} is no folder. Make it, or name another.")
        result = write_backup(path)
        self.stdout.write(f"{path}: {result.rows:,} rows and {result.documents:,} documents.")
        for name in result.missing:
            self.stderr.write(f"The bytes of {name} are not kept; the backup has what was read from them.")
