"""A list as a file: the same filter set and order as its page, without pages."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.generic import View

from findings.exports import Column, csv_response, refusal
from inspections.filtering import FacetedFilterSet


class Export(View):
    """The rows that the filters leave, as CSV; ``excel`` chooses the variant for Excel."""

    excel = False
    name: ClassVar[str]
    filterset_class: ClassVar[type[FacetedFilterSet]]
    columns: ClassVar[tuple[Column[Any], ...]]

    def rows(self) -> QuerySet[Any]:
        """All rows of the list, in its order."""
        raise NotImplementedError

    def with_columns(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what the columns need."""
        raise NotImplementedError

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """The file, or with a wrong filter value the reason why there is none."""
        filterset = self.filterset_class(request.GET, queryset=self.rows())
        if filterset.problems:
            return refusal(problem.message for problem in filterset.problems)
        return csv_response(request, self.name, self.columns, self.with_columns(filterset.qs), excel=self.excel)
