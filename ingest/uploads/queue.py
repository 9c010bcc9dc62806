"""The documents that a worker has to do something with, and how one of them is taken in hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ingest.models import DocumentState, UploadedDocument
from ingest.rereading import is_kept
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
            row = _open(one) if is_mine else None
            if row is not None and not has_bytes(row):
                _refuse(row)
            elif row is not None:
                yield row
                return
    yield None


def _open(key: int) -> UploadedDocument | None:
    return UploadedDocument.objects.open().select_related("upload", "source").filter(pk=key).first()


def has_bytes(row: UploadedDocument) -> bool:
    """Whether the bytes of a document are kept: its own, or those of the file that is read again."""
    if row.is_reread:
        return row.source is not None and is_kept(row.source)
    return storage.is_there(row.stored)


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
