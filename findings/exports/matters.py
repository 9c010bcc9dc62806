"""The columns of the matters that recommendations ask."""

from __future__ import annotations

from findings.exports.columns import Datatype, ExportColumn, of
from findings.exports.shared_columns import held_up_to, made_on

MATTER_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("matter", "Code of the matter", of("code"), required=True),
    ExportColumn("matter_name", "The matter in words", of("name"), required=True),
    ExportColumn("recommendations", "Recommendations about it", of("recommendations"), Datatype.NUMBER, required=True),
    ExportColumn("reports", "Reports that recommend something about it", of("reports"), Datatype.NUMBER, required=True),
    ExportColumn("of_reports", "All reports that recommend anything", of("of"), Datatype.NUMBER, required=True),
    ExportColumn("authorities", "Authorities of these reports", of("authorities"), Datatype.NUMBER, required=True),
    ExportColumn("first_year", "Year of the first of these reports", of("first"), Datatype.NUMBER),
    ExportColumn("last_year", "Year of the last of these reports", of("last"), Datatype.NUMBER),
    *held_up_to(),
    made_on(),
)
