"""The columns that several data sets share: time and place, inspection, and source."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from findings.citations.facts import citation_of
from findings.citations.forms import text
from findings.confirmations.share import with_confirmed
from findings.exports.columns import Datatype, ExportColumn, line_of_text, link, of
from findings.labels import authority_of
from inspections.lists.as_at import InspectionGroup, as_at
from inspections.vocabulary import Origin

ENGLAND = "E92000001"
YEAR_BEGAN = "Year in which the inspection began"
YEAR_PUBLISHED = "Year of the day of publication that the report prints; of its inspection where it prints none"
Get = Callable[[Any], Any]


def _value_source(row: Any) -> str:
    if row.origin == Origin.HAND:
        return "added-by-hand"
    return "corrected" if row.is_corrected else "machine-read"


def _today(row: Any, site: str) -> date:
    return timezone.localdate()


def _citation(row: Any, site: str) -> str:
    return text(citation_of(row.report, f"{site}{row.get_absolute_url()}", row))


def own_inspection(row: Any) -> Any:
    """The inspection whose own report holds the row."""
    return row.report.inspection if row.report.is_own else None


def field_of(get: Get, path: str) -> Callable[[Any, str], object]:
    """A value of the object that ``get`` finds for the row."""
    found = of(path)
    return lambda row, site: found(get(row), site)


def time(get: Get, what: str) -> tuple[ExportColumn, ...]:
    """The year of a row."""
    return (
        ExportColumn("time_period", what, lambda row, site: get(row), Datatype.NUMBER),
        ExportColumn(
            "time_identifier", "Always Calendar year", lambda row, site: "Calendar year" if get(row) else None
        ),
    )


def place(get: Get) -> tuple[ExportColumn, ...]:
    """The place that a row is about; empty if the authority could not be read."""
    return (
        ExportColumn(
            "geographic_level", "Always Local authority", lambda row, site: "Local authority" if get(row) else None
        ),
        ExportColumn("country_code", "GSS code of the country", lambda row, site: ENGLAND if get(row) else None),
        ExportColumn("country_name", "Name of the country", lambda row, site: "England" if get(row) else None),
        ExportColumn("region_name", "Name of the region", field_of(get, "region")),
        ExportColumn("new_la_code", "GSS code of the local authority (nine characters)", field_of(get, "gss_code")),
        ExportColumn("old_la_code", "LA code of the local authority (three digits)", field_of(get, "la_code")),
        ExportColumn("la_name", "Name of the local authority", field_of(get, "name")),
    )


def inspection(get: Get) -> tuple[ExportColumn, ...]:
    """The inspection that a row belongs to."""
    return (
        ExportColumn("framework", "Code of the framework of the inspection", field_of(get, "framework.code")),
        ExportColumn(
            "inspection_start", "First day of the inspection", field_of(get, "started"), Datatype.PARTIAL_DATE
        ),
        ExportColumn("inspection_end", "Last day of the inspection", field_of(get, "ended"), Datatype.PARTIAL_DATE),
        ExportColumn(
            "inspection_published",
            "Day on which the inspection’s report was published",
            field_of(get, "published"),
            Datatype.PARTIAL_DATE,
        ),
    )


def sample(get: Get) -> ExportColumn:
    """Whether a row belongs to the project's samples."""

    def value(row: Any, site: str) -> bool:
        return bool(getattr(get(row), "is_sample", False))

    return ExportColumn("sample", "yes for the invented samples of the project", value, Datatype.TRUTH, required=True)


def made_on() -> ExportColumn:
    """The day on which a file was made."""
    what = "Day on which this file was made: values are those of that day"
    return ExportColumn("as_at", what, _today, Datatype.DAY, required=True)


def held_up_to() -> tuple[ExportColumn, ...]:
    """Until when inspections are held, of which an analysis counts; the same in all rows."""
    return tuple(_held_up_to(group) for group in InspectionGroup)


def _held_up_to(group: InspectionGroup) -> ExportColumn:
    def day() -> str | None:
        return next((held.newest for held in as_at() if held.group is group), None)

    inspections = "full inspections" if group is InspectionGroup.FULL else "visits"
    return ExportColumn(
        f"{inspections.replace(' ', '_')}_held_up_to",
        f"Day up to which {inspections} are held, the same in all rows: what came later is not counted",
        lambda row, site: day(),
        Datatype.PARTIAL_DATE,
        once=day,
    )


SOURCE: tuple[ExportColumn, ...] = (
    ExportColumn("permanent_link", "Permanent address of the row", link(), Datatype.ADDRESS, required=True),
    ExportColumn(
        "citation",
        "How to cite the row: author, title, authority, framework, days, name of the row, its page and address",
        _citation,
        required=True,
    ),
    ExportColumn("report_kind", "Code of the kind of report in which it stands", of("report.kind"), required=True),
    ExportColumn("report_title", "Title of that report", of("report.title"), required=True),
    ExportColumn(
        "report_published", "Day on which that report was published", of("report.published"), Datatype.PARTIAL_DATE
    ),
    ExportColumn("source_document", "Name of the file that was read", of("report.source.name"), required=True),
    ExportColumn("source_sha256", "SHA-256 of the file that was read", of("report.source.sha256"), required=True),
    ExportColumn("source_page", "Page of the file", of("page"), Datatype.NUMBER),
    ExportColumn("source_line", "Line of the file, where it is a text", line_of_text, Datatype.NUMBER),
    ExportColumn("source_place", "Place in the file, where it has neither pages nor lines", of("where")),
    ExportColumn("anchor", "Name of the row in its report", of("anchor"), required=True),
    ExportColumn(
        "value_source",
        "machine-read, corrected or added-by-hand",
        lambda row, site: _value_source(row),
        required=True,
        formerly="reading",
    ),
    ExportColumn(
        "confirmed",
        "yes where a person compared the row, as it is here, with the document",
        of("is_confirmed"),
        Datatype.TRUTH,
        required=True,
    ),
    ExportColumn("reader", "Name and version of what read the file", of("report.source.reader")),
    ExportColumn("profile", "Name and version of what found the row in it", of("report.profile")),
    made_on(),
    ExportColumn("licence", "Licence of the document", of("report.licence")),
    sample(authority_of),
)

REPORT = ("report__authority", "report__source", "report__inspection__framework")


def time_and_place_of_report() -> tuple[ExportColumn, ...]:
    """The year of the report of a row, and the place that the row is about."""
    return (*time(lambda row: row.report.year, YEAR_PUBLISHED), *place(authority_of))


def with_report(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Records with what the columns need that all of them have."""
    return with_confirmed(rows.select_related(*REPORT))
