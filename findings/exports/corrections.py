"""The columns of corrections: what people set in place of what was read, and why. Nobody's name is among them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet

from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.shared_columns import REPORT, made_on, sample, time_and_place_of_report
from findings.models import Correction
from findings.models.changes import words_of_value


def _written(name: str) -> Callable[[Correction, str], str]:
    """A value in words, where it is that of a change of a whole record."""
    return lambda row, site: words_of_value(row.field, getattr(row, name))


def _state(row: Correction, site: str) -> str:
    return "withdrawn" if row.withdrawn_at else row.status


CORRECTION_COLUMNS: tuple[ExportColumn, ...] = (
    *time_and_place_of_report(),
    ExportColumn(
        "record_kind",
        "What was corrected: a report, what it states of an inspection (inspection), or a kind of record in it",
        of("kind"),
        required=True,
    ),
    ExportColumn(
        "anchor", "Name of the record in its report; empty where the report itself was corrected", of("anchor")
    ),
    ExportColumn(
        "field",
        "What of it was corrected, as columns of files call it; or that it was suppressed, split, joined or added, or "
        "where a reference of it leads",
        of("field"),
        required=True,
    ),
    ExportColumn(
        "value_read", "What had been read: words as they are, domains and grades by code", _written("value_read")
    ),
    ExportColumn("value_set", "What was set in its place", _written("value_set")),
    ExportColumn("value_now", "What the newest reading has", _written("value_now")),
    ExportColumn("reason", "Why", of("reason"), required=True),
    ExportColumn("corrected_at", "When", of("made_at"), Datatype.MOMENT, required=True),
    ExportColumn(
        "state",
        "applied; stale or moved (applied, and the reading has changed since); agreed (the reading says the same now); "
        "orphaned (the record is no longer in the reading); withdrawn",
        _state,
        required=True,
    ),
    ExportColumn("withdrawn_at", "When it was withdrawn, if it was", of("withdrawn_at"), Datatype.MOMENT),
    ExportColumn("withdrawn_reason", "Why it was withdrawn", of("withdrawn_reason")),
    ExportColumn("permanent_link", "Permanent address of the correction", link(), Datatype.ADDRESS, required=True),
    ExportColumn("report", "Permanent address of the report", link("report"), Datatype.ADDRESS, required=True),
    ExportColumn("report_kind", "Code of the kind of report", of("report.kind"), required=True),
    ExportColumn("report_title", "Title of the report", of("report.title"), required=True),
    ExportColumn("source_document", "Name of the file that was read", of("report.source.name"), required=True),
    ExportColumn("source_sha256", "SHA-256 of the file that was read", of("report.source.sha256"), required=True),
    made_on(),
    sample(lambda row: row.report.authority),
)


def corrections_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Corrections with all that their columns need."""
    return rows.select_related(*REPORT)
