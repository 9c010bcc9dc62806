"""Sets of bulk files that are published without being made of a knowledge base."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from findings.bulk.published import BulkFile, BulkSet, bulk_folder, put_in_place

SITE = "http://testserver"
MADE = datetime(2026, 11, 27, 5, 10, 30, tzinfo=UTC)
CONTENT = {
    "judgements.csv": ("csv", "judgements", b"la_name,grade\r\nWexcombe,good\r\n" * 40),
    "judgements.parquet": ("parquet", "judgements", b"PAR1"),
    "knowledge-base.sqlite": ("sqlite", "", b"SQLite format 3"),
    "knowledge-base-csv.zip": ("zip", "", b"PK"),
    "datapackage.json": ("json", "", b"{}"),
}


def written(folder: Path, name: str = "first", **values: object) -> BulkSet:
    """A set whose files are written into a folder; nothing names it yet."""
    for file, (_, _, content) in CONTENT.items():
        (folder / file).write_bytes(content)
    made = BulkSet(
        folder=name,
        version="2026.11.27+abc",
        as_at=MADE,
        revision="abc",
        program="program",
        site=SITE,
        visibility_change=0,
        correction=0,
        rows={"judgements": 40},
        files=tuple(
            BulkFile(file, form, len(content), hashlib.sha256(content).hexdigest(), table)
            for file, (form, table, content) in CONTENT.items()
        ),
    )
    return replace(made, **values)


def stored(name: str = "first", **values: object) -> BulkSet:
    """A set that is published."""
    folder = bulk_folder() / name
    folder.mkdir(parents=True)
    made = written(folder, name, **values)
    put_in_place(made)
    return made
