"""The list of authorities, and the page of one with its timeline, inspections and documents."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from inspections.judgements.grid import JudgementEntry
from inspections.judgements.latest import preferred_in_columns
from inspections.judgements.matrix import MatrixFilterSet, matrix_columns, matrix_rows
from inspections.judgements.neighbours import neighbour_comparison_url
from inspections.judgements.timeline import timeline_of
from inspections.lists.filtersets import AuthorityFilterSet
from inspections.lists.views import FilteredList
from inspections.models import Authority, Domain, Inspection, Report
from inspections.views.inspections import with_overall


def all_authorities() -> QuerySet[Authority]:
    """Return the authorities with an inspection or a public report, by name, samples last."""
    inspected = Inspection.objects.published().order_by().values("authority")
    reported = Report.objects.published().filter(authority__isnull=False).order_by().values("authority")
    return Authority.objects.filter(Q(pk__in=inspected) | Q(pk__in=reported)).order_by("is_sample", "name")


def with_counts(rows: QuerySet[Authority]) -> QuerySet[Authority]:
    """Add the number of inspections and reports, and the year of the latest inspection."""
    reports = Report.objects.published().filter(authority=OuterRef("pk")).order_by().values("authority")
    inspections = Inspection.objects.published().filter(authority=OuterRef("pk")).order_by().values("authority")
    return rows.annotate(
        number_of_inspections=Coalesce(Subquery(inspections.annotate(number=Count("pk")).values("number")), 0),
        number_of_reports=Coalesce(Subquery(reports.annotate(number=Count("pk")).values("number")), 0),
        latest=Subquery(inspections.annotate(latest=Max("year")).values("latest")),
    )


class AuthorityList(FilteredList):
    """The list of authorities, with the number of inspections and the year of the latest."""

    filterset_class = AuthorityFilterSet
    template_name = "inspections/authorities.html"
    paginate_by = 200
    title = heading = "Authorities"
    url_name = "authorities"
    one, many = "authority", "authorities"

    def rows(self) -> QuerySet[Authority]:
        """Return all authorities of the list."""
        return all_authorities()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Add the counts."""
        return with_counts(rows)


def latest_judgements(authority: Authority) -> list[tuple[Domain, JudgementEntry]]:
    """Return the latest judgement of an authority in each of today's domains that has one."""
    filterset = MatrixFilterSet({}, queryset=preferred_in_columns())
    columns = matrix_columns(filterset)
    (row,) = matrix_rows(filterset, [authority], columns)
    return [(domain, cell.entry) for domain, cell in zip(columns, row.cells, strict=True) if cell.entry]


def authority_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one authority."""
    authority = get_object_or_404(Authority, slug=slug)
    context = {
        "authority": authority,
        "latest_judgements": latest_judgements(authority),
        "timeline": timeline_of(authority),
        "neighbours": neighbour_comparison_url(authority),
        "inspections": with_overall(
            Inspection.objects.published()
            .filter(authority=authority)
            .order_by(F("year").desc(nulls_last=True), "-started", "-published", "pk")
        ),
        "others": Report.objects.published()
        .filter(authority=authority, is_own=False)
        .select_related("authority")
        .order_by("-published", "slug"),
        "predecessors": authority.predecessors.all(),
        "successors": authority.successors.all(),
        "inherited": with_overall(
            Inspection.objects.published()
            .filter(authority__in=authority.predecessors.all())
            .order_by(F("year").desc(nulls_last=True), "-started", "-published", "pk")
        ),
    }
    return render(request, "inspections/authority.html", context)
