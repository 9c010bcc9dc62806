"""The description of a set of files as a data package (Data Package standard, version 2).

Its resources are the CSV files, with types and keys. The standard knows no types of Parquet or SQLite files, and
programs refuse a package with a resource that they cannot open, so these stand under ``alternatives``, a property of
our own, with their size and hash.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from findings.bulk.published import BulkFile
from findings.bulk.tables import TABLES, BulkTable
from findings.bulk.values import field_of
from findings.exports.csvw import DEFUSED
from inspections.documents.licences import licence_of

SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
NAME = "inspection-knowledge-base"
WHAT = (
    "What inspectors found about how English councils look after children: every grade, paragraph, recommendation and "
    "action, with the place in the document in which it stands. What was read by rules is marked, and so is what a "
    "person decided. Rows of the project’s invented samples say yes in the column sample. The words are those of the "
    "documents; each row names the licence of its own. What counts is the published document."
)
MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "zip": "application/zip",
    "json": "application/json",
}
"""Media types by the form of a file."""
DIALECT = {"header": True, "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True}


def version_of(as_at: datetime, revision: str) -> str:
    """The version of what is known at a moment: its day in UTC, and the revision (Semantic Versioning 2)."""
    day = as_at.astimezone(UTC)
    return f"{day.year}.{day.month}.{day.day}+{revision}"


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a set of files: its moment and version, the number of rows of each table, and codes of licences.

    ``site`` is what addresses begin with.
    """

    site: str
    version: str
    as_at: datetime
    rows: dict[str, int]
    licences: tuple[str, ...]


def data_package(files: Iterable[BulkFile], contents: Contents) -> dict[str, Any]:
    """The descriptor of these files."""
    files, site = tuple(files), contents.site
    tables = {table.name: table for table in TABLES}
    others = [_file(file) for file in files if file.form != "csv"]
    return {
        "$schema": SCHEMA,
        "name": NAME,
        "title": settings.SITE_NAME,
        "description": f"{WHAT} {DEFUSED}",
        "homepage": f"{site}{reverse('bulk')}",
        "version": contents.version,
        "created": contents.as_at.astimezone(UTC).isoformat(timespec="seconds"),
        "licenses": [_licence(code, site) for code in contents.licences or ("",)],
        "resources": [
            _resource(file, tables[file.table], contents.rows[file.table]) for file in files if file.form == "csv"
        ],
        **({"alternatives": others} if others else {}),
    }  # fmt: skip


def _licence(code: str, site: str) -> dict[str, str]:
    licence = licence_of(code)
    return {"path": licence.url or f"{site}{reverse('data')}#licence", "title": licence.name}


def _file(file: BulkFile) -> dict[str, Any]:
    described = {
        "path": file.name,
        "format": file.form,
        "mediatype": MEDIA_TYPES[file.form],
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
    }
    return described | ({"table": file.table} if file.table else {})


def _resource(file: BulkFile, table: BulkTable, rows: int) -> dict[str, Any]:
    described = _file(file)
    del described["table"]
    return {
        "name": table.name,
        "type": "table",
        "title": table.dataset.title,
        "description": table.dataset.description,
        **described,
        "encoding": "utf-8",
        "rows": rows,
        "dialect": DIALECT,
        "schema": _schema(table),
    }


def _schema(table: BulkTable) -> dict[str, Any]:
    return {
        "fields": [field_of(column) for column in table.columns],
        "missingValues": [""],
        **({"primaryKey": list(table.key)} if table.key else {}),
        **({"uniqueKeys": [[name] for name in table.unique]} if table.unique else {}),
        "foreignKeys": [
            {"fields": [key.column], "reference": {"resource": key.table, "fields": [key.to]}}
            for key in table.foreign_keys
        ],
    }
