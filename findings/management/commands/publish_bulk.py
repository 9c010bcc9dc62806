"""``manage.py publish_bulk``: write everything that is public as whole files, and put them in place of those before."""

import os
import sys
import time
from argparse import SUPPRESS, ArgumentParser
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import date as in_words
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from findings.bulk.published import is_up_to_date, is_withdrawn, published_set
from findings.bulk.publishing import NotPublished, publish
from inspections.environment import checked_address
from inspections.migrated import require_migrated

INTERRUPTED = 130
LOW_PRIORITY = 10


class Command(BaseCommand):
    """Make the bulk files, unless those that are published are up to date. Says how many, how large and how long."""

    help = "Write everything that is public as CSV, Parquet and SQLite with a data package, for the page /data/bulk/."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the address of the site, and whether to make the files in any case."""
        parser.add_argument("--site", default=settings.SITE_ADDRESS, help="with what addresses in the files begin")
        parser.add_argument("--again", action="store_true", help="also if the files are up to date")
        parser.add_argument("--background", action="store_true", help=SUPPRESS)  # of a site that starts it itself

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the files. CommandError, with the reason, where they are not published."""
        if options["background"]:
            os.nice(LOW_PRIORITY)
        require_migrated()
        site = self._site(options["site"])
        found = published_set()
        if found and not options["again"] and found.is_whole and is_up_to_date(found, site) and not is_withdrawn(found):
            self._tell(options, "The bulk files are up to date.")
            return
        began = time.monotonic()
        try:
            made = publish(site)
        except NotPublished as error:
            if options["background"]:
                sys.exit(f"The bulk files were not published. {error}")
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            self._tell(options, "Stopped. The bulk files from before stay.")
            sys.exit(INTERRUPTED)
        size = filesizeformat(sum(file.size for file in made.files)).replace("\xa0", " ")
        self._tell(
            options,
            f"Published {sum(made.rows.values()):,} rows of {len(made.rows)} data sets as at "
            f"{in_words(timezone.localtime(made.as_at), 'DATETIME_FORMAT')}: {len(made.files)} files, {size}, in "
            f"{time.monotonic() - began:.0f} s.",
        )

    def _site(self, address: str) -> str:
        try:
            return checked_address(address, settings.ALLOWED_HOSTS)
        except ImproperlyConfigured as error:
            raise CommandError(
                f"“{address}” is no address of a site. Give one such as https://reports.example.org."
            ) from error

    def _tell(self, options: dict[str, Any], sentence: str) -> None:
        if not options["background"]:
            self.stdout.write(sentence)
