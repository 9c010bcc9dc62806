"""The set of bulk files that is published now, and whether it may be given out and is up to date.

A set is a folder under ``VAR_DIR/bulk``; the file ``current.json`` beside it says which one counts and what is in it.
It may be given out until a report is hidden or a record is taken out that is in it: these go at once, everything else
with the next set.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.utils import timezone

from findings.models import Correction
from findings.models.changes import SUPPRESSED
from inspections.caching.pages import program_digest
from inspections.caching.revision import cached, current_revision
from inspections.documents.atomic_files import write_whole
from inspections.models import VisibilityChange
from inspections.vocabulary import Visibility

CURRENT, LOCK = "current.json", "lock"


@dataclass(frozen=True, slots=True)
class BulkFile:
    """A file of a set. ``form`` is "csv", "parquet", "sqlite", "zip" or "json"; ``table`` "" if it is about all."""

    name: str
    form: str
    size: int
    sha256: str
    table: str = ""


@dataclass(frozen=True, slots=True)
class BulkSet:
    """The files that were made of one moment.

    ``rows`` has the number of rows of each table. ``visibility_change`` and ``correction`` are the keys of the last
    ones that it knows of, 0 if there was none.
    """

    folder: str
    version: str
    as_at: datetime
    revision: str
    program: str
    site: str
    visibility_change: int
    correction: int
    rows: dict[str, int]
    files: tuple[BulkFile, ...]

    def file(self, name: str) -> BulkFile | None:
        """The file with a name, None if there is none that is whole."""
        found = next((file for file in self.files if file.name == name), None)
        return found if found and _size(self.path(found)) == found.size else None

    def path(self, file: BulkFile) -> Path:
        """Where a file is."""
        return bulk_folder() / self.folder / file.name

    @property
    def is_whole(self) -> bool:
        """Whether every file is there with its size."""
        return all(_size(self.path(file)) == file.size for file in self.files)


def bulk_folder() -> Path:
    """The folder of all sets."""
    return Path(settings.BULK_DIR)


def published_set() -> BulkSet | None:
    """The set that is published, None if there is none that can be read."""
    try:
        content = json.loads((bulk_folder() / CURRENT).read_bytes())
        files = tuple(BulkFile(**file) for file in content.pop("files"))
        as_at = datetime.fromisoformat(content.pop("as_at"))
        return BulkSet(**content, as_at=as_at, files=files)
    except (OSError, ValueError, TypeError, KeyError):
        return None


def put_in_place(made: BulkSet) -> None:
    """Let a set whose folder is complete count from now on."""
    content = asdict(made) | {"as_at": made.as_at.isoformat()}
    write_whole(bulk_folder() / CURRENT, json.dumps(content, indent=1).encode())


def published_version() -> str:
    """What tells one state of the bulk files from another, for the entity tag of their page."""
    found = published_set()
    return found.folder if found else ""


def is_up_to_date(found: BulkSet, site: str) -> bool:
    """Whether a set made now would be the same but for its time: values such as ``as_at`` hold for a day."""
    is_of_today = timezone.localdate(found.as_at) == timezone.localdate()
    return is_of_today and (found.revision, found.program, found.site) == (current_revision(), program_digest(), site)


def is_withdrawn(found: BulkSet) -> bool:
    """Whether something in the set was hidden or taken out since; asked of the database once a revision."""
    name = f"bulk files {found.folder} withdrawn"
    return cached(name, current_revision(), lambda: _has_withdrawn(found))


def last_changes() -> dict[str, int]:
    """The keys of the last change of who sees a report and of the last correction, as fields of a set.

    Both are written by one writer at a time, so that a later one has a higher key.
    """
    return {
        "visibility_change": _last(VisibilityChange),
        "correction": _last(Correction),
    }


def _last(model: Any) -> int:
    return model.objects.aggregate(last=Max("pk"))["last"] or 0


def _has_withdrawn(found: BulkSet) -> bool:
    hidden = VisibilityChange.objects.filter(pk__gt=found.visibility_change).exclude(after=Visibility.PUBLISHED.value)
    taken_out = Correction.objects.active().filter(pk__gt=found.correction, field=SUPPRESSED)
    return hidden.exists() or taken_out.exists()


def _size(path: Path) -> int:
    """The size of a file in bytes, -1 if it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return -1
