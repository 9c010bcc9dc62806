"""The views of the analyses, and their addresses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.paginator import InvalidPage, Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.generic import View

from findings.views.analysis.analyses import ANALYSES
from findings.views.analysis.analysis import Analysis, DrillDown
from findings.views.export import file_addresses
from inspections.analysis.charts import FEWEST
from inspections.caching.pages import kept_page


class AnalysisPage(View):
    """One analysis. With a wrong filter value nothing is shown, and the page says what is wrong."""

    analysis: Analysis = None  # type: ignore[assignment]  # set by as_view(), which takes only names that exist

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page."""
        filterset = self.analysis.filterset(request.GET)
        context: dict[str, Any] = {
            "analysis": self.analysis,
            "filterset": filterset,
            "problems": filterset.problems,
            "fewest": FEWEST,
        }
        if not filterset.problems:
            answer = self.analysis.answer(filterset)
            page = _page(answer.listed, self.analysis.per_page, request.GET.get("page", "1"))
            context |= {
                "answer": answer,
                "drill_down": _drill_down(self.analysis, page),
            }
        return render(request, self.analysis.template, context)


def _drill_down(analysis: Analysis, page: Page[Any]) -> DrillDown:
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    items = tuple(analysis.shown(list(page.object_list)))
    return DrillDown(analysis.row, items, page, tuple(numbers) if page.has_other_pages() else ())


def _page(listed: Sequence[Any], per_page: int, number: str) -> Page[Any]:
    """A page of what is listed. Raises Http404 for one that does not exist."""
    try:
        return Paginator(listed, per_page).page(number)
    except InvalidPage as error:
        raise Http404(str(error)) from error


def index_page(request: HttpRequest) -> HttpResponse:
    """All analyses, with questions that they answer."""
    return render(request, "findings/analysis/index.html", {"analyses": ANALYSES})


def _addresses(analysis: Analysis) -> list[URLPattern]:
    place = f"analysis/{analysis.place}"
    page = path(f"{place}/", kept_page(AnalysisPage.as_view(analysis=analysis)), name=analysis.name)
    return [page, *file_addresses(analysis, place)]


ANALYSIS_PAGES = [
    path("analysis/", kept_page(index_page), name="analysis"),
    *(address for analysis in ANALYSES for address in _addresses(analysis)),
]
