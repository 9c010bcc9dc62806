"""From paths to a filled database: find the files, skip what is known, read in worker processes, load in this one.

Order of decision for a file: bytes that were read before, by the readers and profiles of today, are only remembered under their name; bytes
that came twice in this run are read once; all else is read and loaded. Each document is loaded in its own transaction and noted in
the run, so that a run which was stopped goes on where it stopped.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils import timezone

from ingest.drafts import Extraction, Status
from ingest.load import LoadResult, load
from ingest.load.sources import remember_name
from ingest.models import IngestItem, IngestRun, Outcome
from ingest.profiles import PROFILES
from ingest.readers import READERS
from ingest.sandbox import extract_many
from inspections import statistics
from inspections.models import SourceFile

CHECKS = {
    "missing-paragraphs": "with holes in a numbered sequence",
    "duplicate-paragraph": "with a number printed twice",
    "judgement-missing": "with a judgement that was not found",
    "unresolved-reference": "with a reference that points nowhere",
    "conflict": "that disagree with another document",
    "needs-review": "with records to compare by hand",
    "forms-differ": "whose text and PDF differ",
}
"""Notices that ``ingest`` sums up at the end, by what they say of a document."""


class NothingThere(ValueError):
    """A path that does not exist or cannot be read; its message says which."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file to load, with the sha256 of its bytes."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True)
class Done:
    """What a run made of one document."""

    name: str
    outcome: Outcome
    result: LoadResult | None = None
    seconds: float = 0.0


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


def find_files(paths: Iterable[Path]) -> list[Path]:
    """All files of the paths, folders searched to the bottom, in a fixed order and each once; hidden ones are passed over."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file())
            found.update(dict.fromkeys(p for p in inside if not _is_hidden(p.relative_to(path))))
        elif path.is_file():
            found[path] = None
        else:
            raise NothingThere(f"There is no file or folder {path}.")
    return list(found)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def digest(path: Path) -> Document:
    """The file with its sha256. Raises NothingThere when it cannot be read."""
    try:
        with path.open("rb") as file:
            return Document(path, hashlib.file_digest(file, "sha256").hexdigest())
    except OSError as error:
        raise NothingThere(f"{path} cannot be opened: {error.strerror}.") from error


def known(documents: Sequence[Document]) -> dict[str, SourceFile]:
    """Of the documents those, by sha256, that today's readers and profiles would read in the same way again.

    A refused file, and one of which a part was of no known kind, is read again: it may be known by now.
    """
    profiles = {profile.name for profile in PROFILES}
    wanted = {document.sha256 for document in documents}
    found: dict[str, SourceFile] = {}
    sources = SourceFile.objects.exclude(status=Status.REFUSED.value).filter(reader__in=READERS)
    for source in sources.prefetch_related("report_sources__report", "notices").iterator(chunk_size=500):
        if source.sha256 not in wanted:
            continue
        current = [link.report for link in source.report_sources.all() if link.role == "current"]
        unread = any(notice.code == "unknown-report" for notice in source.notices.all())
        if not unread and all(report.profile in profiles for report in current):
            found[source.sha256] = source
    return found


def run(files: Sequence[Path], *, asked: Sequence[str] = (), workers: int = 1, again: bool = False) -> Iterator[Done]:
    """Load the files one after the other; gives what became of each as soon as it is known.

    ``asked`` are the paths as the caller named them, for the record; ``again`` reads known files too.
    """
    documents = [digest(path) for path in files]
    here = IngestRun.objects.create(paths=list(asked))
    skipped = {} if again else known(documents)
    first: dict[str, Document] = {}
    for document in documents:
        first.setdefault(document.sha256, document)
    to_read = [document for sha, document in first.items() if sha not in skipped]
    for document in documents:
        if document.sha256 in skipped:
            yield _note(here, _skip(document, skipped[document.sha256]))
    began = time.monotonic()
    for document, extraction in zip(to_read, extract_many([d.path for d in to_read], workers), strict=True):
        yield _note(here, _load(document, extraction, began))
        began = time.monotonic()
    for document in documents:
        if document.sha256 not in skipped and first[document.sha256] is not document:
            yield _note(here, _skip(document, SourceFile.objects.get(sha256=document.sha256)))
    if to_read:
        statistics.gather()
    IngestRun.objects.filter(pk=here.pk).update(finished_at=timezone.now())


def _skip(document: Document, source: SourceFile) -> Done:
    if remember_name(source, document.path.name):
        source.save(update_fields=["other_names"])
    return Done(document.path.name, Outcome.UNCHANGED, LoadResult(Outcome.UNCHANGED, source.pk))


def _load(document: Document, extraction: Extraction, began: float) -> Done:
    data = document.path.read_bytes() if extraction.status is not Status.REFUSED else None
    if data is not None and hashlib.sha256(data).hexdigest() != extraction.sha256:
        data = None
    result = load(extraction, data)
    return Done(document.path.name, result.outcome, result, time.monotonic() - began)


def _note(here: IngestRun, done: Done) -> Done:
    result = done.result
    IngestItem.objects.create(
        run=here,
        source_id=result.source_id if result else None,
        name=done.name[-255:],
        outcome=done.outcome,
        created=result.created if result else 0,
        changed=result.changed if result else 0,
        unchanged=result.unchanged if result else 0,
        retired=result.retired if result else 0,
        notices=sum(result.notices.values()) if result else 0,
        seconds=done.seconds,
    )
    return done
