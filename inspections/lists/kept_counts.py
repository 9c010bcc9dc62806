"""Numbers of rows that are kept by group, which a list adds up instead of counting every row.

A list of 300,000 rows is counted for each page, filter and choice. Where nothing is asked but values of groups and the
few values of rows by which numbers are kept, the answer follows from some thousand numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass

from django.db.models import F, Q, Sum

from inspections.lists.facet_counts import FacetCounts, count_by, count_groups
from inspections.lists.filters import Rows

ParameterValues = Mapping[str, list[str]]
"""The values that are asked for, by the names of filters."""


@dataclass(frozen=True, slots=True)
class KeptCounts:
    """Where the numbers of a list are kept.

    ``find`` returns them for what is asked of rows, as rows with the foreign key of the group and the number
    ``records``; None if it is not known for that. ``columns`` are the filters whose values the numbers tell; such a
    filter, the column of the rows and that of the numbers have one name. ``missing`` returns the keys of the groups for
    which none are kept.
    """

    find: Callable[[ParameterValues], Rows | None]
    columns: frozenset[str]
    missing: Callable[[], list[int]]


@dataclass(frozen=True, slots=True)
class KeptNumbers:
    """Kept numbers of the rows that some filters leave, and the rows of groups for which none are kept (None: none)."""

    kept: Rows
    uncounted: Rows | None

    def add_up(self, path: str, columns: Set[str]) -> FacetCounts:
        """Count by the group at ``path`` and by the values of columns."""
        kept = self.kept.order_by()
        by_group = Counter[int](dict(kept.values_list(path).annotate(number=Sum("records"))))
        by: dict[str, Counter[str]] = {}
        for name in columns:
            numbers = kept.values_list(name).annotate(number=Sum("records"))
            by[name] = Counter({str(value): number for value, number in numbers if value not in (None, "")})
        if self.uncounted is not None:
            by_group.update(count_groups(self.uncounted, path)[0])
            counted = count_by(self.uncounted, {name: (F(name),) for name in columns})
            for name in columns:
                by[name].update(counted.by[name])
        return FacetCounts(sum(by_group.values()), by, dict(by_group))

    def number(self, is_kept: Q, is_row: Q) -> int:
        """The number of rows by a condition on kept numbers and, where none are kept, by the same on rows."""
        known: int = self.kept.filter(is_kept).aggregate(number=Sum("records", default=0))["number"]
        return known + (self.uncounted.filter(is_row).count() if self.uncounted is not None else 0)
