"""Receiving documents: each gets a row, and either waits to be read or is refused with a sentence.

Refused in this order: an empty file; bytes that are held in the knowledge base already; bytes that wait in an upload
for somebody's decision. What kind of file it is, is seen when it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth.models import User
from django.db.models import Sum

from ingest.files import FoundFile, HashedFile, UnopenedPath, hash_file, printable
from ingest.models import DocumentState, Upload, UploadedDocument, Wish
from ingest.uploads import storage
from ingest.uploads.limits import EMPTY, MAX_DOCUMENTS, MAX_UNPACKED, TOO_MANY_PACKED
from inspections.models import SourceFile
from inspections.vocabulary import ReadingStatus
from inspections.write import knowledge_change

HELD = "This file is held already."
TWICE = "The same file waits for a decision already."
NO_NAME = "file without a name"


@dataclass(frozen=True, slots=True)
class ArrivedFile:
    """A file on the disk under a name made here, and the name that its sender gave it, which is only shown."""

    path: Path
    name: str


def receive(
    files: Sequence[ArrivedFile], refused: Iterable[tuple[str, str]], user: User, wish: Wish | str = ""
) -> Upload:
    """Make an upload of files that arrived. ``refused`` are names of others, with the reasons.

    ``wish`` is what becomes of its documents as soon as they are read; without it people decide about each.
    """
    hashed = [hash_file(FoundFile(file.path, printable(file.name) or NO_NAME)) for file in files]
    with knowledge_change():
        upload = Upload.objects.create(made_by=user, wish=wish)
        for one in hashed:
            add(upload, one)
        for name, reason in refused:
            _refuse(upload, name or NO_NAME, reason)
    return upload


def add_members(document: UploadedDocument, members: Iterable[FoundFile | UnopenedPath]) -> None:
    """Add what was packed in an archive or a mail to its upload, in the transaction of the caller."""
    upload = document.upload
    others = upload.documents.exclude(pk=document.pk)
    number, size = others.count(), others.aggregate(size=Sum("size"))["size"] or 0
    for member in members:
        found = hash_file(member) if isinstance(member, FoundFile) else member
        number += 1
        size += found.path.stat().st_size if isinstance(found, HashedFile) else 0
        if number > MAX_DOCUMENTS or size > MAX_UNPACKED:
            _refuse(upload, _name(found), TOO_MANY_PACKED, document)
            return
        add(upload, found, document)


def add(upload: Upload, file: HashedFile | UnopenedPath, container: UploadedDocument | None = None) -> None:
    """Add a file to an upload."""
    if isinstance(file, UnopenedPath):
        _refuse(upload, file.shown, file.reason, container)
        return
    row = UploadedDocument(upload=upload, container=container, name=file.name, sha256=file.sha256)
    row.size = file.path.stat().st_size
    held = SourceFile.objects.exclude(status=ReadingStatus.REFUSED.value).exclude(stored="")
    row.source = held.filter(sha256=file.sha256).first()
    row.twin = UploadedDocument.objects.undecided().filter(sha256=file.sha256).first()
    row.message = HELD if row.source else TWICE if row.twin else "" if row.size else EMPTY
    if row.message:
        row.state = DocumentState.REFUSED
    else:
        row.stored = storage.adopt(file.path)
    row.save()


def _refuse(upload: Upload, name: str, reason: str, container: UploadedDocument | None = None) -> None:
    UploadedDocument.objects.create(
        upload=upload, container=container, name=printable(name), state=DocumentState.REFUSED, message=reason
    )


def _name(file: HashedFile | UnopenedPath) -> str:
    return file.name if isinstance(file, HashedFile) else file.shown
