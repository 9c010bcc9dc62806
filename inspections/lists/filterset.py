"""What every filter set of the public pages shares: choices with counts, selections that can be removed, problems in words.

A filter set serves a page and its exports alike. It decides in this order: a parameter that is no filter is a problem; a value that a
filter does not know is a problem; with a problem there are no rows, so that nobody takes an unfiltered list for a filtered one. The
choices of a filter are those that occur in the rows left by all *other* filters, with their number, and those that are chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import django_filters
from django.db.models import F
from django.http import QueryDict

from inspections.caching.revision import current_revision
from inspections.lists.facet_counts import FacetCounts, count_by
from inspections.lists.filters import ChoicesFilter, FilterChoice, Rows
from inspections.lists.grouping import RowGroup, add_up, counts_of

FEW_CHOICES = 4
ITS_GROUP = "group of the row"


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter as the form shows it: ``shown_as`` names its template, ``problem`` is the sentence beside it, or ""."""

    name: str
    label: str
    hint: str
    shown_as: str
    value: str
    choices: tuple[FilterChoice, ...]
    problem: str

    @property
    def id(self) -> str:
        """The id of the form control to which an error summary links."""
        return f"filter-{self.name}"

    @property
    def is_open(self) -> bool:
        """Whether the form shows it unfolded: when it is in use, and when it takes little room."""
        return bool(self.problem or len(self.choices) <= FEW_CHOICES or self.is_chosen)

    @property
    def is_chosen(self) -> bool:
        """Whether it is set."""
        return bool(self.value or any(choice.chosen for choice in self.choices))


@dataclass(frozen=True, slots=True)
class FilterSelection:
    """A filter of the address in words, a wrong one too, with the query string of the page without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class FilterProblem:
    """What is wrong with a parameter, and the control where it can be put right ("" when there is none)."""

    id: str
    message: str


class FacetedFilterSet(django_filters.FilterSet):
    """A filter set that can tell its choices, what is chosen, and what is wrong.

    ``not_filters`` are the parameters of the address that mean something else; ``group`` is what many rows share.
    """

    not_filters: ClassVar[frozenset[str]] = frozenset({"page"})
    group: ClassVar[RowGroup | None] = None

    @property
    def query(self) -> QueryDict:
        """The parameters as they came."""
        return self.data if isinstance(self.data, QueryDict) else QueryDict()

    @cached_property
    def cleaned(self) -> Mapping[str, Any]:
        """The values of the filters that hold good ones."""
        self.form.is_valid()
        return getattr(self.form, "cleaned_data", {})

    def narrow(self, rows: Rows, but: str = "") -> Rows:
        """The rows that all filters leave, save the one named."""
        for name, value in self.cleaned.items():
            if name != but:
                rows = self.filters[name].filter(rows, value)
        return rows

    @property
    def qs(self) -> Rows:
        """The rows that all filters leave; none while a parameter is wrong."""
        rows = self.queryset.all()
        return rows.none() if self.problems else self.narrow(rows)

    @cached_property
    def problems(self) -> tuple[FilterProblem, ...]:
        """What is wrong with the parameters, in the order of the form."""
        unknown = [name for name in self.query if name not in self.filters and name not in self.not_filters]
        return (
            *(
                FilterProblem(f"filter-{name}", str(message))
                for name, messages in self.form.errors.items()
                for message in messages
            ),
            *(
                FilterProblem("", f"There is no filter called “{name}”. Remove it from the address.")
                for name in unknown
            ),
        )

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """Every filter as the form shows it."""
        return tuple(self._facet(name) for name in self.filters)

    def _facet(self, name: str) -> Facet:
        own = self.filters[name]
        problem = " ".join(str(message) for message in self.form.errors.get(name, ()))
        choices: tuple[FilterChoice, ...] = ()
        value = ""
        if isinstance(own, ChoicesFilter):
            choices = self.choices_of(name, own)
        else:
            value = self.query.get(name, "")
        return Facet(name, str(own.label), own.hint, own.shown_as, value, choices, problem)

    def choices_of(self, name: str, own: ChoicesFilter) -> tuple[FilterChoice, ...]:
        """What can be chosen in a filter, counted over the rows that all others leave."""
        counted = self._counted_but(name) if self.cleaned.get(name) else self._counted
        return own.choices(self.form.fields[name], counted.by[name], self.query.getlist(name))

    @cached_property
    def revision(self) -> str:
        """The version of the knowledge base for which is counted."""
        return current_revision()

    @cached_property
    def _choosing(self) -> dict[str, ChoicesFilter]:
        """The filters that have choices."""
        return {name: own for name, own in self.filters.items() if isinstance(own, ChoicesFilter)}

    @cached_property
    def _counted(self) -> FacetCounts:
        """The rows that all filters leave, by every filter that is not in use."""
        return self._count(self.narrow(self.queryset.all()), [n for n in self._choosing if not self.cleaned.get(n)])

    def _counted_but(self, name: str) -> FacetCounts:
        return self._count(self.narrow(self.queryset.all(), but=name), [name])

    def _count(self, rows: Rows, names: Sequence[str]) -> FacetCounts:
        """Rows by filters: by those that the group of a row holds in sums over its groups, by all others row by row."""
        start = self.group.start if self.group else ""
        held = {name: own.columns(start) for name, own in self._choosing.items() if own.is_held_by(start)}
        several = {name: own.several for name in names if (own := self._choosing[name]).several}
        columns = {name: self._choosing[name].columns() for name in names if name not in {*held, *several}}
        if self.group is None:
            return count_by(rows, columns, self.revision, several)
        found = count_by(rows, columns | {ITS_GROUP: (F(self.group.path),)}, self.revision, several)
        groups = counts_of(found.by[ITS_GROUP])
        of_groups = self.group.held([one for own in held.values() for one in own], self.revision)
        sums = {name: add_up(groups, of_groups, (place,)) for place, name in enumerate(held) if name in names}
        return FacetCounts(found.total, {**found.by, **sums})

    @property
    def total(self) -> int:
        """The number of rows that all filters leave."""
        return 0 if self.problems else self._counted.total

    @property
    def by_group(self) -> Mapping[int, int]:
        """The number of rows that all filters leave by their group; none where rows have no group."""
        return {} if self.problems or self.group is None else counts_of(self._counted.by[ITS_GROUP])

    @property
    def selections(self) -> tuple[FilterSelection, ...]:
        """What the address chooses, each with the address that takes it away."""
        found: list[FilterSelection] = []
        for name, values in self.query.lists():
            if name in self.not_filters:
                continue
            own = self.filters.get(name)
            known = self.form.fields[name].known if isinstance(own, ChoicesFilter) else {}
            title = str(own.label) if own else name
            found += [FilterSelection(title, known.get(one, one), self._without(name, one)) for one in values if one]
        return tuple(found)

    def _without(self, name: str, value: str) -> str:
        query = self.query.copy()
        query.setlist(name, [other for other in query.getlist(name) if other != value])
        query.pop("page", None)
        return f"?{query.urlencode()}"

    @property
    def cleared(self) -> str:
        """The query string without any filter: "", or what else the address says."""
        query = self.query.copy()
        for name in [name for name in query if name not in self.not_filters or name == "page"]:
            del query[name]
        return f"?{query.urlencode()}" if query else ""

    @property
    def query_string(self) -> str:
        """The filters that are set, as an address has them, without the page: "?domain=adoption", or ""."""
        query = self.query.copy()
        query.pop("page", None)
        for name in list(query):
            query.setlist(name, [value for value in query.getlist(name) if value])
        return f"?{query.urlencode()}" if any(query.values()) else ""
