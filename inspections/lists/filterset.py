"""What all filter sets of the public pages share: choices with counts, removable selections, problems in words.

A filter set serves a page and its exports alike. A parameter that is no filter is a problem, and so is a value that a
filter does not know. With a problem there are no rows, so that nobody mistakes an unfiltered list for a filtered one. A
filter offers the values that occur in the rows left by all *other* filters, with their number, and the values that are
chosen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import django_filters
from django.core.exceptions import EmptyResultSet
from django.http import QueryDict
from django.utils import timezone

from inspections.caching.revision import cached, current_revision
from inspections.lists.facet_counts import FacetCounts, count_by, count_groups
from inspections.lists.filters import ChoicesFilter, FilterChoice, Rows
from inspections.lists.grouping import GroupValues, RowGroup, add_up, window

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


class FacetedFilterSet(django_filters.FilterSet):
    """A filter set that tells its choices, what is chosen, and what is wrong.

    ``not_filters`` are parameters of the address with another meaning; ``group`` is what many rows belong to, if
    anything.
    """

    not_filters: ClassVar[frozenset[str]] = frozenset({"page"})
    group: ClassVar[RowGroup | None] = None

    @property
    def query(self) -> QueryDict:
        """The parameters of the address."""
        return self.data if isinstance(self.data, QueryDict) else QueryDict()

    @cached_property
    def cleaned(self) -> Mapping[str, Any]:
        """The valid values by the names of their filters."""
        self.form.is_valid()
        return getattr(self.form, "cleaned_data", {})

    def narrow(self, rows: Rows, but: str = "") -> Rows:
        """The rows that all filters leave; ``but`` names a filter that is not applied."""
        for name, value in self.cleaned.items():
            if value and name != but:
                rows = self.filters[name].filter(rows, value)
        return rows

    @property
    def qs(self) -> Rows:
        """The rows that all filters leave; none while a parameter is wrong."""
        return self.queryset.none() if self.problems else self._left.all()

    @cached_property
    def _left(self) -> Rows:
        """The rows that all filters leave, put together once: conditions of some filters are long."""
        return self.narrow(self.queryset.all())

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

    @cached_property
    def revision(self) -> str:
        """The revision of the knowledge base under which counts are cached, read before anything is counted."""
        return current_revision()

    @cached_property
    def _choice_filters(self) -> dict[str, ChoicesFilter]:
        return {name: own for name, own in self.filters.items() if isinstance(own, ChoicesFilter)}

    @cached_property
    def _counts(self) -> FacetCounts:
        """The rows that all filters leave, counted by each filter that is not in use."""
        idle = [name for name in self._choice_filters if not self.cleaned.get(name)]
        return self._count(self._left, idle)

    def _counts_without(self, name: str) -> FacetCounts:
        """The rows that all filters leave but the one named, counted by that one."""
        by_group = name in self._of_group or self._choice_filters[name].is_counted_with_groups
        return self._count(self.narrow(self.queryset.all(), but=name), [name], with_groups=by_group)

    def asked_beside(self, own: ChoicesFilter) -> list[str]:
        """The names of the filters in use, but for one of them."""
        return [name for name, value in self.cleaned.items() if value and self.filters[name] is not own]

    def asks_groups_alone(self, own: ChoicesFilter) -> bool:
        """Whether the filters in use, but for one of them, leave all rows of a group or none."""
        return all(name in self._of_group for name in self.asked_beside(own))

    def _count(self, rows: Rows, names: Sequence[str], *, with_groups: bool = True) -> FacetCounts:
        """Count rows by the filters named, cached for the revision and the day: some conditions ask for today."""
        try:
            question = rows.order_by().values("pk").query.sql_with_params()
        except EmptyResultSet:
            return FacetCounts(0, {name: {} for name in names})
        key = f"facets {type(self).__qualname__} {names} {timezone.localdate()} {question}"
        return cached(key, self.revision, lambda: self._compute(rows, names, with_groups))

    def _compute(self, rows: Rows, names: Sequence[str], with_groups: bool) -> FacetCounts:
        """Count rows by filters: values of their group are added up over the groups, others are counted row by row.

        Groups and values are counted apart, because together they have too many combinations: 22,265 recommendations of
        2,379 reports are in 9,035 groups with one column.
        """
        others = {name: self._choice_filters[name] for name in names if name not in self._of_group}
        of_rows = {name: own.columns() for name, own in others.items() if own.is_in_columns}
        if self.group and with_groups:
            beside = next((name for name, own in others.items() if own.is_counted_with_groups), "")
            column = self._choice_filters[beside].field_name if beside else ""
            of_rows.pop(beside, None)
            by_group, by_value = count_groups(rows, self.group.path, column)
            total = sum(by_group.values())
            by = dict(count_by(rows, of_rows).by) if of_rows else {}
            by |= {beside: by_value} if beside else {}
            by |= {
                name: add_up(by_group, self._groups, place) for name, place in self._of_group.items() if name in names
            }
        else:
            by_group = {}
            counts = count_by(rows, of_rows)
            total, by = counts.total, dict(counts.by)
        by |= {name: own.count(rows, total, by_group) for name, own in others.items() if not own.is_in_columns}
        return FacetCounts(total, by, by_group)

    @cached_property
    def _of_group(self) -> dict[str, int]:
        """The filters whose values rows have from their group, and their places in ``_groups``."""
        prefix = self.group.prefix if self.group else ""
        names = [name for name, own in self._choice_filters.items() if own.is_of_group(prefix)]
        return {name: place for place, name in enumerate(names)}

    @cached_property
    def _groups(self) -> GroupValues:
        """All groups in order, with their values of the filters ``_of_group``."""
        if not self.group:
            return ()
        filters = [self._choice_filters[name] for name in self._of_group]
        columns = [column for own in filters for column in own.columns(self.group.prefix)]
        return self.group.values(columns, self.revision)

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

    @property
    def selections(self) -> tuple[FilterSelection, ...]:
        """What the address chooses, each with the query string without it."""
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
        """The query string without any filter: "", or the parameters with another meaning."""
        query = self.query.copy()
        for name in [name for name in query if name not in self.not_filters or name == "page"]:
            del query[name]
        return f"?{query.urlencode()}" if query else ""

    @property
    def query_string(self) -> str:
        """The filters in use as an address has them, without the page: "?domain=adoption", or ""."""
        query = self.query.copy()
        query.pop("page", None)
        for name in list(query):
            query.setlist(name, [value for value in query.getlist(name) if value])
        return f"?{query.urlencode()}" if any(query.values()) else ""
