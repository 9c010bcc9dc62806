"""Source files: the row that identifies the bytes by their sha256, and the bytes, which are stored once."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from ingest.drafts import Extraction, Ledger
from inspections.documents.media_types import SUFFIXES
from inspections.documents.stored_files import source_files
from inspections.models import SourceFile
from inspections.vocabulary import ReadingStatus


def store(data: bytes, media_type: str) -> str:
    """Store the bytes under the name of their content ("ab/abcd….pdf"), whole or not at all. Returns the name."""
    sha = hashlib.sha256(data).hexdigest()
    name = f"{sha[:2]}/{sha}{SUFFIXES.get(media_type, '')}"
    if not source_files().has(name):
        source_files().write(name, data)
    return name


def remember_name(source: SourceFile, name: str) -> bool:
    """Store another name under which the same bytes came. Returns whether it is new."""
    if not name or name == source.name or name in source.other_names:
        return False
    source.other_names = [*source.other_names, name]
    return True


def ledger_column(ledger: Ledger | None) -> dict[str, Any]:
    """The ledger of a file as the database holds it; empty where no word could be read."""
    if ledger is None:
        return {}
    counts = {name: getattr(ledger, name) for name in ("pages", "words", "in_records", "furniture", "left_out")}
    return counts | {"kinds": {kind.value: words for kind, words in ledger.kinds}}


def find_or_make(extraction: Extraction, data: bytes | None, now: datetime) -> tuple[SourceFile, bool]:
    """The saved source file of an extraction, and whether its row was created or changed.

    A refusal changes neither status nor reader if an earlier reading of the same bytes succeeded.
    """
    source = SourceFile.objects.filter(sha256=extraction.sha256).first()
    if source is None:
        source = SourceFile(sha256=extraction.sha256, name=extraction.name, size=extraction.size, read_at=now)
    touched = remember_name(source, extraction.name)
    facts: dict[str, Any] = {
        "media_type": extraction.media_type,
        "pages": extraction.pages,
        "reader": extraction.reader,
        "status": extraction.status.value,
        "ledger": ledger_column(extraction.ledger),
    }
    if extraction.status is not ReadingStatus.REFUSED and data is not None:
        facts["stored"] = store(data, extraction.media_type)
    harmless = extraction.status is not ReadingStatus.REFUSED or source.status in ("", ReadingStatus.REFUSED)
    for name, value in facts.items() if harmless else ():
        if getattr(source, name) != value:
            setattr(source, name, value)
            touched = True
    if touched or not source.pk:
        source.save()
    return source, touched
