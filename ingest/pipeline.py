"""From found files to rows of the database: skip what has been read, read in worker processes, load in this process.

What becomes of a file is decided in this order: one that cannot be opened has failed, and the others are read; of bytes
that the current readers and profiles have read before, only the name is stored; bytes that occur twice in the run are
read once; all other files are read and loaded. Where a report turns out to be read better from a file that was loaded
before, that file is read again from its stored bytes. Each document is loaded in its own transaction and recorded in
the run, so that a run that was stopped continues where it stopped when it is started again.
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
from ingest.files import FoundFile, FoundFiles, HashedFile, UnopenedPath, hash_file, open_file, printable
from ingest.load import LoadResult, load
from ingest.load.sources import remember_name
from ingest.models import IngestItem, IngestRun, Outcome
from ingest.profiles import PROFILES
from ingest.readers import READERS
from ingest.rereading import read_again, still_better
from ingest.sandbox import extract_many
from ingest.unpacking import Unpacking
from ingest.unpublished import HeldBack, load_unpublished
from inspections import database_statistics
from inspections.models import SourceFile
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import ReadingStatus

CHECKS = {
    NoticeCode.TEXT_NOT_TAKEN: "with words that are in no record",
    NoticeCode.PAGE_WITHOUT_WORDS: "with a page that is a picture",
    NoticeCode.MISSING_PARAGRAPHS: "with holes in a numbered sequence",
    NoticeCode.DUPLICATE_PARAGRAPH: "with a number printed twice",
    NoticeCode.JUDGEMENT_MISSING: "with a judgement that was not found",
    NoticeCode.UNRESOLVED_REFERENCE: "with a reference that points nowhere",
    NoticeCode.CONFLICT: "in which something disagrees with another document",
    NoticeCode.NEEDS_REVIEW: "with records to compare by hand",
    NoticeCode.FORMS_DIFFER: "whose text and PDF differ",
    NoticeCode.EDITION_SET_ASIDE: "with a later edition that was read less well",
}
"""Notices that ``manage.py ingest`` counts at its end, with what they say of a document."""


@dataclass(frozen=True, slots=True)
class DocumentOutcome:
    """What became of one document in a run: how long that took in seconds, and the ``reason`` if it failed."""

    name: str
    outcome: Outcome
    result: LoadResult | None = None
    seconds: float = 0.0
    reason: str = ""


@dataclass
class RunSummary:
    """What became of the documents of a run: how many by outcome, their records, and how many need a check."""

    documents: Counter[str] = field(default_factory=Counter)
    created: int = 0
    changed: int = 0
    unchanged: int = 0
    retired: int = 0
    checks: Counter[str] = field(default_factory=Counter)

    @property
    def has_changed(self) -> bool:
        """Whether anything became of a document but that it is held already."""
        return self.documents.total() > self.documents[Outcome.UNCHANGED]

    def add(self, done: DocumentOutcome) -> None:
        """Add the outcome of a document."""
        self.documents[done.outcome] += 1
        if done.result:
            self.created += done.result.created
            self.changed += done.result.changed
            self.unchanged += done.result.unchanged
            self.retired += done.result.retired
            self.checks.update(code for code in CHECKS if done.result.notices[code])


def already_read(documents: Sequence[HashedFile]) -> dict[str, SourceFile]:
    """The documents, by sha256, that the current readers and profiles have read and would read in the same way again.

    A file that was refused, or of which a part is of an unknown kind, is not among them: a later profile may know it.
    Nor is a file that was removed before its bytes could be stored, or one without a ledger of its words, which was
    read before ledgers were kept.
    """
    profiles = {profile.name for profile in PROFILES}
    found: dict[str, SourceFile] = {}
    sources = (
        SourceFile.objects.exclude(status=ReadingStatus.REFUSED.value)
        .exclude(stored="")
        .exclude(ledger={})
        .filter(reader__in=READERS)
    )
    sources = sources.prefetch_related("report_sources__report", "notices")
    for source in sources.in_bulk([document.sha256 for document in documents], field_name="sha256").values():
        current = [link.report for link in source.report_sources.all() if link.role == "current"]
        unread = any(notice.code == NoticeCode.UNKNOWN_REPORT for notice in source.notices.all())
        if not unread and all(report.profile in profiles for report in current):
            found[source.sha256] = source
    return found


def run(
    found: FoundFiles, *, asked: Sequence[Path] = (), workers: int = 1, again: bool = False, draft: bool = False
) -> Iterator[DocumentOutcome]:
    """Load the files one after the other, and give the outcome of each at once.

    ``asked`` are the paths that the user named, for the record; ``again`` reads files that were read before, too;
    ``draft`` keeps new reports as drafts, and holds back what would change something that is published. The documents
    in an archive or a mail stand in its place.
    """
    this_run = IngestRun.objects.create(paths=[printable(str(path)) for path in asked])
    with Unpacking() as unpacking:
        opened = [hash_file(one) if isinstance(one, FoundFile) else one for one in unpacking.documents(found.files)]
        for unopened in (*found.unopened, *(one for one in opened if isinstance(one, UnopenedPath))):
            yield _note(this_run, DocumentOutcome(unopened.shown, Outcome.FAILED, reason=unopened.reason))
        documents = [one for one in opened if isinstance(one, HashedFile)]
        yield from _load_all(this_run, documents, workers, again=again, draft=draft)
    IngestRun.objects.filter(pk=this_run.pk).update(finished_at=timezone.now())


def _load_all(
    this_run: IngestRun, documents: Sequence[HashedFile], workers: int, *, again: bool, draft: bool
) -> Iterator[DocumentOutcome]:
    skipped = {} if again else already_read(documents)
    first: dict[str, HashedFile] = {}
    for document in documents:
        first.setdefault(document.sha256, document)
    to_read = [document for sha, document in first.items() if sha not in skipped]
    for document in documents:
        if document.sha256 in skipped:
            yield _note(this_run, _skip(document, skipped[document.sha256]))
    better: set[int] = set()
    for done in _read(to_read, workers, draft):
        better |= done.result.better if done.result else frozenset()
        yield _note(this_run, done)
    # Better editions than those that came to count less when they were read in this run.
    for done in _load_stored(still_better(better), workers):
        yield _note(this_run, done)
    for document in documents:
        if document.sha256 not in skipped and first[document.sha256] is not document:
            yield _note(this_run, _again(document))
    if to_read:
        database_statistics.gather()


def _read(documents: Sequence[HashedFile], workers: int, draft: bool) -> Iterator[DocumentOutcome]:
    began = time.monotonic()
    files = [FoundFile(document.path, document.name) for document in documents]
    for document, extraction in zip(documents, extract_many(files, workers), strict=True):
        yield _load(document, extraction, began, draft)
        began = time.monotonic()


def reread(sources: Sequence[SourceFile], workers: int = 1) -> Iterator[DocumentOutcome]:
    """Read and load stored files again, one after the other, and give the outcome of each at once."""
    this_run = IngestRun.objects.create(paths=["reread"])
    better: set[int] = set()
    for done in _load_stored(sources, workers):
        better |= done.result.better if done.result else frozenset()
        yield _note(this_run, done)
    for done in _load_stored(still_better(better), workers):
        yield _note(this_run, done)
    IngestRun.objects.filter(pk=this_run.pk).update(finished_at=timezone.now())


def _load_stored(sources: Sequence[SourceFile], workers: int) -> Iterator[DocumentOutcome]:
    began = time.monotonic()
    for source, extraction in read_again(sources, workers):
        result = load(extraction)
        yield DocumentOutcome(source.name, result.outcome, result, time.monotonic() - began)
        began = time.monotonic()


def _again(document: HashedFile) -> DocumentOutcome:
    """What became of bytes that were read before in the same run; they may have gone away before their turn."""
    source = SourceFile.objects.filter(sha256=document.sha256).first()
    if source is None:
        return DocumentOutcome(document.name, Outcome.FAILED, reason="The same bytes could not be read.")
    return _skip(document, source)


def _skip(document: HashedFile, source: SourceFile) -> DocumentOutcome:
    if remember_name(source, document.name):
        source.save(update_fields=["other_names"])
    return DocumentOutcome(document.name, Outcome.UNCHANGED, LoadResult(Outcome.UNCHANGED, source.pk))


def _load(document: HashedFile, extraction: Extraction, began: float, draft: bool) -> DocumentOutcome:
    if not extraction.sha256:  # it went away, or something else took its place, before its turn
        reason = " ".join(notice.message for notice in extraction.notices)
        return DocumentOutcome(document.name, Outcome.FAILED, reason=reason)
    is_refused = extraction.status is ReadingStatus.REFUSED
    if draft and is_refused:  # the list of documents, which is public, would name it
        reason = " ".join(notice.message for notice in extraction.notices)
        return DocumentOutcome(document.name, Outcome.REFUSED, reason=reason)
    data = None if is_refused else _bytes(document, extraction)
    try:
        result = load_unpublished(extraction, data) if draft else load(extraction, data)
    except HeldBack as held:
        return DocumentOutcome(document.name, Outcome.HELD_BACK, reason=str(held))
    return DocumentOutcome(document.name, result.outcome, result, time.monotonic() - began)


def _bytes(document: HashedFile, extraction: Extraction) -> bytes | None:
    """The bytes that were read, or None when the file has been removed or changed since."""
    try:
        with open_file(document.path) as file:
            data = file.read()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == extraction.sha256 else None


def _note(this_run: IngestRun, done: DocumentOutcome) -> DocumentOutcome:
    result = done.result
    IngestItem.objects.create(
        run=this_run,
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
