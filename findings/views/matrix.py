"""The matrix of authorities and domains."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from inspections.analysis.days import last_day
from inspections.analysis.ground import held_up_to
from inspections.judgements.latest import preferred_in_columns
from inspections.judgements.matrix import MatrixFilterSet, matrix_columns, matrix_rows
from inspections.lists.lookups import among
from inspections.lists.views import PagedList
from inspections.models import Authority, Inspection

MOST = 1_000
"""More rows than there are authorities."""
ORDER = ("inspection__authority__is_sample", "inspection__authority__name", "column_order", "pk")


def all_preferred() -> QuerySet[Any]:
    """All preferred judgements, by authority and domain of today, from which the filters select the latest."""
    return preferred_in_columns().order_by(*ORDER)


class MatrixPage(PagedList):
    """A table with a row for each authority and a column for each domain of today."""

    template_name = "findings/matrix.html"
    paginate_by = 20

    def get_paginate_by(self, queryset: QuerySet[Any]) -> int:
        """The rows of a page; ``?rows=all`` asks for all of them, to print them."""
        return MOST if self.request.GET.get("rows") == "all" else self.paginate_by

    def get_queryset(self) -> QuerySet[Authority]:
        """The authorities of the judgements that the filters leave, by name, those of the samples last."""
        self.filterset = MatrixFilterSet(self.request.GET, queryset=preferred_in_columns())
        found = Inspection.objects.filter(among(self.filterset.by_group)).order_by().values("authority")
        return Authority.objects.filter(pk__in=found).order_by("is_sample", "name")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The filters, and the rows and columns of the page."""
        context = super().get_context_data(**kwargs)
        filterset = self.filterset
        columns, held = matrix_columns(filterset), held_up_to()
        return context | {
            "held": held,
            "is_beyond": bool(filterset.day and not filterset.problems and filterset.day > last_day(held)),
            "filterset": filterset,
            "problems": filterset.problems,
            "one": "authority",
            "many": "authorities",
            "data": "matrix",
            "columns": columns,
            "matrix": () if filterset.problems else matrix_rows(filterset, context["object_list"], columns),
            "list_query": self._list_query(),
            "whole_query": self._whole_query(),
        }

    def _list_query(self) -> str:
        """The same filters for the list of judgements, which has none for a day."""
        query = self.request.GET.copy()
        for name in ("on", "page", "rows"):
            query.pop(name, None)
        return query.urlencode()

    def _whole_query(self) -> str:
        """The same filters with all rows on one page."""
        query = self.request.GET.copy()
        query.pop("page", None)
        query["rows"] = "all"
        return query.urlencode()
