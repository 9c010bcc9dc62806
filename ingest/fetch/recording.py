"""Writing down what came of an address: its state, when it is due again, and the file if it is a new one.

A file is new if its bytes are others than the last ones of its address. Bytes that the knowledge base holds already
are not kept a second time: the row says from where they came as well, and belongs to the same document.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from ingest.fetch import storage
from ingest.fetch.asking import Answered
from ingest.fetch.download import TakenFile
from ingest.fetch.kinds import suffix_of
from ingest.fetch.names import name_of
from ingest.fetch.sources import FetchSource
from ingest.models import FetchAddress
from inspections.models import FetchedFile, FetchRun, SourceFile
from inspections.vocabulary import AddressState, FetchedState, ReadingStatus
from inspections.write import knowledge_change

RETRIED = (AddressState.FAILED, AddressState.MISSING, AddressState.REFUSED)
"""What may be better soon: servers also send a page that tells of their repair in place of a document."""
LONGEST_WAIT = timedelta(days=7)
MOST_DOUBLINGS = 8


def due_again(source: FetchSource, row: FetchAddress, now: datetime) -> datetime | None:
    """When an address is to be asked again, by its state; None for never."""
    if row.state == AddressState.GONE:
        return None
    if row.state in RETRIED:
        doublings: int = min(row.tries, MOST_DOUBLINGS)
        return now + min(timedelta(hours=2**doublings), LONGEST_WAIT)
    return now + timedelta(hours=source.pages_hours if row.is_page else 24 * source.documents_days)


def record(source: FetchSource, run: FetchRun, row: FetchAddress, answered: Answered) -> FetchedFile | None:
    """Write down what came of an address. Returns the row of a new file."""
    now = timezone.now()
    taken = answered.taken
    is_new = taken is not None and taken.sha256 != row.sha256
    row.state = AddressState.UNCHANGED if taken is not None and not is_new else answered.state
    row.message, row.status, row.checked_at = answered.message, answered.status, now
    row.tries = row.tries + 1 if row.state in RETRIED else 0
    row.due_at = due_again(source, row, now)
    if answered.state in (AddressState.FETCHED, AddressState.UNCHANGED):
        row.etag = answered.header("etag")
        row.last_modified = answered.header("last-modified")[:100]
    if taken is not None:
        row.sha256 = taken.sha256
    if taken is None or row.is_page or not is_new:
        row.save()
        return None
    file = _file(source, run, row, answered, taken)
    with knowledge_change():
        held = SourceFile.objects.exclude(status=ReadingStatus.REFUSED.value).exclude(stored="")
        document = held.filter(sha256=taken.sha256).first()
        if document is None:
            file.stored = storage.keep(taken, row.address)
        else:
            file.state = FetchedState.HELD
        file.save()
        if document is not None:
            file.documents.add(document)
        row.save()
    return file


def _file(source: FetchSource, run: FetchRun, row: FetchAddress, answered: Answered, taken: TakenFile) -> FetchedFile:
    return FetchedFile(
        run=run,
        address=row.address,
        answered_by=answered.url[:1000],
        found_on=row.found_on,
        fetched_at=row.checked_at or timezone.now(),
        headers=[list(pair) for pair in answered.headers],
        name=name_of(answered.header("content-disposition"), answered.url, suffix_of(taken.head, source.types)),
        sha256=taken.sha256,
        size=taken.size,
        incoming=source.incoming.value,
    )
