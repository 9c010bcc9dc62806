"""The documents that a worker has to do something with, and how one of them is taken in hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ingest.models import DocumentState, UploadedDocument
from ingest.uploads import storage

GONE = "The bytes of this file are not here any more. Send it in again."


@contextmanager
def taken() -> Iterator[UploadedDocument | None]:
    """The first open document that nobody else has in hand, as long as it is worked on; None if there is none.

    The lock on its bytes keeps others away. A document that was being read when its worker ended is open.
    """
    for pk, stored in UploadedDocument.objects.open().order_by("pk").values_list("pk", "stored"):
        try:
            with storage.locked(stored) as is_mine:
                # Somebody may have finished it since the list was made.
                row = UploadedDocument.objects.open().filter(pk=pk).first() if is_mine else None
                if row is not None:
                    yield row
                    return
        except (FileNotFoundError, IsADirectoryError):
            _miss(pk)
    yield None


def _miss(pk: int) -> None:
    """Refuse a document without bytes, unless it was finished meanwhile, which removes them."""
    missing = UploadedDocument.objects.open().filter(pk=pk)
    missing.update(state=DocumentState.REFUSED, message=GONE, stored="", wish="")
