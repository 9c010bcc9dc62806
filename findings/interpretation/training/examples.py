"""Labelled records with their texts, from ``labels.csv`` and a file that ``manage.py extract`` prints.

Labels name records by the sha256 of their document, the number of the report in it and the anchor, and hold no text.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

FOLDER = Path(__file__).parent
RECORDS = {"findings": "finding", "recommendations": "recommendation", "actions": "action"}
FOLDS = 8

RecordKey = tuple[str, int, str, str]
"""Sha256 of the document, number of the report, anchor, type of record."""


@dataclass(frozen=True, slots=True)
class Example:
    """A record with its labels. ``is_core``: whether it is of the kind that people judge, and no summary or context."""

    key: RecordKey
    text: str
    heading: str
    is_core: bool
    polarity: str
    themes: tuple[str, ...]

    @property
    def fold(self) -> int:
        """Which part of the examples it belongs to; all records of a document are in the same one."""
        return crc32(self.key[0].encode()) % FOLDS


@dataclass(frozen=True, slots=True)
class ExtractedRecord:
    """What is known of a record that was read: text, heading of its section, kind of finding."""

    text: str
    heading: str
    kind: str


def records(extracted: Path) -> dict[RecordKey, ExtractedRecord]:
    """Every record of a file of ``manage.py extract``."""
    found: dict[RecordKey, ExtractedRecord] = {}
    with extracted.open(encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            for number, report in enumerate(document["reports"]):
                headings = {section["anchor"]: section["heading"] for section in report["sections"]}
                for name, type_of_record in RECORDS.items():
                    for one in report[name]:
                        key = (document["file"]["sha256"], number, one["anchor"], type_of_record)
                        heading = headings.get(one.get("section"), "")
                        found[key] = ExtractedRecord(one["text"], heading, one.get("kind") or "")
    return found


def examples(extracted: Path, labels: Path = FOLDER / "labels.csv") -> Iterator[Example]:
    """Every labelled record whose document was read, in the order of the labels."""
    texts = records(extracted)
    with labels.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = (row["sha256"], int(row["report"]), row["anchor"], row["type"])
            if record := texts.get(key):
                yield Example(
                    key,
                    record.text,
                    record.heading,
                    row["type"] != "finding" or record.kind == "finding",
                    row["polarity"],
                    tuple(row["themes"].split()),
                )


def unlabelled(extracted: Path, keys: Collection[RecordKey]) -> Iterator[Example]:
    """The records of these keys that were read, as examples without labels, in the order of the documents."""
    for key, record in records(extracted).items():
        if key in keys:
            yield Example(key, record.text, record.heading, record.kind == "finding", "", ())
