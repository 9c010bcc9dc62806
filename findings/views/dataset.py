"""What can be had as a file, and data sets: the rows and filters of a list, its columns, how a feed shows a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import QueryDict

from findings.exports.atom import FeedEntry, Moments, newest_records
from findings.exports.columns import ExportColumn
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.views import FilteredPaginator

Rows = QuerySet[Any]
CHUNK = 500


class Exported(Protocol):
    """Rows under filters, with columns: a list, or the numbers of an analysis."""

    @property
    def name(self) -> str:
        """The name of its page, which begins those of its files."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def description(self) -> str:
        """What its rows are."""

    @property
    def columns(self) -> tuple[ExportColumn, ...]:
        """Its columns."""

    @property
    def key(self) -> str:
        """The column whose values are unique, "" if there is none."""

    def found(self, query: QueryDict) -> FacetedFilterSet:
        """The filters with what an address asks for."""

    def all(self, found: Any) -> Iterable[Any]:
        """All rows that the filters leave."""

    def pages(self, found: Any, size: int) -> Paginator[Any]:
        """The same rows in pages."""

    def note(self, found: Any) -> str:
        """A sentence that users of this file should know, "" if there is none."""


@dataclass(frozen=True, slots=True)
class DatasetFeed:
    """How a feed shows rows: the entry of a row, and which rows changed last."""

    entry: Callable[[Any], FeedEntry]
    newest: Callable[[Rows], Moments] = newest_records


@dataclass(frozen=True, slots=True)
class Dataset:
    """A list as data.

    ``name`` begins its addresses and is that of its list page; ``prepare`` adds what the columns need; ``key`` is the
    column whose values are unique, "" if there is none. ``by_key`` is False if one record can be in several rows.
    """

    name: str
    title: str
    description: str
    rows: Callable[[], Rows]
    filters: type[FacetedFilterSet]
    columns: tuple[ExportColumn, ...]
    prepare: Callable[[Rows], Rows]
    feed: DatasetFeed
    key: str = "permanent_link"
    by_key: bool = True

    def found(self, query: QueryDict) -> FacetedFilterSet:
        """The filters with what an address asks for."""
        return self.filters(query, queryset=self.rows())

    def all(self, found: FacetedFilterSet) -> Iterable[Any]:
        """All rows that the filters leave, with what the columns need, loaded in portions."""
        return self.prepare(found.qs).iterator(chunk_size=CHUNK)

    def pages(self, found: FacetedFilterSet, size: int) -> Paginator[Any]:
        """The same rows in pages."""
        return FilteredPaginator(found, size, self.prepare) if self.by_key else Paginator(self.prepare(found.qs), size)

    def newest(self, found: FacetedFilterSet) -> list[tuple[Any, datetime]]:
        """The rows that changed last, with the time. What columns need is loaded for these alone."""
        moments = self.feed.newest(found.qs)
        rows = self.prepare(found.queryset.model._default_manager.filter(pk__in=[key for key, _ in moments])).in_bulk()
        return [(rows[key], changed) for key, changed in moments if key in rows]

    def note(self, found: FacetedFilterSet) -> str:
        """A sentence that users of this file should know, "" if there is none."""
        return ""
