"""What a worker does with a document: unpack it, or read it and make its preview, or do what a person decided.

All of it can be broken off at any moment and done again: what is written before the row changes lies in files that
nobody knows, and the row changes only if it is as the worker took it up.
"""

from __future__ import annotations

import os
import socket
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction
from django.utils import timezone

from ingest.drafts import Extraction
from ingest.files import FoundFile, Member, UnopenedPath
from ingest.jobs import ReadingJob, UnpackingJob
from ingest.models import DocumentState, UploadedDocument
from ingest.sandbox import Sandbox
from ingest.unpacking import may_hold_others
from ingest.unpublished import HeldBack
from ingest.uploads import storage
from ingest.uploads.deciding import carry_out, give_back, load_at_once, load_once_more
from ingest.uploads.previews import look
from ingest.uploads.receiving import add_members
from inspections.documents.stored_files import source_files
from inspections.models import SourceFile
from inspections.vocabulary import ReadingStatus

MOST_TRIES = 3
BROKEN_OFF = f"Reading it broke off {MOST_TRIES} times, and it is not tried again. Please report it with the file."
LOADING_BROKEN_OFF = f"Loading it broke off {MOST_TRIES} times; nothing was loaded. Please report it with the file."
LONGEST_MACHINE = 60
OTHER_BYTES = "The file was changed after it came in, and was not read. Send it in again."


def work_on(document: UploadedDocument, sandbox: Sandbox) -> None:
    """Do the next thing with a document that the caller holds; one that broke off its worker too often is set aside."""
    if document.tries >= MOST_TRIES:
        _set_aside(document)
        return
    begun = {"tries": document.tries + 1, "worker": worker_name(), "taken_at": timezone.now()}
    if document.wish:
        UploadedDocument.objects.filter(pk=document.pk).update(**begun)
        carry_out(document)
    else:
        UploadedDocument.objects.undecided().filter(pk=document.pk).update(state=DocumentState.READING, **begun)
        _read(document, sandbox)


def worker_name() -> str:
    """The machine and the process that work here, as lists show them."""
    return f"{socket.gethostname()[:LONGEST_MACHINE]} {os.getpid()}"


def _set_aside(document: UploadedDocument) -> None:
    if document.wish:
        give_back(document, LOADING_BROKEN_OFF)
    else:
        refuse(document, BROKEN_OFF)


def refuse(document: UploadedDocument, reason: str) -> None:
    """Refuse a document, and remove its bytes; one that was discarded meanwhile stays so."""
    _finish(document, state=DocumentState.REFUSED, message=reason, stored="")
    storage.forget(document.stored)


def _read(document: UploadedDocument, sandbox: Sandbox) -> None:
    if document.is_reread:
        _read_again(document, sandbox)
        return
    path = storage.bytes_at(document.stored)
    if document.container_id is None and may_hold_others(path):
        with TemporaryDirectory(dir=storage.folder(), prefix="unpacked-") as folder:
            members = sandbox.unpack(UnpackingJob(document.name, str(path.absolute()), folder))
            if not _is_itself(members, path):
                _divide(document, members, path)
                return
    extraction = next(sandbox.read([ReadingJob(document.name, str(path.absolute()))]))
    if reason := _why_not(document, extraction):
        refuse(document, reason)
        return
    if document.upload.wish:
        try:
            load_at_once(document, extraction)
        except HeldBack as held:
            document.message = str(held)  # a person decides about it
        else:
            return
    preview = look(extraction)
    storage.keep(document.stored, extraction, preview)
    is_kept = _finish(
        document, state=DocumentState.READY, summary=preview.summary, read_at=timezone.now(), message=document.message
    )
    if not is_kept:
        storage.forget(document.stored)


def _read_again(document: UploadedDocument, sandbox: Sandbox) -> None:
    """Read a file that is held already by today's readers, and load what they find in it."""
    source: SourceFile = document.source  # type: ignore[assignment]  # it has its bytes
    path = source_files().local(str(source.stored))
    extraction = next(sandbox.read([ReadingJob(source.name, str(path.absolute()))]))
    load_once_more(document, extraction)


def _is_itself(members: tuple[Member, ...], path: Path) -> bool:
    """Whether a file that looked as if it held others is a document, such as one of an office program."""
    return len(members) == 1 and isinstance(members[0], FoundFile) and members[0].path == path


def _divide(document: UploadedDocument, members: tuple[Member, ...], path: Path) -> None:
    """Put the members of an archive or a mail in its place."""
    (first, *others) = members
    if isinstance(first, UnopenedPath) and first.shown == document.name and not others:
        refuse(document, first.reason)
        return
    with transaction.atomic():
        if _finish(document, state=DocumentState.UNPACKED, stored=""):
            # The text of a mail is a document beside its attachments.
            add_members(document, [_own(one, document) if one.path == path else one for one in members])
    storage.forget(document.stored)


def _own(member: Member, document: UploadedDocument) -> FoundFile:
    return FoundFile(storage.duplicate(document.stored), member.name)


def _why_not(document: UploadedDocument, extraction: Extraction) -> str:
    """Why nothing can be made of a reading, "" if something can."""
    if extraction.status is ReadingStatus.REFUSED or not extraction.reports:
        return " ".join(dict.fromkeys(notice.message for notice in extraction.notices)) or "It holds no report."
    return "" if extraction.sha256 == document.sha256 else OTHER_BYTES


def _finish(document: UploadedDocument, **values: object) -> bool:
    """Change the row, unless a person discarded the document meanwhile. Returns whether it was changed."""
    return bool(UploadedDocument.objects.undecided().filter(pk=document.pk).update(**values))
