"""The pages about the site: what it holds and how it is read, and the accessibility statement."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from inspections.models import CrosswalkEntry, Domain, DomainLineage, Framework
from inspections.notice_codes import NoticeGroup


def about_page(request: HttpRequest) -> HttpResponse:
    """Show grades, domains, lineage, crosswalk, sources, corrections and limits, with the reference data itself."""
    version = CrosswalkEntry.objects.order_by("-version").values_list("version", flat=True).first()
    bands = CrosswalkEntry.objects.filter(version=version).select_related("grade__framework")
    context = {
        "frameworks": Framework.objects.prefetch_related("grades", "framework_domains__domain"),
        "domains": Domain.objects.all(),
        "lineage": DomainLineage.objects.select_related("framework", "domain", "column").order_by(
            "column__order", "framework__first_year", "domain__order"
        ),
        "notice_groups": NoticeGroup,
        "crosswalk_version": version,
        "crosswalk": bands.order_by("grade__framework__first_year", "grade__framework__code", "band"),
    }
    return render(request, "inspections/about.html", context)


def accessibility_page(request: HttpRequest) -> HttpResponse:
    """Show the accessibility statement."""
    return render(request, "inspections/accessibility.html")
