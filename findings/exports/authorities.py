"""The columns of authorities."""

from __future__ import annotations

from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.shared_columns import place, sample

AUTHORITY_COLUMNS: tuple[ExportColumn, ...] = (
    *place(lambda row: row),
    ExportColumn("inspections", "How many of its inspections are known", of("number_of_inspections"), Datatype.NUMBER),
    ExportColumn("reports", "How many reports about it were read", of("number_of_reports"), Datatype.NUMBER),
    ExportColumn(
        "latest_inspection", "Year of the latest of its inspections that are known", of("latest"), Datatype.NUMBER
    ),
    ExportColumn("permanent_link", "Permanent address of its page", link(), Datatype.ADDRESS, required=True),
    sample(lambda row: row),
)
