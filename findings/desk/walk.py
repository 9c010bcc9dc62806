"""The walk: every place that waits for a person, in one order, one after the other.

The number of places, the number of the chosen one and its neighbours are asked of the database; no places are loaded
but these. There are at most six queries for each kind of row, however many places wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from findings.desk.stops import ORDER, Stop, StopFilter, stop_of, stop_rows

OF_REPORT = 2
"""How many columns of the order tell the report."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a walk is: ``number`` of ``of`` places is ``chosen``. Without a chosen place ``number`` is 0.

    ``following`` is then the first place, or the next one behind a place that waits no more.
    """

    number: int
    of: int
    chosen: Stop | None
    previous: Stop | None
    following: Stop | None


def walk_of(wanted: StopFilter, chosen: str = "") -> Walk:
    """The walk over the places that are wanted, at the place with a name ("warning-12"), or at its beginning."""
    kinds = list(stop_rows(wanted))
    here = _named(kinds, chosen)
    if here is None:
        return Walk(0, sum(rows.count() for rows in kinds), None, None, _least(_first(rows) for rows in kinds))
    of = sum(rows.count() for rows in kinds)
    # Counted by a query of its own: Django takes far longer to put a condition into an aggregate than to filter by it.
    number = sum(rows.filter(_beside(ORDER, here.order, "lt")).count() for rows in kinds) + 1
    return Walk(number, of, here, _neighbour(kinds, here, "lt"), _neighbour(kinds, here, "gt"))


def _neighbour(kinds: Iterable[QuerySet[Any]], here: Stop, side: str) -> Stop | None:
    """The place before ("lt") or behind ("gt") another one: in its report, which an index finds, else beyond it."""
    inside = Q(of_report=here.report) & _beside(ORDER[OF_REPORT:], here.order[OF_REPORT:], side)
    beyond = _beside(ORDER[:OF_REPORT], here.order[:OF_REPORT], side)
    for condition in (inside, beyond):
        found = [stop for rows in kinds if (stop := _first(rows.filter(condition), reverse=side == "lt"))]
        if found:
            return (max if side == "lt" else min)(found, key=lambda stop: stop.order)
    return None


def _named(kinds: Iterable[QuerySet[Any]], name: str) -> Stop | None:
    kind, _, key = name.rpartition("-")
    if not (kind and key.isascii() and key.isdecimal() and len(key) < 19):
        return None
    rows = (rows.filter(pk=int(key), of_kind=kind).first() for rows in kinds)
    return next((stop_of(row) for row in rows if row is not None), None)


def _first(rows: QuerySet[Any], *, reverse: bool = False) -> Stop | None:
    row = rows.order_by(*(f"-{name}" if reverse else name for name in ORDER)).first()
    return stop_of(row) if row is not None else None


def _least(stops: Iterable[Stop | None]) -> Stop | None:
    return min((stop for stop in stops if stop), key=lambda stop: stop.order, default=None)


def _beside(names: Sequence[str], order: Sequence[Any], side: str) -> Q:
    """What stands before a place ("lt") or behind it ("gt") in the order of columns."""
    found = Q()
    for name, value in reversed(list(zip(names, order, strict=True))):
        strictly = Q(**{f"{name}__{side}": value})
        found = strictly | (Q(**{name: value}) & found) if found else strictly
    return found
