"""Documents: the reports and records read from each file, its licence, and the notices about its reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from findings.filtersets.documents import DocumentFilterSet, NoticeFilterSet
from findings.models import Action, Finding, Recommendation, Risk
from findings.reports.editions import ReportEdition, editions_of
from findings.reports.places import has_lines
from inspections.documents.access import access_to, files_for, may_see_withheld
from inspections.documents.media_types import name_of
from inspections.documents.page_images import has_pages
from inspections.lists.views import FilteredList
from inspections.models import Extracted, FetchedFile, Judgement, Notice, Report, ReportSource, SourceFile
from inspections.vocabulary import FurnitureKind, NoticeLevel

COUNTED: tuple[tuple[str, str, type[Extracted]], ...] = (
    ("judgement", "judgements", Judgement),
    ("finding", "findings", Finding),
    ("recommendation", "recommendations", Recommendation),
    ("action", "actions", Action),
    ("risk", "risks", Risk),
)
MOST_FETCHED = 20
"""Addresses that the page of a document names, the newest first."""


@dataclass(frozen=True, slots=True)
class ReportInDocument:
    """A report in a file, the role of the file, and the records that were read, as (number, one, many)."""

    link: ReportSource
    report: Report
    counts: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportEditions:
    """A report that was read from several files, and its editions, the one that is shown first."""

    report: Report
    editions: tuple[ReportEdition, ...]


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """A source file with its reports, and the number of its notices by level, as (level, its label, number)."""

    source: SourceFile
    reports: tuple[ReportInDocument, ...]
    notices: tuple[tuple[str, str, int], ...]


def _counts(reports: Iterable[int]) -> dict[int, tuple[tuple[int, str, str], ...]]:
    """The records of each report, one query for each kind."""
    found: dict[int, list[tuple[int, str, str]]] = defaultdict(list)
    ids = list(reports)
    for one, many, model in COUNTED:
        rows = model._default_manager.filter(report__in=ids, retired_at__isnull=True).order_by()
        for report, number in rows.values_list("report").annotate(number=Count("pk")):
            found[report].append((number, one, many))
    return {report: tuple(counts) for report, counts in found.items()}


def documents_of(sources: Iterable[SourceFile], *, withheld: bool = False) -> tuple[DocumentSummary, ...]:
    """Source files with their reports, records and notices, in a fixed number of queries.

    ``withheld`` includes drafts and hidden reports.
    """
    files = list(sources)
    places = ReportSource.objects.all() if withheld else ReportSource.objects.published()
    links = (
        places.filter(source__in=files)
        .select_related("report__authority", "report__inspection__framework", "report__source")
        .order_by("ordinal")
    )
    by_source: dict[int, list[ReportSource]] = defaultdict(list)
    for link in links:
        by_source[link.source_id].append(link)
    counts = _counts(link.report_id for found in by_source.values() for link in found)
    notices: Counter[tuple[int, str]] = Counter()
    for source, level, number in (
        (Notice.objects.open() if withheld else Notice.objects.published())
        .filter(source__in=files)
        .order_by()
        .values_list("source", "level")
        .annotate(number=Count("pk"))
    ):
        notices[source, level] = number
    return tuple(
        DocumentSummary(
            file,
            tuple(ReportInDocument(link, link.report, counts.get(link.report_id, ())) for link in by_source[file.pk]),
            tuple(
                (level.value, str(level.label), notices[file.pk, level.value])
                for level in reversed(NoticeLevel)
                if notices[file.pk, level.value]
            ),
        )
        for file in files
    )


def editions_in(reports: Sequence[ReportInDocument]) -> tuple[ReportEditions, ...]:
    """The editions of those reports of a document that were read from other files too."""
    links = ReportSource.objects.filter(report__in=[one.report.pk for one in reports]).order_by()
    several = set(
        links.values("report").annotate(files=Count("pk")).filter(files__gt=1).values_list("report", flat=True)
    )
    return tuple(ReportEditions(one.report, editions_of(one.report)) for one in reports if one.report.pk in several)


def all_documents() -> QuerySet[SourceFile]:
    """All source files that the public pages show, the newest first."""
    return SourceFile.objects.published().order_by("-added_at", "name", "pk")


class DocumentList(FilteredList):
    """All source files that were read or refused, the newest first."""

    filterset_class = DocumentFilterSet
    template_name = "findings/documents.html"
    paginate_by = 20
    title = heading = "Documents"
    url_name = "documents"
    one, many = "document", "documents"

    def rows(self) -> QuerySet[SourceFile]:
        """All source files."""
        return all_documents()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The files with their summaries."""
        context = super().get_context_data(**kwargs)
        return context | {"documents": documents_of(context["object_list"])}


def all_notices() -> QuerySet[Notice]:
    """All public notices, by document, in the order of its pages."""
    return Notice.objects.published().order_by("source__name", "source", "report", "page", "line", "pk")


class NoticeList(FilteredList):
    """All public notices, by document."""

    filterset_class = NoticeFilterSet
    template_name = "findings/notices.html"
    title = heading = "Notices"
    url_name = "notices"
    one, many = "notice", "notices"

    def rows(self) -> QuerySet[Notice]:
        """All public notices."""
        return all_notices()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The notices with file and report."""
        return rows.select_related("source", "report__authority")


def notices_of(request: HttpRequest, source: SourceFile) -> QuerySet[Notice]:
    """The notices about a file that the reader may see, in the order of its pages."""
    rows = Notice.objects.open() if may_see_withheld(request) else Notice.objects.published()
    return rows.filter(source=source).select_related("report__authority").order_by("report", "page", "line", "pk")


def furniture_of(source: SourceFile) -> tuple[tuple[str, int], ...]:
    """The words of a file that are furniture, by kind, as (label, number)."""
    kinds = source.ledger.get("kinds", {})
    return tuple((kind.label, kinds[kind.value]) for kind in FurnitureKind if kind.value in kinds)


def source_page(request: HttpRequest, sha256: str) -> HttpResponse:
    """A file: its reports, where it was fetched, its licence, and all notices."""
    source = get_object_or_404(files_for(request), sha256=sha256)
    sees_all = may_see_withheld(request)
    (document,) = documents_of([source], withheld=sees_all)
    is_withheld = SourceFile.objects.withheld().filter(pk=source.pk).exists()
    context = {
        "source": source,
        "kind_of_file": name_of(source.media_type),
        "document": document,
        "editions": editions_in(document.reports),
        "fetched": FetchedFile.objects.of(source).with_later()[:MOST_FETCHED],
        "notices": notices_of(request, source),
        "is_withheld": is_withheld and sees_all,
        "furniture": furniture_of(source),
        "ledger": source.ledger if sees_all or not is_withheld else {},
        "licences": sorted({found.report.licence for found in document.reports}),
        "access": access_to(source, request),
        "pages": range(1, (source.pages or 0) + 1) if has_pages(source) else (),
        "has_lines": has_lines(source),
    }
    return render(request, "findings/source.html", context)
