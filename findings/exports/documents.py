"""The columns of documents: the files that were read or refused."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Prefetch, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from findings.exports.columns import Datatype, ExportColumn, link, of
from inspections.models import FetchedFile, ReportSource
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
    ExportColumn(
        "fetched_from",
        "Address from which it, or the archive that held it, was fetched last",
        of("fetched_from"),
        Datatype.ADDRESS,
    ),
    ExportColumn("fetched_at", "When it was fetched from there", of("fetched_at"), Datatype.MOMENT),
    ExportColumn("permanent_link", "Permanent address of its page", link(), Datatype.ADDRESS, required=True),
)


def documents_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Source files with their public reports, as ``shown``, and where they were fetched last.

    The fetched file with the same bytes counts, else one that held the document.
    """
    held = ReportSource.objects.published().select_related("report__authority").order_by("ordinal")
    same = FetchedFile.objects.filter(sha256=OuterRef("sha256"))
    around = FetchedFile.objects.filter(documents=OuterRef("pk"))
    rows = rows.annotate(
        fetched_from=Coalesce(_newest(same, "address"), _newest(around, "address"), Value("")),
        fetched_at=Coalesce(_newest(same, "fetched_at"), _newest(around, "fetched_at")),
    )
    return rows.prefetch_related(Prefetch("report_sources", queryset=held, to_attr="shown"))


def _newest(files: QuerySet[FetchedFile], field: str) -> Subquery:
    return Subquery(files.order_by("-fetched_at", "-pk").values(field)[:1])
