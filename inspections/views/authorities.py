"""Authorities: the list, and one with its timeline, inspections and documents."""

from __future__ import annotations

from django.db.models import Count, F, Max, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from inspections.models import Authority, Inspection, Report
from inspections.timeline import timeline_of
from inspections.views.inspections import with_overall
from inspections.views.listing import AnyList


class AuthorityList(AnyList):
    """The authorities of which something was read, with the number of inspections and the year of the latest."""

    template_name = "inspections/authorities.html"

    def get_queryset(self) -> QuerySet[Authority]:
        """By name, with their counts."""
        reports = Report.objects.published().filter(authority=OuterRef("pk")).order_by().values("authority")
        return (
            Authority.objects.filter(Q(inspections__isnull=False) | Q(reports__isnull=False))
            .annotate(
                number_of_inspections=Count("inspections", distinct=True),
                latest=Max("inspections__year"),
                number_of_reports=Subquery(reports.annotate(number=Count("pk")).values("number")),
            )
            .order_by("is_sample", "name")
        )


def authority_page(request: HttpRequest, slug: str) -> HttpResponse:
    """One authority."""
    authority = get_object_or_404(Authority, slug=slug)
    context = {
        "authority": authority,
        "timeline": timeline_of(authority),
        "inspections": with_overall(
            Inspection.objects.filter(authority=authority).order_by(
                F("year").desc(nulls_last=True), "-started", "-published", "pk"
            )
        ),
        "others": Report.objects.published()
        .filter(authority=authority, is_own=False)
        .select_related("authority")
        .order_by("-published", "slug"),
        "predecessors": authority.predecessors.all(),
        "successors": authority.successors.all(),
    }
    return render(request, "inspections/authority.html", context)
