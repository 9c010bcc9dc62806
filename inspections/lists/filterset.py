"""What all filter sets of the public pages share: choices with counts, removable selections, problems in words.

A filter set serves a page and its exports alike. A parameter that is no filter is a problem, and so is a value that a
filter does not know. With a problem there are no rows, so that nobody mistakes an unfiltered list for a filtered one. A
filter offers the values that occur in the rows left by all *other* filters, with their number, and the values that are
chosen.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from django.db.models import Q
from django.http import QueryDict

from inspections.caching.revision import cached
from inspections.lists.counting import CountedFilterSet
from inspections.lists.filters import ChoicesFilter, FilterChoice, Rows, TypedFilter
from inspections.lists.grouping import window

FEW_CHOICES = 4


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter as the form shows it.

    ``shown_as`` names its template. Beside it stands ``problem``, what is wrong with its value, or ``said``, what it
    made of the value; both are sentences, or "".
    """

    name: str
    label: str
    hint: str
    shown_as: str
    value: str
    choices: tuple[FilterChoice, ...]
    problem: str
    said: str = ""

    @property
    def id(self) -> str:
        """The id of the form control, to which the error summary links."""
        return f"filter-{self.name}"

    @property
    def is_open(self) -> bool:
        """Whether the form shows it unfolded: while it is in use or wrong, and where it takes little room."""
        return bool(self.problem or len(self.choices) <= FEW_CHOICES or self.is_chosen)

    @property
    def chosen(self) -> tuple[FilterChoice, ...]:
        """The choices that are chosen."""
        return tuple(choice for choice in self.choices if choice.chosen)

    @property
    def left(self) -> tuple[FilterChoice, ...]:
        """The choices that can be made yet."""
        return tuple(choice for choice in self.choices if not choice.chosen)

    @property
    def is_chosen(self) -> bool:
        """Whether it is in use."""
        return bool(self.value or any(choice.chosen for choice in self.choices))


@dataclass(frozen=True, slots=True)
class FilterSelection:
    """A value of the address, valid or not, in words, with the query string of the page without it."""

    label: str
    value: str
    without: str


@dataclass(frozen=True, slots=True)
class FilterProblem:
    """What is wrong with a parameter, and the id of the control that can put it right ("" if there is none)."""

    id: str
    message: str


class FacetedFilterSet(CountedFilterSet):
    """A filter set that tells its choices, what is chosen, and what is wrong.

    ``not_filters`` are parameters of the address with another meaning.
    """

    not_filters: ClassVar[frozenset[str]] = frozenset({"page"})

    @property
    def query(self) -> QueryDict:
        """The parameters of the address."""
        return self.data if isinstance(self.data, QueryDict) else QueryDict()

    @property
    def qs(self) -> Rows:
        """The rows that all filters leave; none while a parameter is wrong."""
        return self.queryset.none() if self.problems else self._left.all()

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
        value = said = ""
        if isinstance(own, ChoicesFilter):
            choices = self.choices_of(name, own)
        else:
            value = self.query.get(name, "")
            said = own.said(self.cleaned.get(name) or "")
        return Facet(name, str(own.label), own.hint, own.shown_as, value, choices, problem, said)

    def choices_of(self, name: str, own: ChoicesFilter) -> tuple[FilterChoice, ...]:
        """The choices of a filter, counted over the rows that all other filters leave."""
        counts = self._counts_without(name) if self.cleaned.get(name) else self._counts
        return own.choices(self.form.fields[name], counts.by[name], self.query.getlist(name))

    def number_of(self, flag: str, is_row: Q) -> int:
        """How many of the rows that all filters leave meet a condition, as a flag of kept numbers and told of rows.

        Counted once for each revision and question.
        """
        if not self.total:
            return 0
        rows = self.qs.order_by()

        def count() -> int:
            kept = self._find_kept(self._asked, rows)
            return kept.number(flag, is_row) if kept else int(rows.filter(is_row).count())

        return cached(f"number of {is_row} in {rows.query.sql_with_params()}", self.revision, count)

    @property
    def total(self) -> int:
        """The number of rows that all filters leave."""
        return 0 if self.problems else self._counts.total

    @property
    def by_group(self) -> Mapping[int, int]:
        """The number of rows that all filters leave, by the key of their group; empty where rows have no group."""
        return {} if self.problems else self._counts.by_group

    def window(self, first: int, number: int) -> tuple[list[int], int]:
        """The keys of the groups that hold these rows, and how many rows of these groups come before them."""
        return window(self.by_group, (group[0] for group in self._groups), first, number)

    @cached_property
    def selections(self) -> tuple[FilterSelection, ...]:
        """What the address chooses, each with the query string without it."""
        self.form.is_valid()  # some fields know a value only when they have looked it up
        found: list[FilterSelection] = []
        for name, values in self.query.lists():
            if name in self.not_filters:
                continue
            own = self.filters.get(name)
            title = str(own.label) if own else name
            found += [
                FilterSelection(title, self._in_words(name, one), self._without(name, one)) for one in values if one
            ]
        return tuple(found)

    def _in_words(self, name: str, value: str) -> str:
        own = self.filters.get(name)
        if isinstance(own, ChoicesFilter):
            return str(self.form.fields[name].known.get(value, value))
        return own.in_words(value) if isinstance(own, TypedFilter) and name not in self.form.errors else value

    def _without(self, name: str, value: str) -> str:
        query = self.query.copy()
        query.setlist(name, [other for other in query.getlist(name) if other != value])
        query.pop("page", None)
        return f"?{query.urlencode()}"

    @property
    def cleared(self) -> str:
        """The query string without any filter: "", or the parameters with another meaning."""
        query = self.query.copy()
        for name in [name for name in query if name not in self.not_filters or name == "page"]:
            del query[name]
        return f"?{query.urlencode()}" if query else ""

    @cached_property
    def query_string(self) -> str:
        """The filters in use as an address has them, without the page: "?domain=adoption", or ""."""
        query = self.query.copy()
        query.pop("page", None)
        for name in list(query):
            query.setlist(name, [value for value in query.getlist(name) if value])
        return f"?{query.urlencode()}" if any(query.values()) else ""
