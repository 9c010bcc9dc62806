"""``manage.py fetch [SOURCE...]``: look for new documents on the web, fetch and read them."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from findings.bulk.background import publish_after_loading
from ingest.arguments import add_workers
from ingest.fetch.addresses import release
from ingest.fetch.client import PoliteClient
from ingest.fetch.dry_run import would_fetch
from ingest.fetch.incoming import BroughtIn, bring_in
from ingest.fetch.run import AskedAddress, SourceCheck
from ingest.fetch.sources import SOURCES, FetchSource, SourcesError, chosen, load_sources
from ingest.fetch.storage import AnotherFetch, only_one
from ingest.management.commands.ingest import line_of
from ingest.pipeline import RunSummary
from inspections.counted import counted
from inspections.migrated import require_migrated
from inspections.vocabulary import AddressState, FetchedState, Incoming

INTERRUPTED = 130
LOUD = 2
"""The verbosity with which also what is unchanged is told."""
CONTACT = re.compile(r"[!-~]+@[!-~]+\.[!-~]+|https?://[!-~]+")
NO_CONTACT = (
    "FETCH_CONTACT is {}. Set it to a mail address, or the address of a page, at which people who run a server reach "
    "you: every request names it."
)


class Command(BaseCommand):
    """Check sources, print a line for each address and document, then what was found.

    The exit status is 0; it is 1 with ``--strict`` when something could not be had or read, and 130 when the command
    was stopped with Ctrl-C.
    """

    summary: RunSummary
    help = "Look for new documents at sources on the web, fetch them and read them into the knowledge base."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the sources and options."""
        parser.add_argument("sources", nargs="*", metavar="SOURCE", help="the name of a source (default: all)")
        parser.add_argument("--list", action="store_true", help="print the sources and ask nothing")
        parser.add_argument(
            "--dry-run", action="store_true", help="print what would be fetched: pages are asked, nothing is stored"
        )
        parser.add_argument(
            "--again",
            action="store_true",
            help="ask also what is not due, whether it has changed or not, and read again what could not be read",
        )
        parser.add_argument("--no-bulk", action="store_true", help="leave the bulk files as they are")
        parser.add_argument(
            "--strict", action="store_true", help="end with status 1 when something cannot be fetched or read"
        )
        add_workers(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Check the sources. CommandError for wrong sources, a missing contact and another fetch at work."""
        try:
            self.summary = RunSummary()
            declared = load_sources(_file())
            sources = chosen(declared, tuple(options["sources"]))
            if options["list"]:
                self._list(sources)
                return
            require_migrated()
            with only_one(), self.client(_contact()) as client:
                if not options["dry_run"]:
                    release([source.name for source in declared])
                is_whole = [self._check(source, client, options) for source in sources]
        except (SourcesError, AnotherFetch) as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            self.stdout.write("Stopped. What was fetched is whole; the same command goes on from here.")
            sys.exit(INTERRUPTED)
        if self.summary.has_changed and not options["no_bulk"]:
            publish_after_loading(self.stdout, self.stderr)
        if options["strict"] and not all(is_whole):
            sys.exit(1)

    def client(self, contact: str) -> PoliteClient:
        """The client that asks; tests give one that may reach this machine."""
        return PoliteClient(contact)

    def _list(self, sources: Iterable[FetchSource]) -> None:
        for source in sources:
            hosts = ", ".join(sorted(source.allowed.hosts))
            how = source.incoming.label[:1].lower() + source.incoming.label[1:]
            self.stdout.write(f"{source.name}: {source.title}; {source.kind.label}; {hosts}; {how}")

    def _check(self, source: FetchSource, client: PoliteClient, options: dict[str, Any]) -> bool:
        """Check one source. Returns whether everything could be had and read."""
        if options["dry_run"]:
            number = 0
            for one in would_fetch(source, client, again=options["again"]):
                self.stdout.write(line_of_address(one))
                number += one.state not in (AddressState.FAILED, AddressState.LATER, AddressState.REFUSED)
            self.stdout.write(f"{source.title}: {counted(number, 'document', 'documents')} would be asked.")
            return True
        check = SourceCheck(source, client, partial(bring_in, workers=options["workers"]), options["again"])
        unread = 0
        for event in check.events():
            if isinstance(event, BroughtIn):
                unread += event.file.state != FetchedState.READ
                for outcome in event.outcomes:
                    self.stdout.write(line_of(outcome))
                    if event.file.incoming == Incoming.PUBLISH:
                        self.summary.add(outcome)
            elif event.state is not AddressState.UNCHANGED or options["verbosity"] >= LOUD:
                self.stdout.write(line_of_address(event))
        run = check.run
        self.stdout.write(
            f"{source.title}: {counted(run.asked, 'address', 'addresses')} asked, {run.fetched} new, "
            f"{run.unchanged} unchanged, {run.failed} failed; {run.left} left to the next run."
        )
        return not (run.failed or run.left or unread)


def line_of_address(asked: AskedAddress) -> str:
    """Return one line with what came of an address."""
    return f"{asked.address}: {asked.state.label.lower()}{'; ' if asked.message else ''}{asked.message}"


def _file() -> Path:
    return Path(settings.FETCH_SOURCES) if settings.FETCH_SOURCES else SOURCES


def _contact() -> str:
    """The contact of the settings. CommandError where there is none that people can use."""
    contact = str(settings.FETCH_CONTACT).strip()
    if not CONTACT.fullmatch(contact):
        raise CommandError(NO_CONTACT.format("no address" if contact else "not set"))
    return contact
