"""Writing a backup while the site is in use: everything is read in one transaction, as it was when that began."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone

from inspections.backup.tables import APPS, NamedKeys, models_of_backup
from inspections.documents.stored_files import PIECE, source_files
from inspections.models import SourceFile

FORMAT = 1
MANIFEST, ROWS, SOURCES = "manifest.json", "rows", "sources"
AT_ONCE = 2_000


class Encoder(DjangoJSONEncoder):
    """JSON with times to the microsecond, as databases hold them."""

    def default(self, o: Any) -> Any:
        """The value as text."""
        return o.isoformat() if hasattr(o, "isoformat") else super().default(o)


@dataclass(frozen=True, slots=True)
class BackupResult:
    """What a backup holds: the number of rows and of documents, and the names of documents that are not kept."""

    rows: int
    documents: int
    missing: tuple[str, ...]


def write_backup(path: Path) -> BackupResult:
    """Write a backup. The file appears under its name when it is complete, for its owner alone."""
    partial = path.with_name(f".{path.name}.part")
    try:
        handle = os.open(partial, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600)
        with os.fdopen(handle, "w+b") as file, ZipFile(file, "w", ZIP_DEFLATED) as archive, snapshot():
            result = _write(archive)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
    return result


@contextmanager
def snapshot() -> Iterator[None]:
    """Read the database as it is now, whatever is written meanwhile, and without keeping writers waiting."""
    if connection.in_atomic_block:
        yield
        return
    connection.ensure_connection()  # to open it sets the mode
    mode = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]  # a reader takes no lock for writing
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = mode  # type: ignore[attr-defined]


def migrations() -> dict[str, str]:
    """The newest migration of each app that is applied."""
    applied = sorted(MigrationRecorder(connection).applied_migrations())
    return {app: name for app, name in applied if app in APPS}


def _write(archive: ZipFile) -> BackupResult:
    keys, counts, digests = NamedKeys(), dict[str, int](), dict[str, str]()
    for model in models_of_backup():
        name = f"{ROWS}/{model._meta.label_lower}.jsonl"
        with archive.open(name, "w", force_zip64=True) as member:
            counts[model._meta.label_lower], digests[name] = _write_rows(member, model, keys)
    missing = []
    for source in SourceFile.objects.exclude(stored="").order_by("sha256").iterator():
        name = f"{SOURCES}/{source.stored}"
        try:
            with source_files().open(str(source.stored)) as file:
                digests[name] = _copy(archive, name, file)
        except FileNotFoundError:
            missing.append(source.name)
    manifest = {
        "format": FORMAT,
        "made_at": timezone.now(),
        "database": connection.vendor,
        "migrations": migrations(),
        "rows": counts,
        "sha256": digests,
        "missing": missing,
    }
    archive.writestr(MANIFEST, json.dumps(manifest, cls=Encoder, indent=1))
    documents = sum(name.startswith(f"{SOURCES}/") for name in digests)
    return BackupResult(sum(counts.values()), documents, tuple(missing))


def _write_rows(member: IO[bytes], model: type[models.Model], keys: NamedKeys) -> tuple[int, str]:
    digest, number = hashlib.sha256(), 0
    for row in model._base_manager.order_by("pk").iterator(chunk_size=AT_ONCE):
        line = json.dumps(keys.written(row), cls=Encoder, ensure_ascii=False).encode() + b"\n"
        member.write(line)
        digest.update(line)
        number += 1
    return number, digest.hexdigest()


def _copy(archive: ZipFile, name: str, document: IO[bytes]) -> str:
    """Copy a document, which is not packed because most are packed already. Returns its sha256."""
    digest, info = hashlib.sha256(), ZipInfo(name)
    info.compress_type = ZIP_STORED
    with archive.open(info, "w", force_zip64=True) as member:
        while piece := document.read(PIECE):
            member.write(piece)
            digest.update(piece)
    return digest.hexdigest()
