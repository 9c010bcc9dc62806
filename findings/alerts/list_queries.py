"""What shall be followed: a list by its name, and its filters from the query of an address.

The query is made canonical, so that one search is saved once: parameters that choose no rows (page, order, columns) and
empty values are left out, the others are sorted. A list that does not exist, an unknown parameter and a wrong value are
refused with a sentence.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse

from findings.alerts.models import SavedSearch, SearchCriterion
from findings.search.filters import SearchFilterSet
from findings.views.dataset import Dataset, filters_in_words
from findings.views.datasets import DATASETS
from inspections.lists.filterset import FacetedFilterSet

BY_NAME = {dataset.name: dataset for dataset in DATASETS}
CHOOSE_NO_ROWS = frozenset({"page", "columns", "rows", "sort"})
NOT_UNDERSTOOD = "Nothing can be searched for with these words. Change them on the page of search first."
LONGEST_VALUE = 200


class NotFollowable(ValueError):
    """What was asked for cannot be followed. ``sentences`` say why; ``is_unknown`` tells that there is no such list."""

    def __init__(self, *sentences: str, is_unknown: bool = False) -> None:
        super().__init__(" ".join(sentences))
        self.sentences, self.is_unknown = sentences, is_unknown


@dataclass(frozen=True, slots=True)
class ListQuery:
    """A list with filters that can be followed: the data set, the filters, and the canonical query."""

    dataset: Dataset
    found: FacetedFilterSet
    query: str

    @property
    def title(self) -> str:
        """What it is called: "Recommendations – Theme: Early help"."""
        return f"{self.dataset.title}{filters_in_words(self.found)}"

    @property
    def address(self) -> str:
        """The address of the list, without the site."""
        return self._with_query(reverse(self.dataset.name))

    @property
    def feed(self) -> str:
        """The address of its feed."""
        return self._with_query(reverse(f"{self.dataset.name}-atom"))

    @property
    def fingerprint(self) -> str:
        """What tells it from every other."""
        return hashlib.sha256(f"{self.dataset.name}?{self.query}".encode()).hexdigest()

    def criteria(self) -> Iterator[tuple[str, str]]:
        """The values of its filters, by the names of the filters, as far as an index takes them."""
        for name, values in QueryDict(self.query).lists():
            if name in self.found.filters:
                yield from ((name, str(value)[:LONGEST_VALUE]) for value in values)

    def _with_query(self, address: str) -> str:
        return f"{address}?{self.query}" if self.query else address


def list_query(name: str, query: QueryDict) -> ListQuery:
    """The list of that name under those filters. Raises NotFollowable."""
    dataset = BY_NAME.get(name)
    if dataset is None:
        raise NotFollowable(f"There is no list called “{name}” that can be followed.", is_unknown=True)
    asked = canonical(query)
    found = dataset.filterset(asked)
    if found.problems:
        raise NotFollowable(*(problem.message for problem in found.problems))
    if isinstance(found, SearchFilterSet) and found.search is None:
        raise NotFollowable(NOT_UNDERSTOOD)
    return ListQuery(dataset, found, asked.urlencode())


def query_of(search: SavedSearch) -> ListQuery:
    """What a saved search follows. Raises NotFollowable where a filter no longer knows its value."""
    return list_query(search.dataset, QueryDict(search.query))


def saved_search(wanted: ListQuery) -> SavedSearch:
    """The saved search for what is wanted, made with its criteria where nobody follows it yet."""
    search, is_new = SavedSearch.objects.get_or_create(
        fingerprint=wanted.fingerprint, defaults={"dataset": wanted.dataset.name, "query": wanted.query}
    )
    if is_new:
        SearchCriterion.objects.bulk_create(
            SearchCriterion(search=search, name=name, value=value) for name, value in set(wanted.criteria())
        )
    return search


def canonical(query: QueryDict) -> QueryDict:
    """The parameters that choose rows, once each and sorted."""
    asked = QueryDict(mutable=True)
    for name in sorted(set(query) - CHOOSE_NO_ROWS):
        values = sorted({value.strip() for value in query.getlist(name)} - {""})
        if values:
            asked.setlist(name, values)
    return asked
