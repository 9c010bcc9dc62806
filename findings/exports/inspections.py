"""The columns of what was inspected and read: judgements, inspections, authorities, documents, notices."""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Prefetch, QuerySet

from findings.exports.columns import Datatype, ExportColumn, link, of
from findings.exports.common import SOURCE, inspection, place, sample, time
from inspections.judgements.latest import latest_in_any_domain
from inspections.models import ReportSource

BEGAN = "Year in which the inspection began"

JUDGEMENT_COLUMNS: tuple[ExportColumn, ...] = (
    *time(lambda row: row.inspection.year, BEGAN),
    *place(lambda row: row.inspection.authority),
    *inspection(lambda row: row.inspection),
    ExportColumn("lead_inspector", "Lead inspector", of("inspection.lead_inspector")),
    ExportColumn("domain", "Code of the domain", of("domain.code"), required=True),
    ExportColumn("domain_wording", "Domain as printed", of("domain_wording"), required=True),
    ExportColumn("scope", "Whose work was judged, in joint area reviews", of("scope")),
    ExportColumn("grade", "Code of the grade on the framework’s scale", of("grade.code")),
    ExportColumn("grade_wording", "Grade as printed", of("grade_wording")),
    ExportColumn("absence", "Code of the reason why there is no grade", of("absence")),
    ExportColumn("basis", "primary, or reported by another document", of("basis"), required=True),
    ExportColumn(
        "is_preferred",
        "yes for the one that counts of all that state the grade of this inspection, domain and scope: the primary one, "
        "or where there is none a reported one",
        of("is_preferred"),
        Datatype.TRUTH,
        required=True,
        formerly="standing",
    ),
    ExportColumn(
        "is_latest",
        "yes where it is, today, the authority’s latest judgement in a domain of today",
        of("is_latest"),
        Datatype.TRUTH,
        required=True,
    ),
    ExportColumn("paragraphs", "Range of paragraphs that carry it", of("evidence_range")),
    ExportColumn(
        "inspection_link", "Permanent address of the inspection", link("inspection"), Datatype.ADDRESS, required=True
    ),
    *SOURCE,
)

MATRIX_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn(
        "domain_today", "Code of the domain of today in which it is the latest", of("column_code"), required=True
    ),
    ExportColumn(
        "comparability",
        "How far its own domain compares with that of today: same, close, broad or partial",
        of("comparability"),
        required=True,
    ),
    *JUDGEMENT_COLUMNS,
)

INSPECTION_COLUMNS: tuple[ExportColumn, ...] = (
    *time(lambda row: row.year, BEGAN),
    *place(lambda row: row.authority),
    *inspection(lambda row: row),
    ExportColumn("lead_inspector", "Lead inspector", of("lead_inspector")),
    ExportColumn(
        "overall_effectiveness",
        "Code of the grade of the preferred judgement of overall effectiveness, where there is one",
        lambda row, site: next((one.grade.code for one in row.overall if one.grade), None),
    ),
    ExportColumn(
        "reported_only",
        "yes where its own report was not read and only other documents speak of it",
        of("is_reported_only"),
        Datatype.TRUTH,
        required=True,
    ),
    ExportColumn("permanent_link", "Permanent address of the inspection", link(), Datatype.ADDRESS, required=True),
    sample(lambda row: row.authority),
)

AUTHORITY_COLUMNS: tuple[ExportColumn, ...] = (
    *place(lambda row: row),
    ExportColumn("inspections", "How many of its inspections are known", of("number_of_inspections"), Datatype.NUMBER),
    ExportColumn("reports", "How many reports about it were read", of("number_of_reports"), Datatype.NUMBER),
    ExportColumn("latest_inspection", "Year of its latest inspection", of("latest"), Datatype.NUMBER),
    ExportColumn("permanent_link", "Permanent address of its page", link(), Datatype.ADDRESS, required=True),
    sample(lambda row: row),
)

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
        "licences",
        "Licences of those reports",
        lambda row, site: tuple(sorted({held.report.licence for held in row.shown if held.report.licence})),
        Datatype.WORDS,
    ),
    ExportColumn("permanent_link", "Permanent address of its page", link(), Datatype.ADDRESS, required=True),
)

NOTICE_COLUMNS: tuple[ExportColumn, ...] = (
    ExportColumn("level", "info, warning or error", of("level"), required=True),
    ExportColumn("code", "Code of the notice; the page about the data explains each", of("code"), required=True),
    ExportColumn("message", "What could not be done or is in doubt", of("message"), required=True),
    ExportColumn("source_page", "Page of the file", of("page"), Datatype.NUMBER),
    ExportColumn("source_line", "Line of the file, where it is a text", of("line"), Datatype.NUMBER),
    ExportColumn("anchor", "Name of the row that it is about, if it is about one", of("anchor")),
    ExportColumn("report", "Permanent address of the report that it is about", link("report"), Datatype.ADDRESS),
    ExportColumn("source_document", "Name of the file that was read", of("source.name"), required=True),
    ExportColumn("source_sha256", "SHA-256 of the file that was read", of("source.sha256"), required=True),
)


def judgements_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Judgements with all that their columns need; ``is_latest`` is as of today, whatever day the rows are of."""
    marked: QuerySet[Any] = rows.annotate(is_latest=ExpressionWrapper(latest_in_any_domain(), BooleanField()))
    return marked.select_related(
        "report__authority",
        "report__source",
        "report__inspection__framework",
        "inspection__authority",
        "inspection__framework",
        "domain",
        "grade",
    )


def documents_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Source files with the public reports in them, as ``shown``."""
    held = ReportSource.objects.filter(report__is_public=True).select_related("report__authority").order_by("ordinal")
    return rows.prefetch_related(Prefetch("report_sources", queryset=held, to_attr="shown"))


def notices_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Notices with all that their columns need."""
    return rows.select_related("source", "report__authority")
