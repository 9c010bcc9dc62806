"""``manage.py check_knowledge``: prove that the knowledge base is what it says, and repair what can be made again."""

from argparse import ArgumentParser
from contextlib import nullcontext
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from findings.alerts.checking import ALERTS
from findings.checks import INVARIANTS, Breach, Invariant
from inspections.backup.writing import snapshot
from inspections.migrated import require_migrated

EVERY = (*INVARIANTS, ALERTS)
"""What is checked, in the order in which repairing one can mend the next."""


class Command(BaseCommand):
    """Checks invariants one after the other. Exit status 0: all of them hold, or hold now; 1: something is wrong."""

    help = "Check values, links, files, editions, index and caches; --repair makes again what can be made again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the repair, and the choice of invariants."""
        parser.add_argument("--repair", action="store_true", help="make again what can be made again")
        parser.add_argument(
            "--only", action="append", choices=[one.name for one in EVERY], help="check this one; may be repeated"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, tell each place that is wrong as it is found, and sum up. CommandError if something is wrong."""
        require_migrated()
        wanted = [one for one in EVERY if not options["only"] or one.name in options["only"]]
        left, repaired = 0, 0
        for invariant in wanted:
            found, remaining = self._check(invariant, is_repairing=options["repair"])
            left, repaired = left + remaining, repaired + found - remaining
        if left:
            hint = "" if options["repair"] else " Run it with --repair to make again what can be made again."
            raise CommandError(f"{left} places are wrong; {repaired} were repaired.{hint}")
        self.stdout.write(f"Everything holds.{f' {repaired} places were repaired.' if repaired else ''}")

    def _check(self, invariant: Invariant, *, is_repairing: bool) -> tuple[int, int]:
        """The number of breaches found, and of those that are left. The found ones are told as they come."""
        subjects: dict[str, None] = {}
        number = 0
        with snapshot() if invariant.in_snapshot else nullcontext():
            for breach in invariant.breaches():
                number += 1
                self._tell(breach)
                subjects |= {breach.subject: None} if breach.subject else {}
        self.stdout.write(f"{invariant.sentence}: {f'{number} wrong' if number else 'yes'}")
        if not (is_repairing and subjects and invariant.repair):
            return number, number
        invariant.repair(list(subjects))
        with snapshot() if invariant.in_snapshot else nullcontext():
            left = sum(1 for _ in invariant.breaches())
        self.stdout.write(f"  repaired: {number - left}, left: {left}")
        return number, left

    def _tell(self, breach: Breach) -> None:
        cure = "" if breach.subject else " (cannot be made again)"
        self.stdout.write(f"  {breach.what}{cure}")
