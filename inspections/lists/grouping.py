"""The reports or inspections that the rows of a list belong to, by which rows are counted and pages are found.

Rows of a list share most of what filters ask for, and their place in the list, with all rows of the same report or
inspection: their group. So rows are counted by group, and what the groups hold is added up from these counts. A page is
looked for among the groups, and only the rows of the groups on it are read. The last page costs what the first one
does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Model
from django.db.models.expressions import Combinable, OrderBy

from inspections.caching.revision import shared
from inspections.models import Inspection, Report

GroupValues = Sequence[tuple[Any, ...]]
"""The key of each group, followed by the values of some expressions in their order."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """How rows are grouped: ``path`` is their foreign key to ``model``.

    Groups are ordered by ``columns``; "-" before a column means descending. Nulls come last in either direction.
    """

    model: type[Model]
    path: str
    columns: tuple[str, ...]

    @property
    def prefix(self) -> str:
        """The beginning of every path from a row through its group."""
        return f"{self.path}__"

    def order(self, prefix: str = "") -> tuple[OrderBy, ...]:
        """The order of groups; with the group's ``prefix`` that of rows by their group."""
        return tuple(
            F(prefix + column[1:]).desc(nulls_last=True)
            if column.startswith("-")
            else F(prefix + column).asc(nulls_last=True)
            for column in (*self.columns, "pk")
        )

    def before(self, *columns: str) -> tuple[OrderBy | str, ...]:
        """The order of rows: by group, and inside a group by these columns."""
        return (*self.order(self.prefix), *columns)

    def values(self, expressions: Sequence[Combinable], revision: str) -> GroupValues:
        """The keys of all groups in order, each with its values of expressions; cached for the revision."""
        wanted = {f"value_{place}": expression for place, expression in enumerate(expressions)}
        groups = self.model._default_manager.order_by(*self.order()).annotate(**wanted).values_list("pk", *wanted)
        return shared(f"groups {self} {expressions}", revision, lambda: tuple(groups))


def window(counts: Mapping[int, int], keys: Iterable[int], first: int, number: int) -> tuple[list[int], int]:
    """The groups that hold ``number`` rows from ``first`` on, and how many rows of these groups come before.

    ``counts`` has the number of rows by the key of their group, ``keys`` are those of all groups in order.
    """
    inside: list[int] = []
    before, there = first, 0
    for key in keys:
        rows = counts.get(key, 0)
        if not rows:
            continue
        if not inside and rows <= before:
            before -= rows
            continue
        inside.append(key)
        there += rows
        if there >= before + number:
            break
    return inside, before


BY_REPORT = RowGroup(Report, "report", ("-year", "-published", "authority__name", "slug"))
BY_INSPECTION = RowGroup(Inspection, "inspection", ("-year", "-started", "authority__name", "slug"))


def add_up(counts: Mapping[int, int], groups: GroupValues, places: Iterable[int]) -> dict[int, dict[str, int]]:
    """The numbers of rows by the value that their groups have, by its place; nulls and empty values are left out.

    A group without values is passed over: it was added while the page was being made, and the next revision shows it.
    """
    counted = [(group, rows) for group in groups if (rows := counts.get(group[0]))]
    return {place: _by_value(counted, place + 1) for place in places}


def _by_value(counted: Iterable[tuple[tuple[Any, ...], int]], place: int) -> dict[str, int]:
    found: dict[Any, int] = {}
    for group, rows in counted:
        value = group[place]
        found[value] = found.get(value, 0) + rows
    return {str(value): rows for value, rows in found.items() if value not in (None, "")}
