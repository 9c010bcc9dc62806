"""Handing files to the workers: those of a folder (``ingest --queue``), or those that are held (``reread --queue``).

They become uploads like any others, save that it was decided beforehand what becomes of them: each document is loaded
as soon as it is read, by whichever worker read it, in the name of the person who handed it over.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from uuid import uuid4

from django.contrib.auth.models import User

from ingest.files import FoundFiles, UnopenedPath, printable, unopened_for
from ingest.models import Upload, UploadedDocument, Wish
from ingest.uploads import storage
from ingest.uploads.limits import MAX_FILE, MAX_FILES, TOO_LARGE
from ingest.uploads.receiving import ArrivedFile, receive
from ingest.uploads.worker import start_worker
from inspections.models import SourceFile
from inspections.write import knowledge_change


def hand_over(found: FoundFiles, wish: Wish, user: User) -> Iterator[Upload]:
    """Make uploads of files, each as soon as its files are copied. ``wish`` is what becomes of their documents."""
    everything: Iterator[Path | UnopenedPath] = iter((*found.unopened, *found.files))
    while some := list(islice(everything, MAX_FILES)):
        arrived, refused = _arrive(some)
        yield receive(arrived, refused, user, wish)
        for file in arrived:
            file.path.unlink(missing_ok=True)  # that of one that was refused
        start_worker()


def hand_over_again(sources: Iterable[SourceFile], user: User) -> Iterator[Upload]:
    """Make uploads of files that are held, to be read again; those that wait for that already are left out."""
    everything = iter(sources)
    while some := list(islice(everything, MAX_FILES)):
        with knowledge_change():
            waiting = UploadedDocument.objects.undecided().filter(upload__wish=Wish.REREAD, source__in=some)
            known = set(waiting.values_list("source", flat=True))
            if fresh := [source for source in some if source.pk not in known]:
                upload = Upload.objects.create(made_by=user, wish=Wish.REREAD)
                UploadedDocument.objects.bulk_create(_rows_of(upload, fresh))
        if fresh:
            yield upload
            start_worker()


def _rows_of(upload: Upload, sources: Iterable[SourceFile]) -> Iterator[UploadedDocument]:
    for one in sources:
        yield UploadedDocument(upload=upload, source=one, name=one.name, sha256=one.sha256, size=one.size)


def _arrive(paths: Iterable[Path | UnopenedPath]) -> tuple[list[ArrivedFile], list[tuple[str, str]]]:
    """Copy files to where those lie that arrive. Gives the copies, and the names of others with the reasons."""
    arrived: list[ArrivedFile] = []
    refused: list[tuple[str, str]] = []
    for path in paths:
        copied = path if isinstance(path, UnopenedPath) else _copy(path)
        if isinstance(copied, UnopenedPath):
            refused.append((copied.shown, copied.reason))
        else:
            arrived.append(copied)
    return arrived, refused


def _copy(path: Path) -> ArrivedFile | UnopenedPath:
    copy = storage.path_of(uuid4().hex)
    try:
        if path.stat().st_size > MAX_FILE:
            return UnopenedPath(path, TOO_LARGE)
        shutil.copyfile(path, copy)
    except OSError as error:
        copy.unlink(missing_ok=True)
        if error.filename != str(path):  # the fault is on this side
            raise
        return unopened_for(path, error)
    return ArrivedFile(copy, printable(path.name))
