"""The page of what is held, and what is not."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from inspections.lists.coverage import coverage_rows, kinds_held, with_coverage
from inspections.lists.filtersets import CoverageFilterSet
from inspections.lists.views import FilteredList
from inspections.models import FetchRun, Inspection


class CoverageList(FilteredList):
    """The coverage by authority, framework and year, with the newest report of each kind."""

    filterset_class = CoverageFilterSet
    template_name = "inspections/coverage.html"
    paginate_by = 50
    title = heading = "What is held, and what is not"
    url_name = "coverage"
    one, many = "group of inspections", "groups of inspections"

    def rows(self) -> QuerySet[Inspection]:
        """Return the first inspection of each group."""
        return coverage_rows()

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """Add the numbers."""
        return with_coverage(rows)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the kinds of report that are held, and when sources were last checked."""
        context = super().get_context_data(**kwargs)
        context["checks"] = FetchRun.objects.newest().order_by("-finished_at", "title")
        return context | {"kinds": () if self.filterset.problems else kinds_held(self.filterset.cleaned)}
