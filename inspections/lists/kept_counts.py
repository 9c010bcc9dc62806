"""Numbers of rows that are kept by group, which a list adds up instead of counting every row.

A list of 300,000 rows is counted for each page, filter and choice. Where nothing is asked but values of groups and the
few values of rows by which numbers are kept, the answer follows from some thousand numbers. These are read once for
each revision, and added up here: to have the database add up those of 2,379 reports takes 15 ms of each page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Set
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q

from inspections.caching.revision import shared
from inspections.lists.facet_counts import FacetCounts, count_by, count_groups
from inspections.lists.filters import Rows

ParameterValues = Mapping[str, list[str]]
"""The values that are asked for, by the names of filters."""
NumbersByGroup = Mapping[int, tuple[tuple[Any, ...], ...]]
"""By the key of each group its numbers: values of the columns by which they are kept, and last the number."""


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

    @property
    def names(self) -> tuple[str, ...]:
        """The columns by which numbers are kept."""
        return (*sorted(self.columns), *self.flags)

    def numbers(self, found: Rows, path: str, revision: str) -> NumbersByGroup:
        """The numbers of all groups out of what was found, read once for the revision."""
        rows = found.order_by().values_list(path, *self.names, "records")

        def read() -> NumbersByGroup:
            by_group: dict[int, list[tuple[Any, ...]]] = {}
            for group, *values in rows:
                by_group.setdefault(group, []).append(tuple(values))
            return {group: tuple(numbers) for group, numbers in by_group.items()}

        return shared(f"kept numbers {rows.query.sql_with_params()}", revision, read)


@dataclass(frozen=True, slots=True)
class KeptNumbers:
    """Kept numbers of the rows that some filters leave, and the rows of groups for which none are kept (None: none).

    ``names`` are the columns by which numbers are kept, ``groups`` the groups that count.
    """

    names: tuple[str, ...]
    numbers: NumbersByGroup
    groups: Collection[int]
    uncounted: Rows | None

    def add_up(self, path: str, columns: Set[str]) -> FacetCounts:
        """Count by the group at ``path`` and by the values of columns."""
        places = {name: self.names.index(name) for name in columns}
        by_group = Counter[int]()
        by: dict[str, Counter[str]] = {name: Counter() for name in columns}
        for group in self.groups:
            for numbers in self.numbers.get(group, ()):
                by_group[group] += numbers[-1]
                for name, place in places.items():
                    if numbers[place] not in (None, ""):
                        by[name][str(numbers[place])] += numbers[-1]
        if self.uncounted is not None:
            by_group.update(count_groups(self.uncounted, path)[0])
            counted = count_by(self.uncounted, {name: (F(name),) for name in columns})
            for name in columns:
                by[name].update(counted.by[name])
        return FacetCounts(sum(by_group.values()), by, dict(by_group))

    def number(self, flag: str, is_row: Q) -> int:
        """The number of rows by a flag of kept numbers and, where none are kept, by the same condition on rows."""
        place = self.names.index(flag)
        of_groups = (self.numbers.get(group, ()) for group in self.groups)
        known: int = sum(numbers[-1] for kept in of_groups for numbers in kept if numbers[place])
        return known + (self.uncounted.filter(is_row).count() if self.uncounted is not None else 0)
