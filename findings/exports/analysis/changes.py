"""The columns of what changed since a day: one row for each change of a report."""

from __future__ import annotations

from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.shared_columns import held_up_to, made_on, place

CHANGE_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("changed_at", "When it happened here", of("at"), Datatype.MOMENT, required=True),
    ExportColumn("change", "report, reading, correction or withdrawal", of("kind"), required=True),
    ExportColumn("what", "What of the report, in words", of("words"), required=True),
    *place(lambda row: row.report.authority),
    ExportColumn("report_kind", "Code of the kind of report", of("report.kind"), required=True),
    ExportColumn("report_title", "Title of the report", of("report.title"), required=True),
    ExportColumn("report_published", "Day on which it was published", of("report.published"), Datatype.PARTIAL_DATE),
    ExportColumn("report", "Permanent address of the report", link("report"), Datatype.ADDRESS, required=True),
    *held_up_to(),
    made_on(),
)
