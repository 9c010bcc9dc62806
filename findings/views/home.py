"""The front page: how much there is, and what is newest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, F, Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from findings.search.counts import published_numbers
from findings.search.summed import records_by_kind
from inspections.caching.revision import cached, current_revision
from inspections.judgements.tile_map import SHAPES, SORTS, tile_map
from inspections.judgements.timeline import timeline_of
from inspections.lists.holding import own_statements, statements_of_tables
from inspections.lists.parameters import takes
from inspections.models import Authority, Inspection, Report, SourceFile
from inspections.views.authorities import all_authorities
from inspections.views.inspections import with_overall
from inspections.vocabulary import RecordKind

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


def _counts(authorities: int, inspections: int) -> tuple[HomeCount, ...]:
    documents = SourceFile.objects.all()
    records = records_by_kind() or published_numbers()
    stated = Exists(own_statements()) | Exists(statements_of_tables())
    known = Inspection.objects.published().order_by().filter(stated).count()
    return (
        HomeCount(authorities, "authority", "authorities", "authorities"),
        HomeCount(known, "inspection", "inspections", "inspections", "?held=report&held=table"),
        HomeCount(
            inspections - known,
            "inspection only mentioned",
            "inspections only mentioned",
            "inspections",
            "?held=mention",
        ),
        HomeCount(records[RecordKind.JUDGEMENT, False], "judgement", "judgements", "judgements"),
        HomeCount(records[RecordKind.RECOMMENDATION, False], "recommendation", "recommendations", "recommendations"),
        HomeCount(records[RecordKind.FINDING, False], "paragraph", "paragraphs", "findings"),
        HomeCount(records[RecordKind.ACTION, False], "action", "actions", "actions"),
        HomeCount(documents.count() - documents.not_published().count(), "document", "documents", "documents"),
    )


def _picture(request: HttpRequest, authorities: Sequence[int]) -> dict[str, object]:
    """The tile map of England, or the timeline if there is only one authority."""
    if len(authorities) == 1:
        (authority,) = Authority.objects.filter(pk__in=authorities)
        return {"authority": authority, "timeline": timeline_of(authority)}
    return {"tile_map": tile_map(request.GET.get("sort", "")), "sorts": tuple(SORTS), "looks": SHAPES}


@takes("sort")
def home_page(request: HttpRequest) -> HttpResponse:
    """Counts, the tile map or timeline, the newest inspections and the newest documents."""
    shown = Inspection.objects.published()
    newest = shown.with_own_report().order_by(F("year").desc(nulls_last=True), "-started", "pk")[:NEWEST]
    answers = Report.objects.published().filter(is_own=False).select_related("authority")
    authorities = list(all_authorities().values_list("pk", flat=True))
    years = shown.aggregate(first=Min("year"), last=Max("year"), number=Count("pk"))
    context = {
        "counts": cached("home counts", current_revision(), lambda: _counts(len(authorities), years["number"])),
        "years": years,
        "inspections": with_overall(newest),
        "answers": answers.order_by("-published", "pk")[:NEWEST],
        **_picture(request, authorities),
    }
    return render(request, "findings/home.html", context)
