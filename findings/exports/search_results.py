"""The columns of search results: those that records of all four kinds have."""

from __future__ import annotations

from findings.exports.columns import ExportColumn, of
from findings.exports.shared_columns import SOURCE, field_of, own_inspection, time_and_place_of_report
from findings.labels import label_of
from findings.search.texts import text_of

SEARCH_RESULT_COLUMNS: tuple[ExportColumn, ...] = (
    *time_and_place_of_report(),
    ExportColumn("record_kind", "judgement, recommendation, finding or action", of("KIND"), required=True),
    ExportColumn("record", "Name by which pages call it", lambda row, site: label_of(row), required=True),
    ExportColumn("record_ref", "Number as printed, empty where none is", of("ref")),
    ExportColumn(
        "text",
        "The words of the record, whole; of a judgement its domain and grade as printed, of an action all its cells",
        lambda row, site: text_of(row),
        required=True,
    ),
    ExportColumn("domain", "Code of the domain", of("domain.code")),
    ExportColumn("section", "Heading under which it stands", of("section.heading")),
    ExportColumn(
        "framework",
        "Code of the framework of the inspection whose own report holds it",
        field_of(own_inspection, "framework.code"),
    ),
    *SOURCE,
)
