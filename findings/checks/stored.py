"""Stored files: each is there, under the name of its content, and has the sha256 and the size that its row says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.conf import settings

from findings.checks.invariants import Breach, Invariant
from inspections.models import SourceFile

LOAD_AGAIN = "Load the same file once more with `manage.py ingest --again`, or take it from a backup."


def broken_files() -> Iterator[Breach]:
    """The files whose bytes are not what was read."""
    rows = SourceFile.objects.exclude(stored="").order_by("pk")
    for sha256, name, size, stored in rows.values_list("sha256", "name", "size", "stored").iterator():
        if wrong := _fault_of(Path(settings.MEDIA_ROOT) / stored, sha256, size):
            yield Breach(f"{name} ({sha256[:12]}): {wrong}. {LOAD_AGAIN}")
        elif PurePosixPath(stored).stem != sha256:
            yield Breach(f"{name}: it is stored as {stored}, which is not the name of its content. {LOAD_AGAIN}")


def _fault_of(path: Path, sha256: str, size: int) -> str:
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        found = path.stat().st_size
    except OSError as error:
        return f"it cannot be read ({error.strerror})"
    if digest != sha256:
        return f"its content has another sha256 ({digest[:12]})"
    return "" if found == size else f"it has {found} bytes, and its row says {size}"


STORED_FILES = Invariant("files", "Stored files are there and match their sha256", broken_files)
