"""Restoring a backup: it is checked whole before anything is written, and again when everything is written.

Documents are written first, under the names of their contents, which harms nothing if the rest fails. All rows are
written in one transaction, in place of those that the database holds.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models

from inspections.backup.tables import CONTENT, MADE_AGAIN, NamedKeys, models_of_backup
from inspections.backup.writing import AT_ONCE, FORMAT, MANIFEST, ROWS, SOURCES, migrations
from inspections.caching.pages import forget_kept_pages
from inspections.documents.stored_files import PIECE, source_files
from inspections.write import knowledge_change, renew


class NotRestored(Exception):
    """Why a backup cannot be restored, in a sentence that says what to do. Nothing was changed."""


@dataclass(frozen=True, slots=True)
class RestoreResult:
    """What was restored: the number of rows and of documents, and the names of documents that the backup lacks."""

    rows: int
    documents: int
    missing: tuple[str, ...]


def restore_backup(path: Path, *, overwrite: bool = False) -> RestoreResult:
    """Restore a backup. Raises NotRestored, before which nothing was changed."""
    try:
        with ZipFile(path) as archive:
            manifest = _manifest(archive)
            _check(archive, manifest)
            if not overwrite and (held := _content()):
                raise NotRestored(
                    f"The database holds {held} already. Restore into an empty one, or add --overwrite to put the "
                    "backup in the place of everything that it holds."
                )
            documents = _restore_documents(archive)
            with knowledge_change():
                _restore_rows(archive, manifest)
                renew()
    except (BadZipFile, KeyError, OSError) as error:
        if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
            raise
        raise NotRestored(f"{path.name} is no whole backup: {error}. Take another one.") from error
    forget_kept_pages()
    return RestoreResult(sum(manifest["rows"].values()), documents, tuple(manifest["missing"]))


def _manifest(archive: ZipFile) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(archive.read(MANIFEST))
    if manifest["format"] != FORMAT:
        raise NotRestored(f"The backup has format {manifest['format']}; this program reads {FORMAT}. Use its version.")
    if manifest["migrations"] != (own := migrations()):
        theirs = manifest["migrations"]
        other = sorted(app for app in theirs.keys() | own if theirs.get(app) != own.get(app))
        raise NotRestored(
            f"The backup was made by another version of this program (its tables of {', '.join(other)} differ). "
            "Restore it with that version, then migrate."
        )
    return manifest


def _check(archive: ZipFile, manifest: dict[str, Any]) -> None:
    """Compare every member with what was written down of it."""
    for name, wanted in manifest["sha256"].items():
        digest = hashlib.sha256()
        with archive.open(name) as member:
            while piece := member.read(PIECE):
                digest.update(piece)
        if digest.hexdigest() != wanted:
            raise NotRestored(f"{name} in the backup is damaged. Take another backup; nothing was changed.")
        if name.startswith(f"{SOURCES}/") and PurePosixPath(name).stem != wanted:
            raise NotRestored(f"{name} in the backup is another document than its name says. Take another backup.")
    unknown = {model._meta.label_lower for model in models_of_backup()} ^ manifest["rows"].keys()
    if unknown:
        raise NotRestored(f"The backup and this program know different tables: {', '.join(sorted(unknown))}.")


def _content() -> str:
    """What the database holds that a new one does not, in words; "" if there is nothing."""
    found = []
    for label in CONTENT:
        model = apps.get_model(label)
        if number := model._base_manager.count():
            meta = model._meta
            found.append(f"{number} {meta.verbose_name if number == 1 else meta.verbose_name_plural}")
    return ", ".join(found)


def _restore_documents(archive: ZipFile) -> int:
    number = 0
    for name in archive.namelist():
        if name.startswith(f"{SOURCES}/"):
            source_files().write(str(PurePosixPath(*PurePosixPath(name).parts[1:])), archive.read(name))
            number += 1
    return number


def _restore_rows(archive: ZipFile, manifest: dict[str, Any]) -> None:
    """Put the rows of the backup in the place of all rows. Foreign keys are checked at the end."""
    kept, keys = models_of_backup(), NamedKeys()
    for label in (*sorted(MADE_AGAIN - {"auth.permission"}), "sessions.session"):
        _empty(apps.get_model(label))
    for model in kept:
        _empty(model)
    for model in kept:
        label = model._meta.label_lower
        lines = _lines(archive, label)
        while some := list(islice(lines, AT_ONCE)):
            rows = [row for line in some if (row := keys.row(model, json.loads(line))) is not None]
            _insert(model, rows)
        if model._base_manager.count() != manifest["rows"][label] and label not in _WITH_RIGHTS:
            raise NotRestored(f"Not all rows of {label} could be written. Nothing was changed.")
    connection.check_constraints()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), kept):
            cursor.execute(statement)


_WITH_RIGHTS = frozenset({"auth.group_permissions", "auth.user_user_permissions"})
"""Tables whose rows may name rights that another version of a library had."""


def _empty(model: type[models.Model]) -> None:
    rows = model._base_manager.all()
    rows._raw_delete(rows.db)  # no signals and no cascade: all tables are emptied


def _insert(model: type[models.Model], rows: list[models.Model]) -> None:
    """Insert rows as they are; ``bulk_create`` would set the times of fields with ``auto_now_add`` anew."""
    fields: list[Any] = list(model._meta.concrete_fields)
    size = max(1, connection.ops.bulk_batch_size([field.attname for field in fields], rows)) if rows else 1
    for start in range(0, len(rows), size):
        manager: Any = model._base_manager
        manager._insert(rows[start : start + size], fields=fields, using=connection.alias, raw=True)


def _lines(archive: ZipFile, label: str) -> Iterator[bytes]:
    with archive.open(f"{ROWS}/{label}.jsonl") as member:
        yield from member
