"""Lists of rows in pages, with or without filters, as every list page of the site is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.views.generic import ListView

from inspections import version
from inspections.filtering import FacetedFilterSet

if TYPE_CHECKING:
    AnyList = ListView[Any]
    AnyPaginator = Paginator[Any]
else:
    AnyList = ListView
    AnyPaginator = Paginator


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


class RowsInPages(AnyPaginator):
    """Pages of rows that are found by their keys first and loaded with all they need second.

    Sorting keys alone is quick, and so the last page costs what the first one does. The keys are remembered while the version ``state``
    stays; the number of rows is counted with the filters' choices and not once more.
    """

    def __init__(
        self,
        rows: QuerySet[Any],
        per_page: int,
        *,
        total: int,
        state: str,
        shown: Callable[[QuerySet[Any]], QuerySet[Any]],
    ) -> None:
        super().__init__(rows, per_page)
        self.rows, self.total, self.state, self.shown = rows, total, state, shown

    @property
    def count(self) -> int:
        """The number of rows on all pages."""
        return self.total

    def page(self, number: int | str) -> Page[Any]:
        """A page by its number; raises InvalidPage when there is none."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        wanted = self.rows.values_list("pk", flat=True)[first : first + self.per_page]
        keys: list[Any] = []
        if self.total:
            question = wanted.query.get_compiler(self.rows.db).as_sql()
            keys = version.remembered(repr(question), self.state, lambda: list(wanted))
        found = self.shown(self.rows.model._default_manager.filter(pk__in=keys)).in_bulk()
        return Page([found[key] for key in keys if key in found], number, self)


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
        return self.filterset.qs

    def get_paginator(self, queryset: Any, per_page: int, *args: Any, **kwargs: Any) -> RowsInPages:
        """Pages of the rows with what their display needs."""
        found = self.filterset
        return RowsInPages(queryset, per_page, total=found.total, state=found.state, shown=self.shown)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The filters and what is wrong with them."""
        context = super().get_context_data(**kwargs)
        return context | {
            "filterset": self.filterset,
            "problems": self.filterset.problems,
            "one": self.one,
            "many": self.many,
        }
