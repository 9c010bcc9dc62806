"""The columns of what later reports say of recommendations."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.exports.columns import Datatype, ExportColumn, of
from findings.exports.interpretations import DECIDED, SUGGESTED
from findings.exports.shared_columns import YEAR_PUBLISHED, made_on, place, sample, time
from findings.labels import label_of


def _address(end: str) -> Any:
    return lambda row, site: f"{site}{getattr(row, end).get_absolute_url()}"


def _records(row: Any, site: str) -> tuple[str, ...]:
    return tuple(link.anchor for link in row.records.all())


FOLLOW_THROUGH_COLUMNS: tuple[ExportColumn, ...] = (
    *time(lambda row: row.later.year, f"Of the later report. {YEAR_PUBLISHED}"),
    *place(lambda row: row.later.authority),
    ExportColumn("status", "improved, still-found, mixed, not-raised or not-inspected", of("status"), required=True),
    ExportColumn(
        "status_source",
        "suggested by rules, or decided by a person",
        lambda row, site: DECIDED if row.by_person else SUGGESTED,
        required=True,
    ),
    ExportColumn("because", "Why it is suggested", of("because")),
    ExportColumn(
        "recommendation",
        "Name by which pages call the recommendation",
        lambda row, site: label_of(row.recommendation),
        required=True,
    ),
    ExportColumn("text", "The recommendation", of("recommendation.text"), required=True),
    ExportColumn(
        "recommendation_link",
        "Address of the recommendation",
        _address("recommendation"),
        Datatype.ADDRESS,
        required=True,
    ),
    ExportColumn(
        "report_title", "Title of the report that recommends", of("recommendation.report.title"), required=True
    ),
    ExportColumn(
        "report_published",
        "Day on which that report was published",
        of("recommendation.report.published"),
        Datatype.PARTIAL_DATE,
    ),
    ExportColumn("later_kind", "Code of the kind of the later report", of("later.kind"), required=True),
    ExportColumn("later_title", "Title of the later report", of("later.title"), required=True),
    ExportColumn(
        "later_published", "Day on which the later report was published", of("later.published"), Datatype.PARTIAL_DATE
    ),
    ExportColumn("later_link", "Address of the later report", _address("later"), Datatype.ADDRESS, required=True),
    ExportColumn(
        "later_records", "Names, in the later report, of its records about the matter, the best first", _records,
        Datatype.WORDS,
    ),
    made_on(),
    sample(lambda row: row.later.authority),
)  # fmt: skip


def follow_through_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The rows with all that their columns need."""
    related = ("recommendation__report__authority", "recommendation__parent", "later__authority")
    return rows.select_related(*related).prefetch_related("records")
