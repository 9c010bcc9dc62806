"""Counting rows by many columns at once: one query that looks at each row once, whatever the number of columns.

A filter set counts the rows by every filter that is not in use together, because the same rows are left for all of these; a filter in use is
counted over the rows that the others leave, and costs a query of its own. What was counted is remembered while the version stays.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from inspections import version

EVERY_ROW = "-"


@dataclass(frozen=True, slots=True)
class Counted:
    """The number of rows in all, and by name those by value; nulls and empty values are left out."""

    total: int
    by: Mapping[str, Mapping[str, int]]


def count_by(rows: QuerySet[Any], columns: Mapping[str, Sequence[Combinable]], state: str) -> Counted:
    """Count rows by the values of columns, remembered for the version ``state``; several columns of one name are added up."""
    places = [(name, expression) for name, expressions in columns.items() for expression in expressions]
    wanted = {f"counted_{place}": expression for place, (_, expression) in enumerate(places)}
    narrow = rows.order_by().annotate(**wanted).values_list("pk", *wanted)
    try:
        inside, values = narrow.query.get_compiler(rows.db).as_sql()
    except EmptyResultSet:
        return Counted(0, {name: {} for name in columns})
    names = [f"c{place}" for place in range(len(places))]
    asked = [f"SELECT '{EVERY_ROW}', '', COUNT(*) FROM found"]  # noqa: S608
    asked += [f"SELECT '{name}', CAST({name} AS TEXT), COUNT(*) FROM found GROUP BY {name}" for name in names]  # noqa: S608
    sql = f"WITH found (pk{''.join(f', {name}' for name in names)}) AS MATERIALIZED ({inside}) {' UNION ALL '.join(asked)}"

    def ask() -> Counted:
        by: dict[str, dict[str, int]] = {name: {} for name in columns}
        total = 0
        with connections[rows.db].cursor() as cursor:
            cursor.execute(sql, values)
            for place, value, number in cursor.fetchall():
                if place == EVERY_ROW:
                    total = number
                elif value not in (None, ""):
                    here = by[places[int(place[1:])][0]]
                    here[value] = here.get(value, 0) + number
        return Counted(total, by)

    return version.remembered(repr((sql, values)), state, ask)
