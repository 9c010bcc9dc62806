"""The documents that a worker has to do something with, and how one of them is taken in hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ingest.models import DocumentState, UploadedDocument
from ingest.uploads import storage
from ingest.uploads.holds import held

GONE = "The bytes of this file are not here any more. Send it in again."
AT_ONCE = 100
"""Keys that are looked up at a time: most often the first one is free."""


@contextmanager
def taken(key: int | None = None) -> Iterator[UploadedDocument | None]:
    """The first open document that nobody else has in hand, as long as it is worked on; None if there is none.

    With ``key`` that document alone is looked at. One that was being read when its worker ended is open.
    """
    for one in _keys() if key is None else (key,):
        with held(one) as is_mine:
            # Somebody may have finished it since its key was looked up.
            row = UploadedDocument.objects.open().filter(pk=one).first() if is_mine else None
            if row is not None and not storage.is_there(row.stored):
                _refuse(row)
            elif row is not None:
                yield row
                return
    yield None


def _keys() -> Iterator[int]:
    """The keys of open documents, the first that came in first."""
    last = 0
    waiting = UploadedDocument.objects.open().order_by("pk").values_list("pk", flat=True)
    while some := list(waiting.filter(pk__gt=last)[:AT_ONCE]):
        yield from some
        last = some[-1]


def _refuse(row: UploadedDocument) -> None:
    """Refuse a document without bytes, unless it was finished meanwhile, which removes them."""
    missing = UploadedDocument.objects.open().filter(pk=row.pk)
    missing.update(state=DocumentState.REFUSED, message=GONE, stored="", wish="")
