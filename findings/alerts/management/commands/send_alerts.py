"""``manage.py send_alerts``: find what is new for those who follow lists, and send the digests that are due."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from findings.alerts.matching import match
from findings.alerts.sending import MailServerFault, Sender, SendingResult
from findings.alerts.subscribing import forget_unused, skip_waiting, tidy
from inspections.counted import counted
from inspections.migrated import require_migrated

NO_SERVER = "No mail server is named, so no alerts are offered or sent. Set EMAIL_URL to one."


class Command(BaseCommand):
    """Made for a scheduler: run it every hour. It may be run at any time, also twice at once, and goes on where it was.

    Exit status 1 if the mail server cannot be used; what it took until then is recorded.
    """

    help = "Send digests to those who follow lists by e-mail, where something is new and the day has come."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take what is to be left out."""
        parser.add_argument("--match-only", action="store_true", help="find what is new, and send nothing")
        parser.add_argument(
            "--skip-waiting", action="store_true", help="after a restore: take everything until now as sent"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Tidy, find, send, and say what was done. CommandError if the mail server cannot be used."""
        require_migrated()
        if not settings.ALERTS_BY_MAIL:
            raise CommandError(NO_SERVER)
        if number := tidy():
            addresses = counted(number, "address", "addresses")
            self.stdout.write(f"{addresses} deleted that nobody confirmed, or that mail servers refuse.")
        found = match()
        for sentence in found.broken:
            self.stderr.write(f"Cannot be followed any more: {sentence}")
        self.stdout.write(
            f"{counted(found.searches, 'followed search', 'followed searches')}: {found.run} run, "
            f"{found.matched} with something new."
        )
        if options["skip_waiting"]:
            skip_waiting()
        elif not options["match_only"]:
            self._send()
        forget_unused()

    def _send(self) -> None:
        sender = Sender()
        try:
            sender.run()
        except MailServerFault as fault:
            self._tell(sender.result)
            raise CommandError(
                f"The mail server cannot be used: {fault} The next run sends the rest; check EMAIL_URL if it fails too."
            ) from fault
        self._tell(sender.result)

    def _tell(self, result: SendingResult) -> None:
        for sentence in result.problems:
            self.stderr.write(sentence)
        self.stdout.write(
            f"{counted(result.sent, 'digest')} sent, {result.without_news} without news, {result.put_off} put off, "
            f"{counted(result.stopped, 'address', 'addresses')} refused for good."
        )
