"""What can be had as a file, and data sets: the rows and filters of a list, its columns, how a feed shows a row.

The API reads a data set in portions that follow one another by keys, so that rows that are added in between neither
move nor repeat others (``Dataset.page_after``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Protocol

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict

from findings.exports.atom import FeedEntry, Moments, newest_records
from findings.exports.columns import ExportColumn
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.views import FilteredPaginator

Rows = QuerySet[Any]
Keys = tuple[Any, ...]
"""The place of a row among others: the values of its keys, or what else an order needs to go on."""
CHUNK = 500


class OutdatedKeys(Exception):
    """Keys after which rows can no longer be told; the message says why."""


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

    def filterset(self, query: QueryDict) -> FacetedFilterSet:
        """The filters with what an address asks for."""

    def rows(self, filterset: Any) -> Iterable[Any]:
        """All rows that the filters leave."""

    def pages(self, filterset: Any, size: int) -> Paginator[Any]:
        """The same rows in pages."""

    def note(self, filterset: Any) -> str:
        """A sentence that users of this file should know, "" if there is none."""


@dataclass(frozen=True, slots=True)
class DatasetFeed:
    """How a feed shows rows: the entry of a row, and which rows changed last."""

    entry: Callable[[Any], FeedEntry]
    newest: Callable[[Rows], Moments] = newest_records


@dataclass(frozen=True, slots=True)
class DatasetParameter:
    """A parameter of an address that is no filter but decides which rows there are: its description and its values."""

    name: str
    description: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dataset:
    """A list as data.

    ``name`` begins its addresses and is that of its list page; ``queryset`` has all rows that the public sees;
    ``prepare`` adds what the columns need; ``key`` is the
    column whose values are unique, "" if there is none. ``by_key`` is False if one record can be in several rows.
    ``keys`` are the columns by which the API goes through the rows; together they are unique. ``lookup`` is the
    condition for the row with a permanent id, None where rows have none. ``parameters`` are those beside the filters.
    """

    name: str
    title: str
    description: str
    queryset: Callable[[], Rows]
    filters: type[FacetedFilterSet]
    columns: tuple[ExportColumn, ...]
    prepare: Callable[[Rows], Rows]
    feed: DatasetFeed
    key: str = "permanent_link"
    by_key: bool = True
    keys: tuple[str, ...] = ("pk",)
    lookup: Callable[[str], Q] | None = None
    parameters: tuple[DatasetParameter, ...] = ()

    def filterset(self, query: QueryDict) -> FacetedFilterSet:
        """The filters with what an address asks for."""
        return self.filters(query, queryset=self.queryset())

    def rows(self, filterset: FacetedFilterSet) -> Iterable[Any]:
        """All rows that the filters leave, with what the columns need, loaded in portions."""
        return self.prepare(filterset.qs).iterator(chunk_size=CHUNK)

    def by_keys(self) -> Iterable[Any]:
        """All rows of the data set in the order of their keys, with what the columns need, loaded in portions.

        Only keys are read in one query: databases sort what they join, and whole rows would fill the memory.
        """
        rows = self.filterset(QueryDict()).qs.order_by(*self.keys)
        if not self.by_key:
            yield from self.prepare(rows).iterator(chunk_size=CHUNK)
            return
        keys, model = rows.values_list("pk", flat=True).iterator(chunk_size=CHUNK), rows.model._default_manager
        while some := list(islice(keys, CHUNK)):
            loaded = self.prepare(model.filter(pk__in=some)).in_bulk()
            yield from (loaded[key] for key in some)

    def pages(self, filterset: FacetedFilterSet, size: int) -> Paginator[Any]:
        """The same rows in pages."""
        if self.by_key:
            return FilteredPaginator(filterset, size, self.prepare)
        return Paginator(self.prepare(filterset.qs), size)

    def page_after(self, filterset: FacetedFilterSet, keys: Keys, size: int) -> tuple[list[Any], Keys]:
        """At most so many of the rows that the filters leave, from those keys on (all if empty), in their order.

        With them come the keys of the last row, () if no row follows. Raises OutdatedKeys.
        """
        rows = filterset.qs.filter(_beyond(self.keys, keys)) if keys else filterset.qs
        places = list(rows.order_by(*self.keys).values_list(*self.keys)[: size + 1])
        here = [tuple(place) for place in places[:size]]
        model = filterset.queryset.model._default_manager
        if self.by_key:
            loaded = self.prepare(model.filter(pk__in=[place[0] for place in here])).in_bulk()
            shown = [loaded[place[0]] for place in here if place[0] in loaded]
        else:
            within = filterset.qs.filter(pk__in={place[0] for place in here}).order_by(*self.keys)
            wanted = set(here)
            shown = [row for row in self.prepare(within) if tuple(getattr(row, key) for key in self.keys) in wanted]
        return shown, here[-1] if len(places) > size else ()

    def get(self, permanent_id: str) -> Any | None:
        """The row with a permanent id, with what the columns need; None if the public sees none."""
        rows = self.queryset()
        row = rows.filter(self.lookup(permanent_id)).order_by("pk").first() if self.lookup else None
        return self.prepare(rows.model._default_manager.filter(pk=row.pk)).get() if row else None

    def id_of(self, row: Any) -> str:
        """The permanent id of a row: its permanent address without the first word; "" where rows have none."""
        return str(row.get_absolute_url()).strip("/").partition("/")[2] if self.lookup else ""

    def newest(self, filterset: FacetedFilterSet) -> list[tuple[Any, datetime]]:
        """The rows that changed last, with the time. What columns need is loaded for these alone."""
        moments = self.feed.newest(filterset.qs)
        rows = self.prepare(
            filterset.queryset.model._default_manager.filter(pk__in=[key for key, _ in moments])
        ).in_bulk()
        return [(rows[key], changed) for key, changed in moments if key in rows]

    def note(self, filterset: FacetedFilterSet) -> str:
        """A sentence that users of this file should know, "" if there is none."""
        return ""


def filters_in_words(filterset: FacetedFilterSet) -> str:
    """What is typed and what the filters choose, so that readers tell one feed of a list from another, or ""."""
    typed = filterset.query.get("q", "").strip() if "q" in filterset.not_filters else ""
    by_label: dict[str, list[str]] = {}
    for chosen_value in filterset.selections:
        by_label.setdefault(chosen_value.label, []).append(chosen_value.value)
    said = "".join(f" – {label}: {', '.join(values)}" for label, values in by_label.items())
    return f" – “{typed}”{said}" if typed else said


def _beyond(names: Sequence[str], keys: Keys) -> Q:
    """The condition for rows that follow those keys, where rows stand in the order of these columns."""
    condition, same = Q(pk__in=()), Q()
    for name, key in zip(names, keys, strict=True):
        condition |= same & Q(**{f"{name}__gt": key})
        same &= Q(**{name: key})
    return condition
