"""Reports by their address."""

from __future__ import annotations

from django.db.models import F
from django.http import Http404, HttpRequest

from inspections.documents.access import reports_for
from inspections.models import Report
from inspections.models.source import owned_by


def find_report(request: HttpRequest, authority: str, slug: str) -> Report:
    """The report at an address that the reader may see, retired ones included; 404 otherwise."""
    reports = reports_for(request).select_related(
        "authority", "inspection__authority", "inspection__framework", "source"
    )
    report = (
        reports.filter(owned_by(authority), slug=slug).order_by(F("retired_at").asc(nulls_first=True), "pk").first()
    )
    if report is None:
        raise Http404
    return report
