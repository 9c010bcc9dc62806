"""Lists of rows in pages, with or without filters, as every list page of the site is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.views.generic import ListView

from inspections.filtering import FacetedFilterSet

if TYPE_CHECKING:
    AnyList = ListView[Any]
else:
    AnyList = ListView


class PagedList(AnyList):
    """Rows in pages, with the numbers of the pages beside the current one. A page number that does not exist is a 404."""

    paginate_by = 25

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The numbers of the pages, with ellipses."""
        context = super().get_context_data(**kwargs)
        paginator: Paginator[Any] = context["paginator"]
        page: Page[Any] = context["page_obj"]
        numbers = paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        return context | {"page_numbers": list(numbers) if paginator.num_pages > 1 else []}


class FilteredList(PagedList):
    """Rows that a filter set leaves, in pages.

    With a wrong filter value the list is empty and the page says what is wrong. ``one`` and ``many`` name the rows in its count.
    """

    filterset_class: ClassVar[type[FacetedFilterSet]]
    one: ClassVar[str]
    many: ClassVar[str]

    def rows(self) -> QuerySet[Any]:
        """All rows of the list, in their order, without what only their display needs."""
        raise NotImplementedError

    def shown(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The rows with what their display needs."""
        return rows

    def get_queryset(self) -> QuerySet[Any]:
        """The rows that the filters leave."""
        self.filterset = self.filterset_class(self.request.GET, queryset=self.rows())
        return self.shown(self.filterset.qs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The filters and what is wrong with them."""
        context = super().get_context_data(**kwargs)
        return context | {
            "filterset": self.filterset,
            "problems": self.filterset.problems,
            "one": self.one,
            "many": self.many,
        }
