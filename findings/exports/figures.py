"""The columns of figures."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from findings.citations.facts import citation_of
from findings.citations.forms import text
from findings.exports.columns import Datatype, ExportColumn, line_of_text, link, of
from findings.exports.shared_columns import (
    REPORT,
    inspection,
    made_on,
    own_inspection,
    sample,
    time_and_place_of_report,
)
from findings.labels import label_of


def printed(figure: Any) -> str:
    """The words that print the number of a figure."""
    return str(figure.finding.text[figure.start : figure.end])


def _value_source(figure: Any, site: str) -> str:
    return "person" if figure.by_person else "machine"


def _citation(figure: Any, site: str) -> str:
    return text(citation_of(figure.report, f"{site}{figure.get_absolute_url()}", figure.finding))


def _line(figure: Any, site: str) -> object:
    return line_of_text(figure.finding, site)


FIGURE_COLUMNS: tuple[ExportColumn, ...] = (
    *time_and_place_of_report(),
    *inspection(own_inspection),
    ExportColumn("value", "The number; half is 50, a third 33", of("value"), Datatype.DECIMAL, required=True),
    ExportColumn("unit", "percent, pounds, per 10,000, or what is counted in a word", of("unit"), required=True),
    ExportColumn("counted", "What is counted, in words of the paragraph", of("of")),
    ExportColumn(
        "figure_as_at",
        "Date or period for which the paragraph states it (2014-15: a year from 2014 to 2015)",
        of("as_at"),
    ),
    ExportColumn("printed", "The number as printed", lambda row, site: printed(row), required=True),
    ExportColumn("paragraph_ref", "Number of the paragraph as printed, empty where none is", of("finding.ref")),
    ExportColumn("paragraph", "Name by which pages call it", lambda row, site: label_of(row.finding), required=True),
    ExportColumn("text", "The paragraph, whole", of("finding.text"), required=True),
    ExportColumn(
        "value_source",
        "machine where rules read the figure, person where somebody set or confirmed it",
        _value_source,
        required=True,
    ),
    ExportColumn("permanent_link", "Permanent address of the figure", link(), Datatype.ADDRESS, required=True),
    ExportColumn("citation", "How to cite the paragraph that states it", _citation, required=True),
    ExportColumn("report_kind", "Code of the kind of report in which it stands", of("report.kind"), required=True),
    ExportColumn("report_title", "Title of that report", of("report.title"), required=True),
    ExportColumn(
        "report_published", "Day on which that report was published", of("report.published"), Datatype.PARTIAL_DATE
    ),
    ExportColumn("source_document", "Name of the file that was read", of("report.source.name"), required=True),
    ExportColumn("source_sha256", "SHA-256 of the file that was read", of("report.source.sha256"), required=True),
    ExportColumn("source_page", "Page of the file", of("finding.page"), Datatype.NUMBER),
    ExportColumn("source_line", "Line of the file, where it is a text", _line, Datatype.NUMBER),
    ExportColumn("anchor", "Name of the paragraph in its report", of("finding.anchor"), required=True),
    made_on(),
    ExportColumn("licence", "Licence of the document", of("report.licence")),
    sample(lambda row: row.report.authority),
)


def figures_to_export(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Figures with all that their columns need."""
    whole: QuerySet[Any] = rows.select_related(*REPORT, "finding__section", "finding__report__authority")
    return whole.defer("finding__read", "finding__boxes", "finding__suggested", "finding__orig")
