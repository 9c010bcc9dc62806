"""The columns of documents: the files that were read or refused."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet

from findings.exports.columns import Datatype, ExportColumn, link, of
from inspections.models import ReportSource
from inspections.vocabulary import Origin

DOCUMENT_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("source_document", "Name under which the file was first read", of("name"), required=True),
    ExportColumn("source_sha256", "SHA-256 of the file", of("sha256"), required=True),
    ExportColumn("media_type", "Kind of file", of("media_type")),
    ExportColumn("pages", "Number of its pages, where it has any", of("pages"), Datatype.NUMBER),
    ExportColumn("bytes", "Size of the file in bytes", of("size"), Datatype.NUMBER, required=True),
    ExportColumn("status", "complete, partial or refused", of("status"), required=True),
    ExportColumn("read_at", "When it was last read", of("read_at"), Datatype.MOMENT, required=True),
    ExportColumn(
        "reports",
        "Permanent addresses of the reports in it",
        lambda row, site: tuple(f"{site}{held.report.get_absolute_url()}" for held in row.shown),
        Datatype.WORDS,
    ),
    ExportColumn(
        "reports_entered_by_hand",
        "Which of those reports people entered by hand, because the file could not be read",
        lambda row, site: tuple(
            f"{site}{held.report.get_absolute_url()}" for held in row.shown if held.report.origin == Origin.HAND
        ),
        Datatype.WORDS,
    ),
    ExportColumn(
        "licences",
        "Licences of those reports",
        lambda row, site: tuple(sorted({held.report.licence for held in row.shown if held.report.licence})),
        Datatype.WORDS,
    ),
    ExportColumn("permanent_link", "Permanent address of its page", link(), Datatype.ADDRESS, required=True),
)


def documents_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Source files with their public reports, as ``shown``."""
    held = ReportSource.objects.published().select_related("report__authority").order_by("ordinal")
    return rows.prefetch_related(Prefetch("report_sources", queryset=held, to_attr="shown"))
