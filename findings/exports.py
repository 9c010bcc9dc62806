"""Data to download: the rows of a list page as CSV, under the same filters and in the same order.

Columns are declared once, as data, with stable names in the style of the DfE's and the ONS's open data: what a value is about and where it
stands comes first, what was said second, where it was read last. Files are UTF-8 and follow RFC 4180; the variant for Excel begins with a
byte order mark. A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV injection). Rows are streamed:
memory and the number of queries do not depend on how many there are.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.aggregates import Aggregate
from django.db.models.functions import Cast, Concat
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from findings.labels import label_of
from findings.models import CrossReference, Recommendation, ReferenceTarget
from inspections.models import Authority, Extracted, Inspection, Judgement, Origin, Report

Row = TypeVar("Row", bound=Extracted)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CHUNK = 500


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column: its stable name, what it holds, and how it is taken from a row and the address of the site."""

    name: str
    description: str
    value: Callable[[Row, str], object]


class Joined(Aggregate):
    """The values of a group in one text, on SQLite and PostgreSQL alike; in no promised order."""

    template = "%(function)s(%(expressions)s, ' ')"
    output_field = CharField()

    def as_sqlite(self, *args: Any, **kwargs: Any) -> Any:
        """SQLite's name for it."""
        return super().as_sql(*args, function="GROUP_CONCAT", **kwargs)

    def as_postgresql(self, *args: Any, **kwargs: Any) -> Any:
        """PostgreSQL's name for it."""
        return super().as_sql(*args, function="STRING_AGG", **kwargs)


def _paragraphs_cited() -> Subquery[Any]:
    """The paragraphs that a recommendation and its items cite, each number after its ordinal ("12:38"), for ``_numbers``."""
    pair = Concat(Cast("ordinal", CharField()), Value(":"), F("ref"), output_field=CharField())
    cited = CrossReference.objects.filter(
        Q(recommendation=OuterRef("pk"))
        | Q(recommendation__parent=OuterRef("pk"), recommendation__retired_at__isnull=True),
        report=OuterRef("report"),
        target=ReferenceTarget.PARAGRAPH,
    ).order_by()
    return Subquery(cited.values("report").annotate(pairs=Joined(pair)).values("pairs"))


def _numbers(pairs: str | None) -> str:
    """The numbers in printed order, without repeats: "19 30"."""
    split = sorted(
        (int(place), ref) for place, ref in (pair.split(":", 1) for pair in (pairs or "").split(" ") if pair)
    )
    return " ".join(dict.fromkeys(ref for _, ref in split))


def _authority(row: Row) -> Authority | None:
    return row.report.authority


def _own_inspection(report: Report) -> Inspection | None:
    return report.inspection if report.is_own else None


def _reading(row: Row) -> str:
    if row.origin == Origin.HAND:
        return "entered-by-hand"
    return "corrected" if row.is_corrected else "machine-read"


def about_place(of: Callable[[Row], Authority | None]) -> tuple[Column[Row], ...]:
    """The columns that say which place a row is about."""

    def field(name: str) -> Callable[[Row, str], object]:
        return lambda row, site: getattr(of(row), name, "")

    return (
        Column("geographic_level", "Always Local authority", lambda row, site: "Local authority" if of(row) else ""),
        Column("country_code", "GSS code of the country", lambda row, site: "E92000001" if of(row) else ""),
        Column("country_name", "Name of the country", lambda row, site: "England" if of(row) else ""),
        Column("region_name", "Name of the region", field("region")),
        Column("new_la_code", "GSS code of the local authority (nine characters)", field("gss_code")),
        Column("old_la_code", "LA code of the local authority (three digits)", field("la_code")),
        Column("la_name", "Name of the local authority", field("name")),
    )


def _inspection_columns(of: Callable[[Row], Inspection | None]) -> tuple[Column[Row], ...]:
    def framework(row: Row) -> str:
        inspection = of(row)
        return inspection.framework.code if inspection and inspection.framework else ""

    def field(name: str) -> Callable[[Row, str], object]:
        return lambda row, site: getattr(of(row), name, "")

    return (
        Column("framework", "Code of the framework of the inspection", lambda row, site: framework(row)),
        Column("inspection_start", "First day of the inspection, as far as it is printed (ISO 8601)", field("started")),
        Column("inspection_end", "Last day of the inspection", field("ended")),
        Column("inspection_published", "Day on which the inspection's report was published", field("published")),
    )


def _source_columns() -> tuple[Column[Row], ...]:
    return (
        Column("permanent_link", "Permanent address of the row", lambda row, site: site + row.get_absolute_url()),
        Column("report_kind", "Code of the kind of report in which it stands", lambda row, site: row.report.kind),
        Column("report_title", "Title of that report", lambda row, site: row.report.title),
        Column("report_published", "Day on which that report was published", lambda row, site: row.report.published),
        Column("source_document", "Name of the file that was read", lambda row, site: row.report.source.name),
        Column("source_sha256", "SHA-256 of the file that was read", lambda row, site: row.report.source.sha256),
        Column("source_page", "Page of the file", lambda row, site: row.page),
        Column("source_line", "Line of the file, where it is a text", lambda row, site: row.line),
        Column("anchor", "Name of the row in its report", lambda row, site: row.anchor),
        Column("reading", "machine-read, corrected or entered-by-hand", lambda row, site: _reading(row)),
        Column("licence", "Licence of the document", lambda row, site: row.report.licence),
        Column("sample", "yes for the invented samples of the project", lambda row, site: _is_sample(row)),
    )


def _is_sample(row: Row) -> str:
    authority = row.report.authority
    return "yes" if authority and authority.is_sample else "no"


def _time(of: Callable[[Row], object], what: str) -> tuple[Column[Row], ...]:
    return (
        Column("time_period", what, lambda row, site: of(row)),
        Column("time_identifier", "Always Calendar year", lambda row, site: "Calendar year" if of(row) else ""),
    )


RECOMMENDATION_COLUMNS: tuple[Column[Recommendation], ...] = (
    *_time(lambda row: row.report.year, "Year in which the report was published"),
    *about_place(_authority),
    *_inspection_columns(lambda row: _own_inspection(row.report)),
    Column("recommendation_ref", "Number as printed, empty where none is", lambda row, site: row.ref),
    Column("recommendation", "Name by which pages call it", lambda row, site: label_of(row)),
    Column(
        "part_of",
        "Anchor of the recommendation of which it is an item",
        lambda row, site: row.parent and row.parent.anchor,
    ),
    Column("text", "The recommendation, whole", lambda row, site: row.text),
    Column("addressee", "To whom it is addressed, where it is printed", lambda row, site: row.addressee),
    Column("timescale", "Code of the time that the report sets", lambda row, site: row.timescale),
    Column("domain", "Code of the domain", lambda row, site: row.domain and row.domain.code),
    Column("section", "Heading under which it stands", lambda row, site: row.section and row.section.heading),
    Column(
        "paragraphs_cited",
        "Numbers of the paragraphs that it and its items cite",
        lambda row, site: _numbers(getattr(row, "paragraphs_cited", "")),
    ),
    *_source_columns(),
)

JUDGEMENT_COLUMNS: tuple[Column[Judgement], ...] = (
    *_time(lambda row: row.inspection.year, "Year in which the inspection began"),
    *about_place(lambda row: row.inspection.authority),
    *_inspection_columns(lambda row: row.inspection),
    Column("lead_inspector", "Lead inspector", lambda row, site: row.inspection.lead_inspector),
    Column("domain", "Code of the domain", lambda row, site: row.domain.code),
    Column("domain_wording", "Domain as printed", lambda row, site: row.domain_wording),
    Column("scope", "Whose work was judged, in joint area reviews", lambda row, site: row.scope),
    Column("grade", "Code of the grade on the framework's scale", lambda row, site: row.grade and row.grade.code),
    Column("grade_wording", "Grade as printed", lambda row, site: row.grade_wording),
    Column("absence", "Code of the reason why there is no grade", lambda row, site: row.absence),
    Column("basis", "primary or reported by another document", lambda row, site: row.basis),
    Column("standing", "yes for the one that is in force", lambda row, site: "yes" if row.is_standing else "no"),
    Column("paragraphs", "Range of paragraphs that carry it", lambda row, site: row.evidence_range),
    Column(
        "inspection_link",
        "Permanent address of the inspection",
        lambda row, site: site + row.inspection.get_absolute_url(),
    ),
    *_source_columns(),
)


def recommendations_to_export(rows: QuerySet[Recommendation]) -> QuerySet[Recommendation]:
    """Recommendations with all that their columns need."""
    return rows.select_related(
        "report__authority", "report__source", "report__inspection__framework", "parent", "domain", "section"
    ).annotate(paragraphs_cited=_paragraphs_cited())


def judgements_to_export(rows: QuerySet[Judgement]) -> QuerySet[Judgement]:
    """Judgements with all that their columns need."""
    return rows.select_related(
        "report__authority", "report__source", "inspection__authority", "inspection__framework", "domain", "grade"
    )


def cell(value: object) -> str:
    """A value as it stands in a cell: nothing for none, formulas defused, and no character that a CSV file cannot hold."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


class _Echo:
    """A file that hands back what is written, for the CSV writer."""

    def write(self, text: str) -> str:
        return text


def lines(columns: Iterable[Column[Row]], rows: Iterable[Row], site: str, *, mark: bool) -> Iterator[str]:
    """The file line by line, header first; ``mark`` puts the byte order mark for Excel in front."""
    columns = tuple(columns)
    writer = csv.writer(_Echo(), lineterminator="\r\n")
    header: str = writer.writerow([column.name for column in columns])
    yield ("\ufeff" if mark else "") + header
    for row in rows:
        yield writer.writerow([cell(column.value(row, site)) for column in columns])


def csv_response(
    request: HttpRequest, name: str, columns: Iterable[Column[Row]], rows: QuerySet[Row], *, excel: bool
) -> StreamingHttpResponse:
    """The rows as a file to download, ``name`` with ".csv"."""
    site = request.build_absolute_uri("/").rstrip("/")
    body = lines(columns, rows.iterator(chunk_size=CHUNK), site, mark=excel)
    return StreamingHttpResponse(
        body,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}{"-excel" if excel else ""}.csv"'},
    )


def refusal(problems: Iterable[str]) -> HttpResponse:
    """Why there is no file: filters that are wrong are told and not passed over."""
    sentences = "\r\n".join(problems)
    return HttpResponse(f"{sentences}\r\n", status=400, content_type="text/plain; charset=utf-8")
