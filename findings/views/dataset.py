"""What a list as data is: its rows and filters, its columns, and how a row stands in a feed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet

from findings.exports.atom import FeedEntry, Moments, newest_records
from findings.exports.columns import ExportColumn
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.views import FilteredPaginator

Rows = QuerySet[Any]
CHUNK = 500


@dataclass(frozen=True, slots=True)
class DatasetFeed:
    """How rows stand in a feed: what an entry says, and which changed last."""

    entry: Callable[[Any], FeedEntry]
    newest: Callable[[Rows], Moments] = newest_records


@dataclass(frozen=True, slots=True)
class Dataset:
    """A list as data.

    ``name`` begins its addresses and is that of its list page; ``prepare`` adds what the columns need; ``key`` is the column that no two
    rows share, "" if there is none. ``by_key`` is False where one record can stand in several rows.
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

    def all(self, found: FacetedFilterSet) -> Iterable[Any]:
        """Every row that the filters leave, with what the columns need, a part of them in memory at a time."""
        return self.prepare(found.qs).iterator(chunk_size=CHUNK)

    def pages(self, found: FacetedFilterSet, size: int) -> Paginator[Any]:
        """The same in pages."""
        return FilteredPaginator(found, size, self.prepare) if self.by_key else Paginator(self.prepare(found.qs), size)

    def newest(self, found: FacetedFilterSet) -> list[tuple[Any, datetime]]:
        """The rows that changed last, with the time; what columns need is looked up for these alone."""
        moments = self.feed.newest(found.qs)
        rows = self.prepare(found.queryset.model._default_manager.filter(pk__in=[key for key, _ in moments])).in_bulk()
        return [(rows[key], changed) for key, changed in moments if key in rows]

    def note(self, found: FacetedFilterSet) -> str:
        """What is to be known of this file in a sentence, "" if nothing is."""
        return ""
