"""Views of lists: rows in pages, with or without filters."""

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
    """Rows in pages, with the numbers of the pages around the current one. A page that does not exist is a 404."""

    paginate_by = 25

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the numbers of the pages, with ellipses; none where there is one page."""
        context = super().get_context_data(**kwargs)
        paginator: Paginator[Any] = context["paginator"]
        page: Page[Any] = context["page_obj"]
        numbers = paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
        return context | {"page_numbers": list(numbers) if paginator.num_pages > 1 else []}


class FilteredPaginator(AnyPaginator):
    """Pages of the rows that a filter set leaves, found by their keys first and then loaded by ``prepare``.

    The number of rows comes from the counts beside the filters. Rows that have groups are searched in the groups of the
    page alone, so the last page costs what the first one does. Keys are cached for the revision of the filter set.
    """

    def __init__(
        self, filterset: FacetedFilterSet, per_page: int, prepare: Callable[[QuerySet[Any]], QuerySet[Any]]
    ) -> None:
        super().__init__(filterset.qs, per_page)
        self.filterset, self.prepare = filterset, prepare

    @property
    def count(self) -> int:
        """The number of rows on all pages."""
        return self.filterset.total

    def page(self, number: int | str) -> Page[Any]:
        """A page by its number. Raises InvalidPage where there is none."""
        number = self.validate_number(number)
        keys = self._keys((number - 1) * self.per_page) if self.count else []
        found = self.prepare(self.filterset.qs.model._default_manager.filter(pk__in=keys)).in_bulk()
        return Page([found[key] for key in keys if key in found], number, self)

    def _keys(self, first: int) -> list[Any]:
        rows, revision, group = self.filterset.qs, self.filterset.revision, self.filterset.group
        if group:
            inside, first = self.filterset.window(first, self.per_page)
            rows = self.filterset.within(inside)
        wanted = rows.values_list("pk", flat=True)[first : first + self.per_page]
        question = wanted.query.sql_with_params()
        return cached(f"keys of {question}", revision, lambda: list(wanted))


class FilteredList(PagedList):
    """Rows that a filter set leaves, in pages. With a wrong filter value the list is empty and says what is wrong.

    ``title`` names the page to browsers and in breadcrumbs, ``heading`` stands on it, ``url_name`` is the name of its
    address and begins those of its exports; ``one`` and ``many`` name its rows where they are counted.
    """

    filterset_class: ClassVar[type[FacetedFilterSet]]
    title: ClassVar[str]
    heading: ClassVar[str]
    url_name: ClassVar[str]
    one: ClassVar[str]
    many: ClassVar[str]

    def rows(self) -> QuerySet[Any]:
        """All rows of the list in order, without what only their display needs."""
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
        """Add the filters, what is wrong with them, and the names of the list."""
        context = super().get_context_data(**kwargs)
        return context | {
            "filterset": self.filterset,
            "problems": self.filterset.problems,
            "title": self.title,
            "heading": self.heading,
            "one": self.one,
            "many": self.many,
            "data": self.url_name,
        }
