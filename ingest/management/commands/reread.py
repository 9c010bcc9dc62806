"""``manage.py reread``: read the stored documents again, all or some, and load what today's readers find in them."""

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet
from django.urls import reverse

from findings.bulk.background import publish_after_loading
from ingest.arguments import add_workers
from ingest.differences import RecordDifference, trial
from ingest.management.commands.ingest import count_of_documents, line_of, person_named
from ingest.models import UploadedDocument
from ingest.pipeline import RunSummary, reread
from ingest.rereading import is_kept, read_again
from ingest.uploads.queueing import hand_over_again
from inspections.migrated import require_migrated
from inspections.models import SourceFile
from inspections.vocabulary import ReportKind

LONGEST = 200
"""Characters of a value that the difference shows."""


class Command(BaseCommand):
    """Read stored documents again. Corrections stay, and so do the editions that people chose."""

    help = "Read stored documents again by today's readers and profiles; --dry-run only prints what would change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare which documents, and the trial."""
        parser.add_argument("--kind", choices=[kind.value for kind in ReportKind], help="documents with such a report")
        parser.add_argument("--authority", help="documents with a report of this authority, by the slug in addresses")
        parser.add_argument("--profile", help='documents with a report read by this profile, such as "ilacs/1"')
        parser.add_argument(
            "--queue",
            metavar="USERNAME",
            help="hand the documents to the workers, in the name of this person, and do not wait for them",
        )
        parser.add_argument("--dry-run", action="store_true", help="print what would change, record by record")
        add_workers(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Read the documents and tell what became of each. CommandError when none is meant, or tables are missing."""
        require_migrated()
        sources = list(chosen(options["kind"], options["authority"], options["profile"]))
        if not sources:
            raise CommandError("No stored document is of this kind, authority and profile.")
        for source in sources:
            if not is_kept(source):
                self.stdout.write(f"{source.name}: not read; its bytes are not kept. Load the file once more.")
        if options["queue"] and options["dry_run"]:
            raise CommandError("The workers load what they read: leave out --queue or --dry-run.")
        if options["queue"]:
            self._queue([source for source in sources if is_kept(source)], options["queue"])
            return
        workers = options["workers"]
        if options["dry_run"]:
            self._try(sources, workers)
            return
        summary = RunSummary()
        for done in reread(sources, workers):
            summary.add(done)
            self.stdout.write(line_of(done))
        self.stdout.write(
            f"Records: {summary.created} created, {summary.changed} changed, {summary.unchanged} unchanged, "
            f"{summary.retired} retired."
        )
        if summary.has_changed:
            publish_after_loading(self.stdout, self.stderr)

    def _queue(self, sources: list[SourceFile], username: str) -> None:
        user = person_named(username)
        uploads = list(hand_over_again(sources, user))
        number = UploadedDocument.objects.filter(upload__in=uploads).count()
        self.stdout.write(
            f"{count_of_documents(number)} handed to the workers. What becomes of them stands at "
            f"{reverse('admin:ingest_upload_changelist')}."
        )

    def _try(self, sources: list[SourceFile], workers: int) -> None:
        number = 0
        for source, extraction in read_again(sources, workers):
            result, differences = trial(extraction)
            number += len(differences)
            if differences or result.better:
                self.stdout.write(f"{source.name}: {len(differences)} records differ")
            for difference in differences:
                self.stdout.write("\n".join(lines_of(difference)))
            if result.better:
                names = SourceFile.objects.filter(pk__in=result.better).values_list("name", flat=True)
                self.stdout.write(f"  a better edition would then be read from {', '.join(names)}")
        self.stdout.write(f"{number} records would change. Nothing was written.")


def chosen(kind: str | None, authority: str | None, profile: str | None) -> QuerySet[SourceFile]:
    """The files of which something was read, narrowed by what is given."""
    wanted = {"kind": kind, "authority__slug": authority, "profile": profile}
    given = {f"report_sources__report__{name}": value for name, value in wanted.items() if value}
    rows = SourceFile.objects.filter(report_sources__isnull=False, **given)
    return SourceFile.objects.filter(pk__in=rows.values("pk")).order_by("added_at", "sha256")


def lines_of(difference: RecordDifference) -> Iterator[str]:
    """The lines that tell a difference: the record, then each field with its value before and after."""
    yield f"  {difference.change}: {difference.report} {difference.kind} {difference.anchor}".rstrip()
    for name, before, after in difference.fields:
        yield f"    {name}: {_short(before)} -> {_short(after)}"


def _short(value: str) -> str:
    return repr(value if len(value) <= LONGEST else f"{value[:LONGEST]}…")
