"""The columns of notices."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.exports.columns import Datatype, ExportColumn, line_of_text, link, of

NOTICE_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("level", "info, warning or error", of("level"), required=True),
    ExportColumn("code", "Code of the notice; the page about the data explains each", of("code"), required=True),
    ExportColumn("message", "What could not be done or is in doubt", of("message"), required=True),
    ExportColumn("source_page", "Page of the file", of("page"), Datatype.NUMBER),
    ExportColumn("source_line", "Line of the file, where it is a text", line_of_text, Datatype.NUMBER),
    ExportColumn("source_place", "Place in the file, where it has neither pages nor lines", of("where")),
    ExportColumn("anchor", "Name of the row that it is about, if it is about one", of("anchor")),
    ExportColumn("report", "Permanent address of the report that it is about", link("report"), Datatype.ADDRESS),
    ExportColumn("source_document", "Name of the file that was read", of("source.name"), required=True),
    ExportColumn("source_sha256", "SHA-256 of the file that was read", of("source.sha256"), required=True),
)


def notices_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Notices with all that their columns need."""
    return rows.select_related("source", "report__authority")
