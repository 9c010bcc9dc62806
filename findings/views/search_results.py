"""Search results as a data set: records of four kinds in one list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator

from findings.exports.atom import ENTRIES
from findings.search.filters import SearchFilterSet
from findings.search.find import MOST, Search
from findings.search.records import by_kind, keys_of, records_at
from findings.search.texts import MODELS
from findings.views.dataset import CHUNK, Dataset, Keys, OutdatedKeys, Rows
from inspections.lists.filterset import FacetedFilterSet
from inspections.lists.lookups import among
from inspections.lists.views import AnyPaginator

CHANGED = (
    "The knowledge base has changed since this cursor was made, and what is found may stand in another order. "
    "Begin anew without the cursor."
)


class FoundInPages(AnyPaginator):
    """Records in pages, loaded by the entries that search finds."""

    def __init__(self, dataset: FoundDataset, places: Any, per_page: int) -> None:
        super().__init__(places, per_page)
        self.dataset = dataset

    def page(self, number: int | str) -> Page[Any]:
        """A page by its number. Raises InvalidPage if there is none."""
        page = super().page(number)
        page.object_list = self.dataset.records(list(page.object_list))
        return page


class FoundDataset(Dataset):
    """Search results in the order of their page. ``prepare`` is called for each kind of record."""

    def records(self, places: list[int]) -> list[Any]:
        """The records of some entries."""
        return [row for _, row in records_at(keys_of(places), self.prepare)]

    def rows(self, filterset: FacetedFilterSet) -> Iterator[Any]:
        """All records, loaded in portions."""
        places = _search(filterset)[:MOST]
        for start in range(0, len(places), CHUNK):
            yield from self.records(places[start : start + CHUNK])

    def pages(self, filterset: FacetedFilterSet, size: int) -> Paginator[Any]:
        """The same records in pages."""
        return FoundInPages(self, _search(filterset), size)

    def page_after(self, filterset: FacetedFilterSet, keys: Keys, size: int) -> tuple[list[Any], Keys]:
        """The records that follow, by relevance or date. Their order holds for one revision of the knowledge base."""
        revision, start = keys or (filterset.revision, 0)
        if revision != filterset.revision:
            raise OutdatedKeys(CHANGED)
        places = list(_search(filterset)[start : min(start + size + 1, MOST)])
        end = start + size
        return self.records(places[:size]), (revision, end) if len(places) > size else ()

    def newest(self, filterset: FacetedFilterSet) -> list[tuple[Any, datetime]]:
        """The records that changed last, of all kinds together."""
        moments: dict[tuple[Any, int], datetime] = {}
        for kind, keys in by_kind(keys_of(_search(filterset)[:MOST])).items():
            records: Rows = MODELS[kind]._default_manager.filter(among(keys))
            moments |= {(kind, key): changed for key, changed in self.feed.newest(records)}
        latest = sorted(moments, key=lambda one: (moments[one], one[1]), reverse=True)[:ENTRIES]
        return [(row, moments[kind, row.pk]) for kind, row in records_at(latest, self.prepare)]

    def note(self, filterset: FacetedFilterSet) -> str:
        """That there are more results than files hold."""
        if isinstance(filterset, SearchFilterSet) and filterset.has_more:
            return (
                f"More than {MOST:,} records are found. These are the first; a word or a filter more brings up others."
            )
        return ""


def _search(found: FacetedFilterSet) -> Search | list[int]:
    return (found.search if isinstance(found, SearchFilterSet) else None) or []
