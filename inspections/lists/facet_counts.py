"""Facet counts: how many rows of a list hold each value of a filter.

The rows are grouped by several columns together in one query, and the groups are added up here for each column. So each
row is read once, whatever the number of columns, and few groups are fetched for many rows. Values that a row holds
through other rows are counted there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, QuerySet
from django.db.models.expressions import Combinable


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The number of rows in all, and for each name the number of rows by value; nulls and empty values are left out.

    ``by_group`` is the number of rows by the key of their group, where it was asked for.
    """

    total: int
    by: Mapping[str, Mapping[str, int]]
    by_group: Mapping[int, int] = field(default_factory=dict)


def count_by(rows: QuerySet[Any], columns: Mapping[str, Sequence[Combinable]]) -> FacetCounts:
    """Count rows by the values of columns, in one query; the columns under one name are added up."""
    places = [(name, expression) for name, expressions in columns.items() for expression in expressions]
    wanted = {f"facet_{place}": expression for place, (_, expression) in enumerate(places)}
    if not wanted:
        return FacetCounts(rows.count(), {name: {} for name in columns})
    groups = rows.order_by().annotate(**wanted).values(*wanted).annotate(number=Count("pk"))
    total = 0
    by: dict[str, Counter[str]] = {name: Counter() for name in columns}
    for *values, number in groups.values_list(*wanted, "number"):
        total += number
        for (name, _), value in zip(places, values, strict=True):
            if value not in (None, ""):
                by[name][str(value)] += number
    return FacetCounts(total, by)


def count_groups(rows: QuerySet[Any], path: str, column: str = "") -> tuple[dict[int, int], dict[str, int]]:
    """Count rows by their foreign key at ``path`` and, in the same query, by the values of a column of their own.

    An index that has the column behind the key makes its numbers nearly free: no row is sorted by its value.
    """
    by_group, by_value = Counter[int](), Counter[str]()
    for group, *value, number in (
        rows.order_by().values_list(path, *[column][: bool(column)]).annotate(number=Count("pk"))
    ):
        by_group[group] += number
        if value and value[0] not in (None, ""):
            by_value[str(value[0])] += number
    return dict(by_group), dict(by_value)


def count_values(holders: QuerySet[Any], path: str, *, rows: str = "pk") -> dict[str, int]:
    """Count rows by values that they hold through rows of another table, ``holders``.

    ``path`` leads from a holder to its value. ``rows`` is its key of the row, where several holders can have the same
    value for one row; such a row is counted once.
    """
    numbers = holders.order_by().values_list(path).annotate(number=Count(rows, distinct=rows != "pk"))
    return {str(value): number for value, number in numbers if value not in (None, "")}
