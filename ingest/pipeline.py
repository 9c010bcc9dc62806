"""From paths to a filled database: find the files, skip what is known, read in worker processes, load in this one.

Order of decision for a file: one that cannot be opened has failed, and the others go on; bytes that were read before, by the readers
and profiles of today, are only remembered under their name; bytes that came twice in this run are read once; all else is read and loaded. Each document is loaded in its own transaction and noted in
the run, so that a run which was stopped goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils import timezone

from ingest.drafts import Extraction
from ingest.files import Document, Found, NothingThere, Unopened, digest, printable
from ingest.load import LoadResult, load
from ingest.load.sources import remember_name
from ingest.models import IngestItem, IngestRun, Outcome
from ingest.profiles import PROFILES
from ingest.readers import READERS
from ingest.sandbox import extract_many
from inspections import database_statistics
from inspections.models import SourceFile
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import ReadingStatus

CHECKS = {
    NoticeCode.MISSING_PARAGRAPHS: "with holes in a numbered sequence",
    NoticeCode.DUPLICATE_PARAGRAPH: "with a number printed twice",
    NoticeCode.JUDGEMENT_MISSING: "with a judgement that was not found",
    NoticeCode.UNRESOLVED_REFERENCE: "with a reference that points nowhere",
    NoticeCode.CONFLICT: "in which something disagrees with another document",
    NoticeCode.NEEDS_REVIEW: "with records to compare by hand",
    NoticeCode.FORMS_DIFFER: "whose text and PDF differ",
}
"""Notices that ``ingest`` sums up at the end, by what they say of a document."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a run made of one document; ``reason`` is why it has failed."""

    name: str
    outcome: Outcome
    result: LoadResult | None = None
    seconds: float = 0.0
    reason: str = ""


@dataclass
class Summary:
    """What a run made of all its documents."""

    documents: Counter[str] = field(default_factory=Counter)
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    retired: int = 0
    checks: Counter[str] = field(default_factory=Counter)

    def add(self, done: Done) -> None:
        """Count a document."""
        self.documents[done.outcome] += 1
        if done.result:
            self.created += done.result.created
            self.changed += done.result.changed
            self.unchanged += done.result.unchanged
            self.retired += done.result.retired
            self.checks.update(code for code in CHECKS if done.result.notices[code])


def known(documents: Sequence[Document]) -> dict[str, SourceFile]:
    """Of the documents those, by sha256, that today's readers and profiles would read in the same way again.

    A refused file, and one of which a part was of no known kind, is read again: it may be known by now. So is one whose bytes went away
    before they could be kept.
    """
    profiles = {profile.name for profile in PROFILES}
    found: dict[str, SourceFile] = {}
    sources = (
        SourceFile.objects.exclude(status=ReadingStatus.REFUSED.value).exclude(stored="").filter(reader__in=READERS)
    )
    sources = sources.prefetch_related("report_sources__report", "notices")
    for source in sources.in_bulk([document.sha256 for document in documents], field_name="sha256").values():
        current = [link.report for link in source.report_sources.all() if link.role == "current"]
        unread = any(notice.code == NoticeCode.UNKNOWN_REPORT for notice in source.notices.all())
        if not unread and all(report.profile in profiles for report in current):
            found[source.sha256] = source
    return found


def run(found: Found, *, asked: Sequence[Path] = (), workers: int = 1, again: bool = False) -> Iterator[Done]:
    """Load the files one after the other; gives what became of each as soon as it is known.

    ``asked`` are the paths as the caller named them, for the record; ``again`` reads known files too. Raises NothingThere when a file
    goes away in the middle; what was loaded before stays.
    """
    here = IngestRun.objects.create(paths=[printable(str(path)) for path in asked])
    opened = [digest(path) for path in found.files]
    documents = [one for one in opened if isinstance(one, Document)]
    for unopened in (*found.unopened, *(one for one in opened if isinstance(one, Unopened))):
        yield _note(here, Done(printable(unopened.path.name), Outcome.FAILED, reason=unopened.reason))
    skipped = {} if again else known(documents)
    first: dict[str, Document] = {}
    for document in documents:
        first.setdefault(document.sha256, document)
    to_read = [document for sha, document in first.items() if sha not in skipped]
    for document in documents:
        if document.sha256 in skipped:
            yield _note(here, _skip(document, skipped[document.sha256]))
    for done in _read(to_read, workers):
        yield _note(here, done)
    for document in documents:
        if document.sha256 not in skipped and first[document.sha256] is not document:
            yield _note(here, _skip(document, SourceFile.objects.get(sha256=document.sha256)))
    if to_read:
        database_statistics.gather()
    IngestRun.objects.filter(pk=here.pk).update(finished_at=timezone.now())


def _read(documents: Sequence[Document], workers: int) -> Iterator[Done]:
    extractions = extract_many([document.path for document in documents], workers)
    began = time.monotonic()
    for document in documents:
        try:
            extraction = next(extractions)
        except FileNotFoundError as error:
            raise NothingThere(f"A file went away while it was to be read: {error}. Run it again.") from error
        yield _load(document, extraction, began)
        began = time.monotonic()


def _skip(document: Document, source: SourceFile) -> Done:
    if remember_name(source, document.name):
        source.save(update_fields=["other_names"])
    return Done(document.name, Outcome.UNCHANGED, LoadResult(Outcome.UNCHANGED, source.pk))


def _load(document: Document, extraction: Extraction, began: float) -> Done:
    result = load(extraction, _bytes(document, extraction) if extraction.status is not ReadingStatus.REFUSED else None)
    return Done(document.name, result.outcome, result, time.monotonic() - began)


def _bytes(document: Document, extraction: Extraction) -> bytes | None:
    """The bytes that were read, or None when they are no longer there."""
    try:
        data = document.path.read_bytes()
    except FileNotFoundError:
        return None
    return data if hashlib.sha256(data).hexdigest() == extraction.sha256 else None


def _note(here: IngestRun, done: Done) -> Done:
    result = done.result
    IngestItem.objects.create(
        run=here,
        source_id=result.source_id if result else None,
        name=done.name,
        outcome=done.outcome,
        created=result.created if result else 0,
        changed=result.changed if result else 0,
        unchanged=result.unchanged if result else 0,
        retired=result.retired if result else 0,
        notices=sum(result.notices.values()) if result else 0,
        seconds=done.seconds,
    )
    return done
