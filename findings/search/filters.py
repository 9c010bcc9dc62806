"""The filters of search. They are applied inside the index, and look like those of every other list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import ClassVar

from findings.models import SearchEntry
from findings.search.entries import FACETS
from findings.search.find import Search, SearchOrder
from findings.search.language import SearchQuery, parse
from findings.search.terms import Terms, Token, any_of, facet
from inspections.lists.filters import ChoicesFilter, FilterChoice, YearsFilter, codes
from inspections.lists.filterset import FacetedFilterSet, FilterProblem
from inspections.models import Authority, Domain, Framework, Report
from inspections.vocabulary import RecordKind

COLUMNS = {
    "kind": "kind",
    "authority": "authority_id",
    "framework": "framework_id",
    "domain": "domain_id",
    "year": "year",
}
"""The column of an entry that each filter is about."""
KEYS = {"authority": (Authority, "slug"), "framework": (Framework, "code"), "domain": (Domain, "code")}
"""The filters whose values are codes, where entries hold the keys: the model and its column of codes."""


def years() -> Iterable[tuple[str, str]]:
    """The years of the published reports."""
    found = Report.objects.published().filter(year__isnull=False).order_by("-year").values_list("year", flat=True)
    return ((str(year), str(year)) for year in found.distinct())


class SearchFilterSet(FacetedFilterSet):
    """Filters of the records that the words in ``q`` find; without words, of every record."""

    not_filters: ClassVar[frozenset[str]] = frozenset({"page", "q", "sort"})

    kind = ChoicesFilter("kind", load=RecordKind.choices, label="Kind")
    authority = ChoicesFilter("authority", load=codes(Authority, "slug", "name"), label="Authority", shown_as="select")
    year = YearsFilter("year", load=years, label="Year of the report")
    framework = ChoicesFilter("framework", load=codes(Framework, "code", "short_name"), label="Framework")
    domain = ChoicesFilter("domain", load=codes(Domain, "code", "name"), label="Domain")

    class Meta:
        model = SearchEntry
        fields: tuple[str, ...] = ()

    @property
    def typed(self) -> str:
        """What was typed into the search box."""
        return self.query.get("q", "").strip()

    @cached_property
    def understood(self) -> SearchQuery:
        """The query as it was understood."""
        return parse(self.typed)

    @property
    def order(self) -> SearchOrder:
        """How the results are sorted; by relevance unless the address says otherwise."""
        return (
            SearchOrder(self.query.get("sort") or SearchOrder.RELEVANCE)
            if not self._sort_problem
            else SearchOrder.RELEVANCE
        )

    @property
    def _sort_problem(self) -> tuple[FilterProblem, ...]:
        sort = self.query.get("sort", "")
        if not sort or sort in set(SearchOrder):
            return ()
        return (FilterProblem("", f"“{sort}” is no order of the results. Sort by relevance or by date."),)

    @cached_property
    def problems(self) -> tuple[FilterProblem, ...]:
        """What is wrong with the filters or the order."""
        return (*super().problems, *self._sort_problem)

    @cached_property
    def search(self) -> Search | None:
        """The search under the filters; None while a parameter is wrong, or if nothing typed was understood."""
        if self.problems or (self.typed and not self.understood.expression):
            return None
        narrowed: dict[str, Terms] = {}
        for name, column in COLUMNS.items():
            if values := self.cleaned.get(name):
                keys = self._keys(name)
                narrowed[column] = any_of(Token(facet(FACETS[column], keys.get(value, value))) for value in values)
        return Search(self.understood.expression, narrowed, self.order)

    @property
    def has_more(self) -> bool:
        """Whether more records are found than are counted and shown."""
        return bool(self.search and self.search.has_more)

    def _keys(self, name: str) -> Mapping[str, str]:
        """For a filter whose entries hold keys, the key of each code; else empty."""
        if name not in KEYS:
            return {}
        model, code = KEYS[name]
        return {str(value): str(key) for value, key in model._default_manager.values_list(code, "pk")}

    def choices_of(self, name: str, own: ChoicesFilter) -> tuple[FilterChoice, ...]:
        """The choices with the number of records; without it where nothing is searched for or too much is found."""
        field, chosen = self.form.fields[name], self.query.getlist(name)
        counted = self.search.counts(COLUMNS[name]) if self.search else None
        if counted is None:
            return own.choices(field, dict.fromkeys(field.known), chosen)
        keys = self._keys(name)
        return own.choices(
            field, {code: counted[key] for code, key in keys.items() if key in counted} if keys else counted, chosen
        )
