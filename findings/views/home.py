"""The front page: how much there is, and what is newest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from findings.models import Action, Finding, Recommendation
from inspections.caching.revision import cached, current_revision
from inspections.judgements.tile_map import SHAPES, SORTS, tile_map
from inspections.judgements.timeline import timeline_of
from inspections.models import ExtractedQuerySet, Inspection, Judgement, Report, SourceFile
from inspections.views.authorities import all_authorities
from inspections.views.inspections import with_overall

NEWEST = 6


@dataclass(frozen=True, slots=True)
class HomeCount:
    """The number of records of one kind, its names for one and many, and the page and filters that list them."""

    number: int
    one: str
    many: str
    page: str
    query: str = ""

    @property
    def name(self) -> str:
        """The name for this number."""
        return self.one if self.number == 1 else self.many


def _tallies(inspections: int) -> tuple[HomeCount, ...]:
    # Rows are counted by an index alone, less those of the few hidden reports: a join would look at every report.
    kept_back = list(Report.objects.exclude(pk__in=Report.objects.published()).values_list("pk", flat=True))

    def shown(rows: ExtractedQuerySet[Any]) -> int:
        return rows.live().count() - rows.live().filter(report__in=kept_back).count()

    return (
        HomeCount(all_authorities().count(), "authority", "authorities", "authorities"),
        HomeCount(inspections, "inspection", "inspections", "inspections"),
        HomeCount(shown(Judgement.objects.all()), "judgement", "judgements", "judgements"),
        HomeCount(shown(Recommendation.objects.all()), "recommendation", "recommendations", "recommendations"),
        HomeCount(shown(Finding.objects.all()), "finding", "findings", "search", "?kind=finding"),
        HomeCount(shown(Action.objects.all()), "action", "actions", "actions"),
        HomeCount(SourceFile.objects.published().count(), "document", "documents", "documents"),
    )


def _picture(request: HttpRequest) -> dict[str, object]:
    """The tile map of England, or the timeline if there is only one authority."""
    authorities = all_authorities()[:2]
    if len(authorities) == 1:
        return {"authority": authorities[0], "timeline": timeline_of(authorities[0])}
    return {"tile_map": tile_map(request.GET.get("sort", "")), "sorts": tuple(SORTS), "looks": SHAPES}


def home_page(request: HttpRequest) -> HttpResponse:
    """Counts, the tile map or timeline, the newest inspections and the newest documents."""
    shown = Inspection.objects.published()
    newest = shown.with_own_report().order_by(F("year").desc(nulls_last=True), "-started", "pk")[:NEWEST]
    answers = Report.objects.published().filter(is_own=False).select_related("authority")
    years = shown.aggregate(first=Min("year"), last=Max("year"), number=Count("pk"))
    context = {
        "tallies": cached("tallies", current_revision(), lambda: _tallies(years["number"])),
        "years": years,
        "inspections": with_overall(newest),
        "answers": answers.order_by("-published", "pk")[:NEWEST],
        **_picture(request),
    }
    return render(request, "findings/home.html", context)
