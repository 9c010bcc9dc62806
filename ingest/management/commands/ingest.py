"""``manage.py ingest PATH...``: read documents and load their facts, with progress and a summary."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from findings.bulk.background import publish_after_loading
from ingest.arguments import add_paths, add_workers
from ingest.files import FoundFiles, MissingPathError, find_files, printable
from ingest.models import DocumentState, Outcome, UploadedDocument, Wish
from ingest.pipeline import CHECKS, DocumentOutcome, RunSummary, run
from ingest.uploads.queueing import hand_over
from inspections.migrated import require_migrated

INTERRUPTED = 130


class Command(BaseCommand):
    """Load files and folders; print a line for each document, then totals and what to check.

    The exit status is 0; it is 1 with ``--strict`` when a document was refused or could not be opened, and 130 when the
    command was stopped with Ctrl-C.
    """

    help = "Read documents (files or folders) and load what they say into the knowledge base."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the paths and options."""
        add_paths(parser)
        parser.add_argument("--again", action="store_true", help="read files again that are loaded already")
        parser.add_argument(
            "--draft",
            action="store_true",
            help="keep new reports as drafts, and load nothing that changes what is public",
        )
        parser.add_argument(
            "--strict", action="store_true", help="end with status 1 when a document is refused or cannot be opened"
        )
        parser.add_argument(
            "--queue",
            metavar="USERNAME",
            help="hand the documents to the workers, in the name of this person, and do not wait for them",
        )
        parser.add_argument("--no-bulk", action="store_true", help="leave the bulk files as they are")
        add_workers(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Load the documents and print the results.

        CommandError when a path, every document or the tables of the database are missing.
        """
        require_migrated()
        try:
            found = find_files(options["paths"])
            if not found:
                asked = ", ".join(printable(str(path)) for path in options["paths"])
                raise MissingPathError(f"There is no document in {asked}.")
            if options["queue"]:
                self._queue(found, options["queue"], Wish.DRAFT if options["draft"] else Wish.PUBLISH)
                return
            done = run(
                found,
                asked=options["paths"],
                workers=options["workers"],
                again=options["again"],
                draft=options["draft"],
            )
            summary = self._report(self._watched(done, len(found)))
        except MissingPathError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            self.stdout.write("Stopped. What was loaded is whole; the same command goes on from here.")
            sys.exit(INTERRUPTED)
        self._close(summary, is_draft=options["draft"])
        if summary.has_changed and not options["draft"] and not options["no_bulk"]:
            publish_after_loading(self.stdout, self.stderr)
        if options["strict"] and (summary.documents[Outcome.REFUSED] or summary.documents[Outcome.FAILED]):
            sys.exit(1)

    def _queue(self, found: FoundFiles, username: str, wish: Wish) -> None:
        """Hand the documents over. CommandError where there is no such person."""
        user = person_named(username)
        uploads = list(hand_over(found, wish, user))
        documents = UploadedDocument.objects.filter(upload__in=uploads)
        for name, reason in documents.filter(state=DocumentState.REFUSED).values_list("name", "message"):
            self.stdout.write(f"{name}: refused; {reason}")
        places = " to ".join(dict.fromkeys((str(uploads[0]), str(uploads[-1]))))
        self.stdout.write(
            f"{count_of_documents(documents.open().count())} handed to the workers, in {places}. "
            f"What becomes of them stands at {reverse('admin:ingest_upload_changelist')}."
        )

    def _watched(self, done: Iterable[DocumentOutcome], total: int) -> Iterator[DocumentOutcome]:
        """Yield the outcomes as they arrive, with a progress bar when the output is a terminal."""
        if not self.stdout.isatty():
            yield from done
            return
        columns = (
            TextColumn("Reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("time left"),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=Console(), transient=True) as progress:
            task = progress.add_task("Reading", total=total)
            for one in done:
                progress.advance(task)
                yield one

    def _report(self, done: Iterable[DocumentOutcome]) -> RunSummary:
        summary = RunSummary()
        for one in done:
            summary.add(one)
            self.stdout.write(line_of(one))
        return summary

    def _close(self, summary: RunSummary, *, is_draft: bool) -> None:
        outcomes = ", ".join(f"{summary.documents[o]} {o.label.lower()}" for o in Outcome if summary.documents[o])
        self.stdout.write(f"{count_of_documents(summary.documents.total())}: {outcomes}.")
        self.stdout.write(
            f"Records: {summary.created} created, {summary.changed} changed, {summary.unchanged} unchanged, "
            f"{summary.retired} retired."
        )
        if summary.documents[Outcome.REFUSED] and not is_draft:
            self.stdout.write("The page of each refused document, under Documents, gives the reason.")
        for code, what in CHECKS.items():
            if summary.checks[code]:
                self.stdout.write(f"Check {count_of_documents(summary.checks[code])} {what} ({code}).")


def person_named(username: str) -> User:
    """The person in whose name documents are handed over. CommandError where there is none."""
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise CommandError(f"There is no account {username}. Name that of the person who is responsible.")
    return user


def count_of_documents(number: int) -> str:
    """The number of documents, in words that fit it."""
    return "1 document" if number == 1 else f"{number} documents"


def line_of(done: DocumentOutcome) -> str:
    """Return one line with the outcome of a document."""
    result = done.result
    if done.reason:
        return f"{done.name}: {done.outcome.label.lower()}; {done.reason}"
    if result is None or (result.outcome is Outcome.UNCHANGED and not result.unchanged):
        return f"{done.name}: {done.outcome.label.lower()}"
    counts = (
        f"{result.created} created, {result.changed} changed, {result.unchanged} unchanged, {result.retired} retired"
    )
    codes = ", ".join(f"{code} {number}" for code, number in sorted(result.notices.items())) or "none"
    what = codes if result.outcome is Outcome.REFUSED else f"{counts}; notices: {codes}"
    return f"{done.name}: {done.outcome.label.lower()}; {what}; {done.seconds:.2f} s"
