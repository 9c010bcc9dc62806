"""Writing the files of a set: all tables of one moment of the knowledge base, as CSV, Parquet and SQLite in one go."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from findings.bulk.descriptor import WHAT, Contents, data_package, version_of
from findings.bulk.published import BulkFile, BulkSet, last_changes
from findings.bulk.sqlite_file import BrokenKeys, SqliteFile, sqlite_file
from findings.bulk.tables import TABLES, BulkTable
from findings.bulk.writers import Portion, csv_file, parquet_file
from inspections.backup.writing import snapshot
from inspections.caching.pages import program_digest
from inspections.caching.revision import current_revision
from inspections.documents.licences import licence_of

PORTION = 5_000
"""Rows in memory at a time; also the size of row groups in Parquet."""
SQLITE, ZIP, DESCRIPTOR = "knowledge-base.sqlite", "knowledge-base-csv.zip", "datapackage.json"
LICENCE = "licence"


class BrokenRules(ValueError):
    """Rows that break the description of their table, by a key or a type; the message names the data set."""


def make_files(folder: Path, site: str) -> BulkSet:
    """Write all files into an empty folder, with addresses that begin with ``site``. Raises BrokenRules."""
    current_revision()  # a snapshot could not store the first one
    as_at = timezone.now()
    with snapshot():
        revision, changes = current_revision(), last_changes()
        tables = _Tables(folder, site, version_of(as_at, revision), as_at)
        tables.write()
    contents = tables.contents()
    csvs = [_file(folder, f"{table.name}.csv", "csv", table.name) for table in TABLES]
    with ZipFile(folder / ZIP, "w", ZIP_DEFLATED) as archive:
        for file in csvs:
            archive.write(folder / file.name, file.name)
        archive.writestr(DESCRIPTOR, _as_json(data_package(csvs, contents)))
    files = [
        *csvs,
        *(_file(folder, f"{table.name}.parquet", "parquet", table.name) for table in TABLES),
        _file(folder, SQLITE, "sqlite"),
        _file(folder, ZIP, "zip"),
    ]
    (folder / DESCRIPTOR).write_bytes(_as_json(data_package(files, contents)))
    return BulkSet(
        folder=f"{as_at:%Y%m%dT%H%M%S%f}-{revision}",
        version=contents.version,
        as_at=as_at,
        revision=revision,
        program=program_digest(),
        site=site,
        rows=contents.rows,
        files=(*files, _file(folder, DESCRIPTOR, "json")),
        **changes,
    )


class _Tables:
    """All tables in every form, while they are being written; notes their rows and the licences that these name."""

    def __init__(self, folder: Path, site: str, version: str, as_at: datetime) -> None:
        self.folder, self.site, self.version, self.as_at = folder, site, version, as_at
        self.rows: dict[str, int] = {}
        self.licences: set[str] = set()
        self.about = {
            "title": settings.SITE_NAME,
            "description": WHAT,
            "homepage": f"{site}{reverse('bulk')}",
            "version": version,
            "as_at": as_at.isoformat(timespec="seconds"),
        }

    def contents(self) -> Contents:
        """What was written."""
        return Contents(self.site, self.version, self.as_at, self.rows, tuple(sorted(self.licences)))

    def write(self) -> None:
        """Write everything. Raises BrokenRules."""
        with sqlite_file(self.folder / SQLITE) as database:
            for table in TABLES:
                self._write_table(table, database)
            licences = "; ".join(licence_of(code).name for code in sorted(self.licences))
            try:
                database.finish(TABLES, self.about | {"licences": licences})
            except BrokenKeys as error:
                raise BrokenRules(f"The tables cannot be joined: {error}.") from error

    def _write_table(self, table: BulkTable, database: SqliteFile) -> None:
        self.rows[table.name] = 0
        names = [column.name for column in table.columns]
        licence = names.index(LICENCE) if LICENCE in names else None
        with (
            csv_file(self.folder / f"{table.name}.csv", table) as to_csv,
            parquet_file(self.folder / f"{table.name}.parquet", table, self.about) as to_parquet,
        ):
            to_database = database.table(table)
            for portion in _portions(table, self.site):
                try:
                    for write in (to_csv, to_parquet, to_database):
                        write(portion)
                except (ValueError, TypeError) as error:
                    raise BrokenRules(f"The data set “{table.dataset.title}” cannot be written: {error}.") from error
                self.rows[table.name] += len(portion)
                if licence is not None:
                    self.licences.update(str(row[licence] or "") for row in portion)


def _portions(table: BulkTable, site: str) -> Iterator[Portion]:
    """The rows of a table in portions, in the order of their keys."""
    portion: Portion = []
    for row in table.dataset.by_keys():
        portion.append([column.value(row, site) for column in table.columns])
        if len(portion) == PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _file(folder: Path, name: str, form: str, table: str = "") -> BulkFile:
    """A file that was written, with its size and digest."""
    path = folder / name
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return BulkFile(name, form, path.stat().st_size, digest, table)


def _as_json(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, indent=1).encode()
