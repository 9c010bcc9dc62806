"""The list of figures, and the series of an authority."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from findings.exports.figures import figures_to_export
from findings.filtersets.figures import FigureFilterSet
from findings.labels import label_of
from findings.models import Figure
from findings.reports.figure_series import series_of
from findings.reports.figure_statements import figure_statement
from inspections.analysis.charts import FEWEST
from inspections.lists.grouping import BY_REPORT
from inspections.lists.views import FilteredList
from inspections.models import Authority


def all_figures() -> QuerySet[Figure]:
    """All published figures, the newest report first."""
    return Figure.objects.published().order_by(*BY_REPORT.before("finding__ordinal", "ordinal", "pk"))


class FigureList(FilteredList):
    """Figures with the sentence that states each, and where it stands."""

    filterset_class = FigureFilterSet
    template_name = "findings/figures.html"
    title = heading = "Figures"
    url_name = "figures"
    one, many = "figure", "figures"

    def rows(self) -> QuerySet[Figure]:
        """All figures."""
        return all_figures()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with their paragraphs and reports."""
        return figures_to_export(rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what each figure is in words, and the name of its paragraph."""
        context = super().get_context_data(**kwargs)
        rows = context["object_list"]
        return context | {"figures": [(figure_statement(row, row.finding.text), label_of(row.finding)) for row in rows]}


def series_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Figures of the same kind over the reports of an authority."""
    authority = get_object_or_404(Authority, slug=slug)
    context = {"authority": authority, "series": series_of(authority), "fewest": FEWEST}
    return render(request, "findings/figure_series.html", context)
