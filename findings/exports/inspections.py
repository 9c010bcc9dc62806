"""The columns of inspections."""

from __future__ import annotations

from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.shared_columns import YEAR_BEGAN, inspection, place, sample, time

INSPECTION_COLUMNS: tuple[ExportColumn, ...] = (
    *time(lambda row: row.year, YEAR_BEGAN),
    *place(lambda row: row.authority),
    *inspection(lambda row: row),
    ExportColumn("lead_inspector", "Lead inspector", of("lead_inspector")),
    ExportColumn(
        "overall_effectiveness",
        "Code of the grade of the preferred judgement of overall effectiveness, where there is one",
        lambda row, site: next((one.grade.code for one in row.overall if one.grade), None),
    ),
    ExportColumn(
        "reported_only",
        "yes where its own report was not read and only other documents speak of it",
        of("is_reported_only"),
        Datatype.TRUTH,
        required=True,
    ),
    ExportColumn("permanent_link", "Permanent address of the inspection", link(), Datatype.ADDRESS, required=True),
    sample(lambda row: row.authority),
)
