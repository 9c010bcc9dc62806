"""``manage.py work``: read documents that people sent in, and load those that they decided to keep."""

from argparse import SUPPRESS, ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from findings.bulk.background import start_publishing
from ingest.arguments import at_least_one
from ingest.sandbox import processors
from ingest.uploads.worker import keep_working, work_for_broker
from inspections.environment import UploadWorker
from inspections.migrated import require_migrated


class Command(BaseCommand):
    """Work until the command is stopped. What was cut off is taken up again by the next worker."""

    help = "Read uploaded documents; a site does so by itself unless UPLOAD_WORKER says otherwise."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options; the lock is passed on by a site that starts its worker."""
        parser.add_argument("--until-done", action="store_true", help="end when nothing is left to do")
        parser.add_argument(
            "--processes",
            type=at_least_one,
            default=processors(),
            help="documents to work on at a time, with UPLOAD_WORKER=celery (default: processors)",
        )
        parser.add_argument("--lock", type=int, help=SUPPRESS)

    def handle(self, *args: Any, **options: Any) -> None:
        """Work."""
        require_migrated()
        if settings.UPLOAD_WORKER == UploadWorker.CELERY:
            work_for_broker(options["processes"])
            return
        try:
            keep_working(until_done=options["until_done"], lock=options["lock"])
            if options["until_done"]:
                start_publishing()
        except KeyboardInterrupt:
            self.stdout.write("Stopped. What was cut off is taken up again by the next worker.")
