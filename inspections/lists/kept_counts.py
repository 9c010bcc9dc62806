"""Numbers of rows that are kept by group, which a list adds up instead of counting every row.

A list of 300,000 rows is counted for each page, filter and choice. Where nothing is asked but values of groups and the
few values of rows by which numbers are kept, the answer follows from some thousand numbers. These are read once for
each revision, and added up here: to have the database add up those of 2,379 reports takes 15 ms of each page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from sys import intern

from django.db.models import F, Q

from inspections.caching.revision import shared
from inspections.lists.facet_counts import FacetCounts, count_by, count_groups
from inspections.lists.filters import Rows

ParameterValues = Mapping[str, list[str]]
"""The values that are asked for, by the names of filters."""


@dataclass(frozen=True, slots=True)
class NumbersByGroup:
    """The numbers of all groups: how many rows a group has, and for each column how many by value, by its key.

    Values are as texts, and nulls and empty ones are left out; a flag has one value, that it holds.
    """

    total: Mapping[int, int]
    by: Mapping[str, Mapping[int, Sequence[tuple[str, int]]]]


@dataclass(frozen=True, slots=True)
class KeptCounts:
    """Where the numbers of a list are kept.

    ``find`` returns them for what is asked of rows, as rows with the foreign key of the group and the number
    ``records``; None if it is not known for that. ``columns`` are the filters whose values the numbers tell; such a
    filter, the column of the rows and that of the numbers have one name. ``flags`` are further columns of the numbers,
    of conditions that rows meet or not. ``missing`` returns the keys of the groups for which none are kept.
    """

    find: Callable[[ParameterValues], Rows | None]
    columns: frozenset[str]
    flags: tuple[str, ...]
    missing: Callable[[], list[int]]

    def numbers(self, found: Rows, path: str, revision: str) -> NumbersByGroup:
        """The numbers of all groups out of what was found, read once for the revision."""
        names = (*sorted(self.columns), *self.flags)
        rows = found.order_by().values_list(path, *names, "records")

        def read() -> NumbersByGroup:
            total: dict[int, int] = {}
            by: dict[str, dict[int, dict[str, int]]] = {name: {} for name in names}
            # A Counter for each of 72,000 rows, over 3 million findings, took 0.08 s more.
            for group, *values, number in rows:
                total[group] = total.get(group, 0) + number
                for name, value in zip(names, values, strict=True):
                    if value in (None, "", False):
                        continue
                    text, told = intern(str(value)), by[name].get(group)
                    if told is None:
                        by[name][group] = {text: number}
                    else:
                        told[text] = told.get(text, 0) + number
            pairs = {name: {group: tuple(told.items()) for group, told in by[name].items()} for name in names}
            return NumbersByGroup(total, pairs)

        return shared(f"kept numbers {rows.query.sql_with_params()}", revision, read)


@dataclass(frozen=True, slots=True)
class KeptNumbers:
    """Kept numbers of the rows that some filters leave, and the rows of groups for which none are kept (None: none).

    Of the numbers those of ``groups`` count.
    """

    numbers: NumbersByGroup
    groups: Collection[int]
    uncounted: Rows | None

    def add_up(self, path: str, columns: Set[str]) -> FacetCounts:
        """Count by the group at ``path`` and by the values of columns."""
        total = self.numbers.total
        by_group = Counter({group: total[group] for group in self.groups if group in total})
        by = {name: self._by(name) for name in columns}
        if self.uncounted is not None:
            by_group.update(count_groups(self.uncounted, path)[0])
            counted = count_by(self.uncounted, {name: (F(name),) for name in columns})
            for name in columns:
                by[name].update(counted.by[name])
        return FacetCounts(sum(by_group.values()), by, dict(by_group))

    def number(self, flag: str, is_row: Q) -> int:
        """The number of rows by a flag of kept numbers and, where none are kept, by the same condition on rows."""
        known = sum(self._by(flag).values())
        return known + (self.uncounted.filter(is_row).count() if self.uncounted is not None else 0)

    def _by(self, name: str) -> Counter[str]:
        told = self.numbers.by[name]
        found = Counter[str]()
        for group in self.groups:
            for value, number in told.get(group, ()):
                found[value] += number
        return found
