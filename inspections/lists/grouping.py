"""What many rows of a list share, because they are of one report or one inspection: where it stands in the list, and most of its filters.

Rows are counted by their group, and what the group holds is added up from that; a page is found among the groups, and only the
groups on it are looked into. So neither takes the longer the more rows a group has, and the last page costs what the first one does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Model
from django.db.models.expressions import Combinable, OrderBy

from inspections.caching.revision import cached
from inspections.models import Inspection, Report

GroupValues = Mapping[int, tuple[str, ...]]
"""By the key of a group what it holds, a value for each expression that was asked for; "" for nothing."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """``path`` is the foreign key of the rows; groups stand in the order of ``columns``, those marked "-" from the last to the first."""

    model: type[Model]
    path: str
    columns: tuple[str, ...]

    @property
    def start(self) -> str:
        """What begins the path of everything that a row has from its group."""
        return f"{self.path}__"

    def order(self, start: str = "") -> tuple[OrderBy, ...]:
        """The order of groups; ``start`` makes it that of rows, which have them at this path."""
        return tuple(
            F(start + column[1:]).desc(nulls_last=True)
            if column.startswith("-")
            else F(start + column).asc(nulls_last=True)
            for column in (*self.columns, "pk")
        )

    def before(self, *columns: str) -> tuple[OrderBy | str, ...]:
        """The order of rows: by group, and in it by these columns."""
        return (*self.order(self.start), *columns)

    def keys(self, revision: str) -> list[int]:
        """The keys of all groups in their order, remembered for the version ``revision``."""
        groups = self.model._default_manager.order_by(*self.order()).values_list("pk", flat=True)
        return cached(f"groups {self}", revision, lambda: list(groups))

    def held(self, expressions: Sequence[Combinable], revision: str) -> GroupValues:
        """What each group holds, remembered for the version ``revision``."""
        wanted = {f"held_{place}": expression for place, expression in enumerate(expressions)}
        groups = self.model._default_manager.order_by().annotate(**wanted).values_list("pk", *wanted)

        def ask() -> GroupValues:
            return {key: tuple("" if one is None else str(one) for one in held) for key, *held in groups}

        return cached(f"held {self} {expressions}", revision, ask)

    def window(self, counts: Mapping[int, int], revision: str, first: int, number: int) -> tuple[list[int], int]:
        """The groups in which ``number`` rows from ``first`` on lie, and how many rows of them come before."""
        inside: list[int] = []
        before, there = first, 0
        for key in self.keys(revision):
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


def add_up(counts: Mapping[int, int], held: GroupValues, places: Iterable[int]) -> dict[str, int]:
    """How many rows hold each value at some places of what their groups hold; empty ones are left out.

    A group may be missing that came in while a page was made: its version shows it.
    """
    found: dict[str, int] = {}
    known = [(held[key], rows) for key, rows in counts.items() if key in held]
    for place in places:
        for values, rows in known:
            if value := values[place]:
                found[value] = found.get(value, 0) + rows
    return found


BY_REPORT = RowGroup(Report, "report", ("-year", "-published", "authority__name", "slug"))
BY_INSPECTION = RowGroup(Inspection, "inspection", ("-year", "-started", "authority__name", "slug"))


def counts_of(by: Mapping[str, int]) -> dict[int, int]:
    """Rows by the keys of groups, which were counted as text."""
    return {int(key): rows for key, rows in by.items()}
