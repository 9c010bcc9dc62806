"""Fetched files on their way into the knowledge base, as ``manage.py ingest`` reads files.

Those of a source that says "draft" come in as new drafts, and what would change something that is published is held
back for a person; those of one that says "publish" are loaded as they are. The bytes of what was held back, refused or
failed are kept: a person hands them to the uploads, or ``fetch --again`` reads them again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from ingest.fetch import storage
from ingest.files import FoundFiles
from ingest.models import FetchAddress, Outcome
from ingest.pipeline import DocumentOutcome, run
from inspections.models import FetchedFile
from inspections.vocabulary import FetchedState, Incoming
from inspections.write import knowledge_change

STATES = {
    Outcome.LOADED: FetchedState.READ,
    Outcome.UNCHANGED: FetchedState.READ,
    Outcome.SET_ASIDE: FetchedState.READ,
    Outcome.HELD_BACK: FetchedState.HELD_BACK,
    Outcome.REFUSED: FetchedState.REFUSED,
    Outcome.FAILED: FetchedState.FAILED,
}
FIRST = (FetchedState.HELD_BACK, FetchedState.READ, FetchedState.REFUSED, FetchedState.FAILED)
"""The state of a file that holds several documents is the first of these that one of them has."""
LOST = "Its bytes are no longer in the folder of fetched files; it is fetched again when its address is due."
LONGEST_MESSAGE = 2000


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """A fetched file that was read, and what became of the documents in it."""

    file: FetchedFile
    outcomes: tuple[DocumentOutcome, ...]


def bring_in(files: Iterable[FetchedFile], workers: int = 1) -> Iterator[BroughtIn]:
    """Read fetched files into the knowledge base, and give what became of each."""
    for incoming, batch in _batches(files):
        present = [file for file in batch if storage.is_kept(file.stored)]
        for file in batch:
            if file not in present:
                FetchAddress.objects.filter(address=file.address).update(sha256="", due_at=timezone.now())
                yield _record_outcome(file, (DocumentOutcome(file.name, Outcome.FAILED, reason=LOST),))
        if present:
            yield from _bring_in(present, incoming, workers)


def _bring_in(files: Sequence[FetchedFile], incoming: str, workers: int) -> Iterator[BroughtIn]:
    by_name: dict[str, list[DocumentOutcome]] = defaultdict(list)
    asked = [Path("fetch", name) for name in sorted({file.run.source for file in files if file.run})]
    with storage.by_their_names((file.stored, file.name) for file in files) as paths:
        for done in run(FoundFiles(tuple(paths)), asked=asked, workers=workers, draft=incoming == Incoming.DRAFT):
            by_name[done.name.split("/")[0]].append(done)
    for file in files:
        yield _record_outcome(file, tuple(by_name[file.name]))


def _batches(files: Iterable[FetchedFile]) -> Iterator[tuple[str, list[FetchedFile]]]:
    """Files that come in alike, in batches in which no two have the same name: a run tells files by their names."""
    waiting = list(files)
    while waiting:
        incoming, names, rest = waiting[0].incoming, set[str](), list[FetchedFile]()
        batch: list[FetchedFile] = []
        for file in waiting:
            fits = file.incoming == incoming and file.name not in names
            if fits:
                names.add(file.name)
            (batch if fits else rest).append(file)
        yield incoming, batch
        waiting = rest


def _record_outcome(file: FetchedFile, outcomes: tuple[DocumentOutcome, ...]) -> BroughtIn:
    """Write down what became of a file, and let go of its bytes if they are in the knowledge base."""
    states = {STATES[one.outcome] for one in outcomes}
    file.state = next((state for state in FIRST if state in states), FetchedState.FAILED)
    file.message = " ".join(dict.fromkeys(one.reason for one in outcomes if one.reason))[:LONGEST_MESSAGE]
    stored = file.stored
    is_done = file.state == FetchedState.READ or not storage.is_kept(stored)
    if is_done:
        file.stored = ""
    with knowledge_change():
        file.save()
        file.documents.add(*(one.result.source_id for one in outcomes if one.result))
    if is_done:
        storage.forget(stored)
    return BroughtIn(file, outcomes)
