"""The columns of what search finds: records of four kinds, with what all of them have."""

from __future__ import annotations

from findings.exports.columns import Column, of
from findings.exports.common import SOURCE, field_of, own_inspection, place, time
from findings.exports.recommendations import PUBLISHED
from findings.labels import label_of
from findings.search.texts import text_of

FOUND_COLUMNS: tuple[Column, ...] = (
    *time(lambda row: row.report.year, PUBLISHED),
    *place(lambda row: row.report.authority),
    Column("record_kind", "judgement, recommendation, finding or action", of("KIND"), required=True),
    Column("record", "Name by which pages call it", lambda row, site: label_of(row), required=True),
    Column("record_ref", "Number as printed, empty where none is", of("ref")),
    Column(
        "text",
        "The words of the record, whole; of a judgement its domain and grade as printed, of an action all its cells",
        lambda row, site: text_of(row),
        required=True,
    ),
    Column("domain", "Code of the domain", of("domain.code")),
    Column("section", "Heading under which it stands", of("section.heading")),
    Column(
        "framework",
        "Code of the framework of the inspection whose own report holds it",
        field_of(own_inspection, "framework.code"),
    ),
    *SOURCE,
)
