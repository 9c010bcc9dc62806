"""Stored files: each is there, under the name of its content, and has the sha256 and the size that its row says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from findings.checks.invariants import Breach, Invariant
from inspections.documents.stored_files import PIECE, source_files
from inspections.models import SourceFile

LOAD_AGAIN = "Load the same file once more with `manage.py ingest --again`, or take it from a backup."


def broken_files() -> Iterator[Breach]:
    """The files whose bytes are not what was read."""
    rows = SourceFile.objects.exclude(stored="").order_by("pk")
    for sha256, name, size, stored in rows.values_list("sha256", "name", "size", "stored").iterator():
        if wrong := _fault_of(stored, sha256, size):
            yield Breach(f"{name} ({sha256[:12]}): {wrong}. {LOAD_AGAIN}")
        elif PurePosixPath(stored).stem != sha256:
            yield Breach(f"{name}: it is stored as {stored}, which is not the name of its content. {LOAD_AGAIN}")


def _fault_of(stored: str, sha256: str, size: int) -> str:
    hashed, found = hashlib.sha256(), 0
    try:
        with source_files().open(stored) as file:
            while piece := file.read(PIECE):
                hashed.update(piece)
                found += len(piece)
    except OSError as error:
        return f"it cannot be read ({error.strerror or 'it is not there'})"
    digest = hashed.hexdigest()
    if digest != sha256:
        return f"its content has another sha256 ({digest[:12]})"
    return "" if found == size else f"it has {found} bytes, and its row says {size}"


STORED_FILES = Invariant("files", "Stored files are there and match their sha256", broken_files)
