"""What people decide about a document that is ready: publish it, keep it as a draft, or discard it.

A decision is written down first and carried out then, by the request itself or by a worker, so that one that was cut
off is carried out later, and none twice. Loading is kept only if it changes exactly what the preview said. Otherwise
the knowledge base has moved on: nothing is loaded, the preview is made again, and a person decides again.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from findings.publication import record_visibility, set_visibility
from ingest.drafts import Extraction
from ingest.load import load
from ingest.load.sources import store
from ingest.models import DocumentState, UploadedDocument, Wish
from ingest.rereading import load_again, still_better
from ingest.unpublished import HeldBack, published_facts, require_unpublished
from ingest.uploads import storage
from ingest.uploads.previews import Preview, load_and_tell, look
from inspections.documents.page_images import page_images
from inspections.models import Report, SourceFile
from inspections.vocabulary import Visibility
from inspections.write import knowledge_change, renew

MOVED_ON = (
    "The knowledge base has changed since this preview was made, so that nothing was loaded. Look at the new one."
)
READ_AGAIN = "The program has changed since this file was read, so that nothing was loaded. It is read again."
AFTER = {
    Wish.PUBLISH: (Visibility.PUBLISHED, DocumentState.PUBLISHED),
    Wish.DRAFT: (Visibility.DRAFT, DocumentState.DRAFT),
}


class _MovedOn(Exception):
    """Loading a reading would change something else than its preview said."""

    def __init__(self, extraction: Extraction) -> None:
        super().__init__(MOVED_ON)
        self.extraction = extraction


def ask(documents: Iterable[UploadedDocument], wish: Wish, user: User) -> int:
    """Write down what is to be done with documents that are ready. Returns how many are.

    The preview of each has to be the one that was shown: that in the ``summary`` of the document.
    """
    number = 0
    for one in documents:
        ready = UploadedDocument.objects.filter(pk=one.pk, state=DocumentState.READY, wish="")
        ready = ready.filter(summary__token=one.summary.get("token"))
        number += ready.update(
            wish=wish, decided_by=user, decided_at=timezone.now(), message="", tries=0, announced_at=None
        )
    return number


def discard(documents: Iterable[UploadedDocument], user: User) -> int:
    """Forget documents with their bytes and readings; who did so stays on record. Returns how many there were."""
    asked = [one.pk for one in documents]
    number = 0
    with transaction.atomic():
        for row in UploadedDocument.objects.undecided().filter(pk__in=asked, wish=""):
            undecided = UploadedDocument.objects.undecided().filter(pk=row.pk, wish="")
            done = undecided.update(
                state=DocumentState.DISCARDED, decided_by=user, decided_at=timezone.now(),
                stored="", summary={}, message="",
            )  # fmt: skip
            if done:
                number += 1
                transaction.on_commit(partial(_forget, row.stored, row.sha256))
    return number


def carry_out(document: UploadedDocument) -> None:
    """Do what was decided about a document, if that has not been done yet."""
    try:
        with knowledge_change():
            row = UploadedDocument.objects.select_related("decided_by").get(pk=document.pk)
            if row.state != DocumentState.READY or not row.wish:
                return
            found = storage.stored_reading(row.stored)
            if found is None:
                give_back(row, READ_AGAIN, state=DocumentState.WAITING, tries=0, announced_at=None)
                return
            better = _load(row, *found)
    except _MovedOn as moved:
        preview = look(moved.extraction)
        storage.keep(row.stored, moved.extraction, preview)
        give_back(row, MOVED_ON, summary=preview.summary)
    except HeldBack as reason:
        give_back(row, str(reason))
    else:
        _load_better(better)


def load_at_once(document: UploadedDocument, extraction: Extraction) -> None:
    """Load a document as was decided when it was sent in, without a preview; one that was discarded is left alone.

    Raises HeldBack, and nothing was loaded then.
    """
    with knowledge_change():
        undecided = UploadedDocument.objects.undecided().select_related("upload__made_by")
        row = undecided.filter(pk=document.pk).first()
        if row is None:
            return
        row.wish, row.decided_by = row.upload.wish, row.upload.made_by
        row.decided_at = row.read_at = timezone.now()
        better = _load(row, extraction, None)
    _load_better(better)


def load_once_more(document: UploadedDocument, extraction: Extraction) -> None:
    """Load what today's readers find in a file that is held already; nothing for one that was discarded meanwhile."""
    with knowledge_change():
        row = UploadedDocument.objects.undecided().select_related("upload__made_by").filter(pk=document.pk).first()
        if row is None:
            return
        result = load(extraction)
        renew()
        row.state, row.decided_by = DocumentState.REREAD, row.upload.made_by
        row.decided_at = row.read_at = timezone.now()
        row.message = f"{result.created} records created, {result.changed} changed, {result.retired} retired."
        row.save()
    _load_better(result.better)


def _load_better(sources: frozenset[int]) -> None:
    """Read files again that hold better editions."""
    for source in still_better(sources):
        load_again(source)


def publish_drafts(document: UploadedDocument, user: User) -> int:
    """Publish the reports of a document that was kept as a draft. Returns how many were drafts."""
    with knowledge_change():
        kept = UploadedDocument.objects.filter(pk=document.pk, state=DocumentState.DRAFT)
        is_draft = kept.update(state=DocumentState.PUBLISHED, decided_by=user, decided_at=timezone.now())
        return _publish_drafts(document, user) if is_draft else 0


def _publish_drafts(document: UploadedDocument, user: User) -> int:
    """Publish the drafts that are read from the file of a document; what was hidden stays so."""
    drafts = list(Report.objects.filter(source=document.source_id, visibility=Visibility.DRAFT.value))
    for report in drafts:
        set_visibility(report, Visibility.PUBLISHED, _reason(document), user)
    return len(drafts)


def _load(row: UploadedDocument, extraction: Extraction, preview: Preview | None) -> frozenset[int]:
    """Load a document for good. Returns the keys of files with better editions, which have to be read again.

    If a person decided by a preview, loading must do what that said.
    """
    visibility, state = AFTER[Wish(row.wish)]
    before = published_facts(extraction)
    if preview is None:
        result = load(extraction, visibility=visibility)
    else:
        result, told = load_and_tell(extraction, visibility)
        if told.differences != preview.differences or (visibility is Visibility.PUBLISHED and told != preview):
            raise _MovedOn(extraction)
    if visibility is Visibility.DRAFT:
        require_unpublished(extraction, result, before)
    data = storage.bytes_at(row.stored).read_bytes()
    SourceFile.objects.filter(pk=result.source_id).update(stored=store(data, extraction.media_type))
    user: User = row.decided_by  # type: ignore[assignment]  # whoever asked
    for report in Report.objects.filter(pk__in=result.new):
        record_visibility(report, "", visibility, _reason(row), user)
    renew()
    transaction.on_commit(partial(storage.forget, row.stored))
    row.state, row.source_id, row.stored, row.wish = state, result.source_id, "", ""
    row.save()
    if visibility is Visibility.PUBLISHED:
        _publish_drafts(row, user)
    return result.better


def _forget(stored: str, sha256: str) -> None:
    storage.forget(stored)
    page_images().forget(sha256)


def _reason(document: UploadedDocument) -> str:
    return f"{document.upload}: {document.name}"


def give_back(row: UploadedDocument, message: str, **values: object) -> None:
    """Give a document for which something was decided back to a person, with what happened."""
    wished = UploadedDocument.objects.filter(pk=row.pk, state=DocumentState.READY).exclude(wish="")
    wished.update(wish="", decided_by=None, decided_at=None, message=message, **values)
