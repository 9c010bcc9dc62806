"""The columns of the coverage: one row for the inspections of an authority, a framework and a year."""

from __future__ import annotations

from django.urls import reverse

from findings.exports.columns import Datatype, ExportColumn, of
from findings.exports.shared_columns import YEAR_BEGAN, place, sample, time
from inspections.lists.coverage import query_of
from inspections.models import Inspection


def _inspections(row: Inspection, site: str) -> str:
    return f"{site}{reverse('inspections')}?{query_of(row)}"


def _mentioned(row: Inspection, site: str) -> int:
    return int(row.known - row.read - row.tabled)  # type: ignore[attr-defined]


COVERAGE_COLUMNS: tuple[ExportColumn, ...] = (
    *time(lambda row: row.year, YEAR_BEGAN),
    *place(lambda row: row.authority),
    ExportColumn("framework", "Code of the framework, empty where no document names it", of("framework.code")),
    ExportColumn("inspections", "How many inspections are known", of("known"), Datatype.NUMBER, required=True),
    ExportColumn(
        "reports_read", "Of how many of them the own report was read", of("read"), Datatype.NUMBER, required=True
    ),
    ExportColumn("from_tables", "How many only tables of outcomes state", of("tabled"), Datatype.NUMBER, required=True),
    ExportColumn("mentioned", "How many other documents only mention", _mentioned, Datatype.NUMBER, required=True),
    ExportColumn(
        "newest_inspection",
        "The newest of them: day of publication, where that is not known its last day, else its first",
        of("newest"),
        Datatype.PARTIAL_DATE,
    ),
    ExportColumn(
        "newest_report", "The same of the newest whose own report was read", of("newest_read"), Datatype.PARTIAL_DATE
    ),
    ExportColumn(
        "read_in_part", "How many have a report that was read in part", of("partial"), Datatype.NUMBER, required=True
    ),
    ExportColumn(
        "words_left_out",
        "How many have a report with words that are in no record",
        of("lacking"),
        Datatype.NUMBER,
        required=True,
    ),
    ExportColumn(
        "inspections_link", "Address of the list of these inspections", _inspections, Datatype.ADDRESS, required=True
    ),
    sample(lambda row: row.authority),
)
