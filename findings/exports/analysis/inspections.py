"""The columns of analyses of inspections: days since the last, days to publication, visits, lead inspectors."""

from __future__ import annotations

from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.shared_columns import held_up_to, made_on, place


def _dates(path: str) -> tuple[ExportColumn, ...]:
    return (
        ExportColumn("framework", "Code of the framework of the inspection", of(f"{path}.framework")),
        ExportColumn("inspection_start", "First day of the inspection", of(f"{path}.started"), Datatype.PARTIAL_DATE),
        ExportColumn("inspection_end", "Last day of the inspection", of(f"{path}.ended"), Datatype.PARTIAL_DATE),
        ExportColumn(
            "inspection_published",
            "Day on which its report was published",
            of(f"{path}.published"),
            Datatype.PARTIAL_DATE,
        ),
        ExportColumn("inspection_link", "Permanent address of the inspection", link(path), Datatype.ADDRESS),
    )


WAITING_COLUMNS: tuple[ExportColumn, ...] = (
    *place(lambda row: row.place),
    ExportColumn("on_day", "The day as at which days are counted", of("day"), Datatype.PARTIAL_DATE, required=True),
    ExportColumn(
        "days_at_least",
        "Fewest days since the last graded inspection that is held; empty where none is",
        of("span.fewest"),
        Datatype.NUMBER,
    ),
    ExportColumn(
        "days_at_most", "Most days; more than the fewest where a date is partial", of("span.most"), Datatype.NUMBER
    ),
    *_dates("latest"),
    *held_up_to(),
    made_on(),
)

PUBLICATION_COLUMNS: tuple[ExportColumn, ...] = (
    *place(lambda row: row.inspection.place),
    ExportColumn("days", "Days from its last day to publication", of("days"), Datatype.NUMBER, required=True),
    *_dates("inspection"),
    *held_up_to(),
    made_on(),
)

VISIT_COLUMNS: tuple[ExportColumn, ...] = (
    *place(lambda row: row.inspection.place),
    ExportColumn(
        "looked_at",
        "What the visit looked at, where its letter names one theme or a table of outcomes states it",
        of("theme"),
    ),
    ExportColumn(
        "band_at_the_time", "Code of the band of the overall grade at the time", of("band.code"), required=True
    ),
    *_dates("inspection"),
    *held_up_to(),
    made_on(),
)

INSPECTOR_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("lead_inspector", "Lead inspector", of("name"), required=True),
    ExportColumn(
        "lead_inspector_printed", "The same as this inspection’s documents have it", of("inspection.lead_inspector")
    ),
    *place(lambda row: row.inspection.place),
    *_dates("inspection"),
    *held_up_to(),
    made_on(),
)
