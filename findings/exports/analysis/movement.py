"""The columns of movement between inspections: one row for each pair of inspections."""

from __future__ import annotations

from findings.exports.columns import Datatype, ExportColumn, of
from findings.exports.shared_columns import held_up_to, made_on, place
from inspections.analysis.movement import Movement


def _days(row: Movement, most: bool) -> int | None:
    if row.span is None:
        return None
    return row.span.most if most else row.span.fewest


MOVEMENT_COLUMNS: tuple[ExportColumn, ...] = (
    *place(lambda row: row.place),
    ExportColumn("domain", "Code of the domain of today", of("domain"), required=True),
    ExportColumn("from_band", "Code of the band of the earlier grade", of("was_band.code"), required=True),
    ExportColumn("to_band", "Code of the band of the later grade", of("now_band.code"), required=True),
    ExportColumn("from_start", "First day of the earlier inspection", of("was.started"), Datatype.PARTIAL_DATE),
    ExportColumn("to_start", "First day of the later inspection", of("now.started"), Datatype.PARTIAL_DATE),
    ExportColumn(
        "days_at_least",
        "Fewest days between the first days; more can be where a date is partial",
        lambda row, site: _days(row, most=False),
        Datatype.NUMBER,
    ),
    ExportColumn("days_at_most", "Most days between them", lambda row, site: _days(row, most=True), Datatype.NUMBER),
    ExportColumn(
        "compare_closely",
        "yes where both judged the domain of today, or one close to it",
        of("compares"),
        Datatype.TRUTH,
        required=True,
    ),
    ExportColumn(
        "inspections_between",
        "Number of full inspections that are known to lie between them, without a grade in the domain that is held",
        lambda row, site: len(row.passed),
        Datatype.NUMBER,
        required=True,
    ),
    ExportColumn(
        "from_report_held",
        "yes where the report of the earlier inspection is held",
        of("was.is_read"),
        Datatype.TRUTH,
        required=True,
    ),
    ExportColumn(
        "to_report_held",
        "yes where the report of the later inspection is held",
        of("now.is_read"),
        Datatype.TRUTH,
        required=True,
    ),
    ExportColumn(
        "from_inspection_link",
        "Permanent address of the earlier inspection",
        lambda row, site: f"{site}{row.was_address}",
        Datatype.ADDRESS,
        required=True,
    ),
    ExportColumn(
        "to_inspection_link",
        "Permanent address of the later inspection",
        lambda row, site: f"{site}{row.now_address}",
        Datatype.ADDRESS,
        required=True,
    ),
    ExportColumn(
        "comparison_link",
        "Address of both side by side",
        lambda row, site: f"{site}{row.comparison}",
        Datatype.ADDRESS,
        required=True,
    ),
    *held_up_to(),
    made_on(),
)
