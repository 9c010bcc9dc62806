"""Counting rows by many columns at once: one query that looks at each row once, whatever the number of columns.

A filter set counts the rows by every filter that is not in use together, because the same rows are left for all of these; a filter in use is
counted over the rows that the others leave, and costs a query of its own. What was counted is remembered while the version stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import F, Model, QuerySet
from django.db.models.expressions import Combinable

from inspections.caching.revision import cached

EVERY_ROW = "-"


@dataclass(frozen=True, slots=True)
class FacetCounts:
    """The number of rows in all, and by name those by value; nulls and empty values are left out."""

    total: int
    by: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class LinkedValues:
    """Values of which a row can hold several: the model that ties rows to them, its keys of both, and the value's own column."""

    ties: type[Model]
    row: str
    value: str
    column: str

    def count(self, name: str) -> str:
        """SQL that counts the rows of ``found`` by their values."""
        ties, value = self.ties._meta, self.ties._meta.get_field(self.value)
        table = value.related_model._meta  # type: ignore[union-attr]
        held = f'"{table.db_table}"."{table.get_field(self.column).column}"'  # type: ignore[union-attr]
        row, key = (f'"{ties.db_table}"."{ties.get_field(one).column}"' for one in (self.row, self.value))  # type: ignore[union-attr]
        # Values are named once each and not once a row: they are joined to what was counted.
        return (
            f"SELECT '{name}', {held}, told.rows FROM (SELECT {key} AS value, COUNT(*) AS rows FROM found "  # noqa: S608
            f'JOIN "{ties.db_table}" ON {row} = found.pk GROUP BY {key}) AS told '
            f'JOIN "{table.db_table}" ON "{table.db_table}".id = told.value'
        )


def count_by(
    rows: QuerySet[Any],
    columns: Mapping[str, Sequence[Combinable]],
    revision: str,
    several: Mapping[str, LinkedValues] = MappingProxyType({}),
) -> FacetCounts:
    """Count rows by the values of columns, remembered for the version ``revision``; several columns of one name are added up."""
    places = [(name, expression) for name, expressions in columns.items() for expression in expressions]
    wanted = {f"counted_{place}": expression for place, (_, expression) in enumerate(places)}
    narrow = rows.order_by().annotate(**wanted).values_list("pk", *wanted)
    try:
        inside, values = narrow.query.get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return FacetCounts(0, {name: {} for name in (*columns, *several)})
    names = [f"c{place}" for place in range(len(places))]
    asked = [f"SELECT '{EVERY_ROW}', '', COUNT(*) FROM found"]  # noqa: S608
    for name in names:
        value = f"CAST({name} AS TEXT)"
        asked.append(f"SELECT '{name}', {value}, COUNT(*) FROM found WHERE {name} IS NOT NULL GROUP BY {name}")  # noqa: S608
    places += [(name, F("pk")) for name in several]
    asked += [one.count(f"c{place}") for place, one in enumerate(several.values(), len(names))]
    sql = f"WITH found (pk{''.join(f', {name}' for name in names)}) AS MATERIALIZED ({inside}) {' UNION ALL '.join(asked)}"

    def ask() -> FacetCounts:
        by: dict[str, dict[str, int]] = {name: {} for name in (*columns, *several)}
        total = 0
        with connections[rows.db].cursor() as cursor:
            cursor.execute(sql, values)
            for place, value, number in cursor.fetchall():
                if place == EVERY_ROW:
                    total = number
                elif value not in (None, ""):
                    here = by[places[int(place[1:])][0]]
                    here[value] = here.get(value, 0) + number
        return FacetCounts(total, by)

    return cached(repr((sql, values)), revision, ask)
