"""Counting the rows of a list by its filters: by their groups, by numbers that are kept, and else row by row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

import django_filters
from django.core.exceptions import EmptyResultSet
from django.db.models import Q
from django.forms import Form
from django.utils import timezone

from inspections.caching.revision import cached, current_revision, shared
from inspections.lists.facet_counts import FacetCounts, count_by, count_groups
from inspections.lists.filters import ChoicesFilter, Rows
from inspections.lists.grouping import GroupValues, RowGroup, add_up
from inspections.lists.kept_counts import KeptCounts, KeptNumbers
from inspections.lists.lookups import among, among_text, text_of

MOST_KEYS = 50_000
"""So many rows are found by their keys, where several questions are asked of them."""
_FORMS: dict[type, type[Form]] = {}
"""The classes of forms by those of their filter sets."""


class CountedFilterSet(django_filters.FilterSet):
    """A filter set that counts the rows that it leaves, and by each of its choices.

    ``group`` is what many rows belong to, if anything, and ``kept`` where the numbers of all published rows are kept by
    group. ``count_every`` counts all published rows by group, where that is quicker than to count those that are left.
    """

    group: ClassVar[RowGroup | None] = None
    kept: ClassVar[KeptCounts | None] = None
    count_every: ClassVar[Callable[[], Mapping[int, int]] | None] = None
    _known_rows: Rows | None = None
    _known_keys = ""

    def get_form_class(self) -> type[Form]:
        """The class of the form, made once for each class of filter sets: every form copies its fields."""
        own = type(self)
        if own not in _FORMS:
            _FORMS[own] = super().get_form_class()
        return _FORMS[own]

    @cached_property
    def cleaned(self) -> Mapping[str, Any]:
        """The valid values by the names of their filters."""
        self.form.is_valid()
        return getattr(self.form, "cleaned_data", {})

    def narrow(self, rows: Rows, but: str = "", within: list[int] | None = None) -> Rows:
        """The rows that all filters leave; ``but`` names a filter that is not applied.

        ``within`` are the groups to which the rows are narrowed already, where they are.
        """
        for name, value in self.cleaned.items():
            if value and name != but:
                rows = self._narrow_by(self.filters[name], rows, value, within)
        return rows

    @staticmethod
    def _narrow_by(own: Any, rows: Rows, value: Any, within: list[int] | None) -> Rows:
        in_groups = within is not None and isinstance(own, ChoicesFilter)
        found: Rows = own.filter_within(rows, value, within) if in_groups else own.filter(rows, value)
        return found

    def within(self, groups: list[int]) -> Rows:
        """The rows of some groups that all filters leave; none where rows have no group."""
        rows: Rows = self.queryset
        if not self.group:
            return rows.none()
        return self.narrow(rows.filter(**{f"{self.group.path}__in": groups}), within=groups)

    @cached_property
    def _left(self) -> Rows:
        """The rows that all filters leave, put together once: conditions of some filters are long."""
        return self.narrow(self.queryset.all())

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
        return self._count(self._left, idle, self._asked)

    def _counts_without(self, name: str) -> FacetCounts:
        """The rows that all filters leave but the one named, counted by that one."""
        by_group = name in self._of_group or self._choice_filters[name].is_counted_with_groups
        asked = {other: value for other, value in self._asked.items() if other != name}
        return self._count(self.narrow(self.queryset.all(), but=name), [name], asked, with_groups=by_group)

    def asked_beside(self, own: ChoicesFilter) -> list[str]:
        """The names of the filters in use, but for one of them."""
        return [name for name, value in self.cleaned.items() if value and self.filters[name] is not own]

    def asks_groups_alone(self, own: ChoicesFilter, *others: str) -> bool:
        """Whether the filters in use, but for some of them, leave all published rows of a group or none."""
        beside = set(self.asked_beside(own)).difference(others)
        return self._is_every_row and all(name in self._of_group for name in beside)

    def asked_of_groups(self, own: ChoicesFilter, *others: str) -> Mapping[str, list[str]] | None:
        """What the filters in use, but for some of them, ask of the groups of rows; None where they ask for more."""
        if not self.asks_groups_alone(own, *others):
            return None
        return {name: self.cleaned[name] for name in self.asked_beside(own) if name not in others}

    def are(self, rows: Rows, total: int, path: str) -> Q:
        """The condition that the key at ``path`` is of one of the rows; few rows are found once for all such questions.

        Three filters that ask the database to find 3,000 of 22,245 recommendations each take 140 ms, and with keys 20.
        """
        if total > MOST_KEYS:
            return Q(**{f"{path}__in": rows.order_by().values("pk")})
        if self._known_rows is not rows:
            self._known_rows, self._known_keys = rows, text_of(rows.order_by().values_list("pk", flat=True))
        return among_text(self._known_keys, path)

    @cached_property
    def _asked(self) -> dict[str, Any]:
        """The values of the filters in use."""
        return {name: value for name, value in self.cleaned.items() if value}

    def _count(
        self, rows: Rows, names: Sequence[str], asked: Mapping[str, Any], *, with_groups: bool = True
    ) -> FacetCounts:
        """Count rows by the filters named, cached for the revision and the day: some conditions ask for today."""
        try:
            question = _question(rows)
        except EmptyResultSet:
            return FacetCounts(0, {name: {} for name in names})
        key = f"facets {type(self).__qualname__} {names} {timezone.localdate()} {question}"
        return cached(key, self.revision, lambda: self._compute(rows, names, asked, with_groups))

    def _compute(self, rows: Rows, names: Sequence[str], asked: Mapping[str, Any], with_groups: bool) -> FacetCounts:
        """Count rows by filters: values of their group are added up over the groups, others are counted row by row.

        Groups and values are counted apart, because together they have too many combinations: 22,265 recommendations of
        2,379 reports are in 9,035 groups with one column. Numbers that are kept are added up instead.
        """
        others = {name: self._choice_filters[name] for name in names if name not in self._of_group}
        of_rows = {name: own.columns() for name, own in others.items() if own.is_in_columns}
        if self.group and self.kept and (kept := self._find_kept(asked, rows)):
            told = self.kept.columns & of_rows.keys()
            counted = kept.add_up(self.group.path, told)
            total, by_group, by = counted.total, counted.by_group, dict(counted.by)
            if of_rows := {name: columns for name, columns in of_rows.items() if name not in told}:
                by |= count_by(rows, of_rows).by
        elif (every := self._find_every(asked)) is not None:
            by_group, total = dict(every), sum(every.values())
            by = dict(count_by(rows, of_rows).by) if of_rows else {}
        elif self.group and with_groups:
            beside = next((name for name, own in others.items() if own.is_counted_with_groups), "")
            column = self._choice_filters[beside].field_name if beside else ""
            of_rows.pop(beside, None)
            by_group, by_value = count_groups(rows, self.group.path, column)
            total = sum(by_group.values())
            by = dict(count_by(rows, of_rows).by) if of_rows else {}
            by |= {beside: by_value} if beside else {}
        else:
            by_group = {}
            counts = count_by(rows, of_rows)
            total, by = counts.total, dict(counts.by)
        places = {name: self._of_group[name] for name in names if name not in others}
        added = add_up(by_group, self._groups, places.values()) if places else {}
        by |= {name: added[place] for name, place in places.items()}
        by |= {name: own.count(rows, total, by_group) for name, own in others.items() if not own.is_in_columns}
        return FacetCounts(total, by, by_group)

    def _find_kept(self, asked: Mapping[str, Any], rows: Rows) -> KeptNumbers | None:
        """The kept numbers of the rows that filters leave; None where none are kept for these, or of other rows."""
        if not (self.group and self.kept) or not self._is_every_row:
            return None
        of_group = {name: value for name, value in asked.items() if name in self._of_group}
        found = self.kept.find({name: value for name, value in asked.items() if name not in of_group})
        if found is None:
            return None
        numbers = self.kept.numbers(found, self.group.path, self.revision)
        missing = shared(f"groups without {type(self).__qualname__}", self.revision, self.kept.missing)
        groups = self._groups_left(of_group, numbers.total)
        if not missing:
            return KeptNumbers(numbers, groups, None)
        uncounted = rows.filter(among(missing, f"{self.group.path}__pk"))
        return KeptNumbers(numbers, set(groups).difference(missing), uncounted)

    def _find_every(self, asked: Mapping[str, Any]) -> Mapping[int, int] | None:
        """The rows that filters leave by group, out of all rows by group; None where filters ask for more than groups.

        All rows are counted once for the revision, whatever is asked of their groups.
        """
        count = type(self).count_every
        if count is None or not asked.keys() <= self._of_group.keys():
            return None
        every: Any = self.queryset.model._default_manager
        if _question(self.queryset) != _question(every.published()):
            return None
        numbers = shared(f"every row by group {type(self).__qualname__}", self.revision, count)
        return {group: numbers[group] for group in self._groups_left(asked, numbers)}

    def _groups_left(self, asked: Mapping[str, Any], numbers: Collection[int]) -> Collection[int]:
        """The groups that filters of their values leave, out of those with numbers."""
        if not asked:
            return numbers
        left = self._groups
        for name, values in asked.items():
            place, wanted = self._of_group[name] + 1, frozenset(map(str, values))
            left = [group for group in left if str(group[place]) in wanted]
        return [group[0] for group in left if group[0] in numbers]

    @property
    def _is_every_row(self) -> bool:
        """Whether the filters narrow all published rows, of which numbers are kept, and not a part of them."""
        every: Any = self.queryset.model._default_manager
        return bool(self.queryset.query.where == every.published().query.where)

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


def _question(rows: Rows) -> tuple[str, tuple[Any, ...]]:
    """What is asked for with rows, without their order. Raises EmptyResultSet."""
    asked: tuple[str, tuple[Any, ...]] = rows.order_by().values("pk").query.sql_with_params()
    return asked
