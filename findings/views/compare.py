"""The comparison of inspections, and the form that chooses them."""

from __future__ import annotations

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from findings.reports.comparison import MOST, InspectionComparison, compare
from inspections.judgements.neighbours import neighbour_comparison_url
from inspections.models import Authority, Judgement

PLACES = ("First", "Second", "Third", "Fourth")


def _neighbours(comparison: InspectionComparison) -> tuple[Authority | None, str]:
    """The authority that is compared alone, and the address that compares it with its statistical neighbours."""
    alone = {side.inspection.authority for side in comparison.sides}
    if len(alone) != 1:
        return None, ""
    (authority,) = alone
    return authority, neighbour_comparison_url(authority)


def compare_page(request: HttpRequest) -> HttpResponse:
    """Up to four inspections or authorities; without any, lists to choose from."""
    comparison = compare(request.GET)
    judgements = Judgement.objects.published().preferred().of_services().filter(inspection__authority=OuterRef("pk"))
    alone, neighbours = _neighbours(comparison)
    context = {
        "comparison": comparison,
        "problems": comparison.problems,
        "authorities": tuple(Authority.objects.filter(Exists(judgements)).order_by("is_sample", "name")),
        "places": ("Another",) if comparison.sides else PLACES[:MOST],
        "alone": alone,
        "neighbours": neighbours,
    }
    return render(request, "findings/compare.html", context)
