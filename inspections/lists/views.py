"""Lists of rows in pages, with or without filters, as every list page of the site is one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.views.generic import ListView

from inspections.caching.revision import cached
from inspections.lists.filterset import FacetedFilterSet

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


class FilteredPaginator(AnyPaginator):
    """Pages of rows that are found by their keys first and loaded with all they need second.

    The number of rows was counted with the choices of the filters; rows that have groups are looked for in the groups on the page alone,
    and so the last page costs what the first one does. The keys are remembered while the version of the filters stays.
    """

    def __init__(
        self, filterset: FacetedFilterSet, per_page: int, shown: Callable[[QuerySet[Any]], QuerySet[Any]]
    ) -> None:
        super().__init__(filterset.qs, per_page)
        self.filterset, self.shown = filterset, shown

    @property
    def count(self) -> int:
        """The number of rows on all pages."""
        return self.filterset.total

    def page(self, number: int | str) -> Page[Any]:
        """A page by its number; raises InvalidPage when there is none."""
        number = self.validate_number(number)
        keys = self._keys((number - 1) * self.per_page) if self.count else []
        found = self.shown(self.filterset.qs.model._default_manager.filter(pk__in=keys)).in_bulk()
        return Page([found[key] for key in keys if key in found], number, self)

    def _keys(self, first: int) -> list[Any]:
        rows, revision, group = self.filterset.qs, self.filterset.revision, self.filterset.group
        if group:
            inside, first = group.window(self.filterset.by_group, revision, first, self.per_page)
            rows = rows.filter(**{f"{group.path}__in": inside})
        wanted = rows.values_list("pk", flat=True)[first : first + self.per_page]
        question = wanted.query.get_compiler(rows.db).as_sql()
        return cached(repr(question), revision, lambda: list(wanted))


class FilteredList(PagedList):
    """Rows that a filter set leaves, in pages.

    With a wrong filter value the list is empty and the page says what is wrong. ``one`` and ``many`` name the rows in its count; ``data``
    begins the addresses of its files where that is another word than ``many``.
    """

    filterset_class: ClassVar[type[FacetedFilterSet]]
    one: ClassVar[str]
    many: ClassVar[str]
    data: ClassVar[str] = ""

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

    def get_paginator(self, queryset: Any, per_page: int, *args: Any, **kwargs: Any) -> FilteredPaginator:
        """Pages of the rows with what their display needs."""
        return FilteredPaginator(self.filterset, per_page, self.shown)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The filters and what is wrong with them."""
        context = super().get_context_data(**kwargs)
        return context | {
            "filterset": self.filterset,
            "problems": self.filterset.problems,
            "one": self.one,
            "many": self.many,
            "data": self.data or self.many,
        }
