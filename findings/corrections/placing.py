"""The places of rows that people add among those that were read.

A row stands after the record that was chosen for it. Without one it stands in the order of the numbers of its section,
without a number at the end of its section, without a section at the end of the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from findings.models import Section
from findings.references.evidence import number_of
from inspections.models import Report
from inspections.vocabulary import Origin

AT_THE_START = "^"


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row that was read, as places are found beside it."""

    anchor: str
    ref: str
    section: int | None


def places_after(read: Sequence[PlacedRow], by_hand: Iterable[Any]) -> list[int | None]:
    """For each row made by hand the number of rows that were read before it; None where only its section tells."""
    made = list(by_hand)
    at = {row.anchor: place for place, row in enumerate(read, 1)} | {AT_THE_START: 0}
    for row in made:
        if row.after in at:
            at[row.anchor] = at[row.after]
    return [
        at[row.after] if row.after in at else _by_number(read, getattr(row, "ref", ""), section_of(row)) for row in made
    ]


def _by_number(read: Sequence[PlacedRow], ref: str, section: int | None) -> int | None:
    number = number_of(ref)
    if number is None:
        return None
    others = [
        (other, place)
        for place, row in enumerate(read, 1)
        if (section is None or row.section == section) and (other := number_of(row.ref)) and other[0] == number[0]
    ]
    lower = [place for other, place in others if other < number]
    higher = [place - 1 for other, place in others if other > number]
    return max(lower) if lower else min(higher, default=None)


def ordinals(
    read: Sequence[int | None],
    by_hand: Sequence[int | None],
    sections: Mapping[int, int],
    after: Sequence[int | None] = (),
) -> tuple[list[int], list[int]]:
    """The ordinals of rows that were read, in printed order, and of rows added by hand.

    Both are given by the key of their section. ``sections`` has the place of each live section in the report, from 1;
    ``after`` has the number of rows that were read before each row made by hand, or None.
    """

    def place(section: int | None) -> int:
        return sections.get(section, 0) if section else 0

    def read_before(section: int | None) -> int:
        here = place(section)
        earlier = (number for number, other in enumerate(map(place, read), 1) if 0 < other <= here)
        return max(earlier, default=0) if here else len(read)

    keys = [(number, -1) for number in range(1, len(read) + 1)]
    known = after or [None] * len(by_hand)
    before = [read_before(section) if at is None else at for section, at in zip(by_hand, known, strict=True)]
    keys += [(at, place) for place, at in enumerate(before)]
    ordinal = {key: number for number, key in enumerate(sorted(keys), 1)}
    found = [ordinal[key] for key in keys]
    return found[: len(read)], found[len(read) :]


def sections_in_order(report: Report) -> dict[int, int]:
    """The places of the live sections of a report, by key."""
    return dict(Section.objects.live().filter(report=report).values_list("pk", "ordinal"))


def section_of(row: Any) -> int | None:
    """The key of the section in which a row stands; None for kinds that stand in none."""
    section: int | None = getattr(row, "section_id", None)
    return section


def put_in_order(model: type[Any], report: Report) -> None:
    """Give the rows of a kind the ordinals of their places, after one was added."""
    # Rows that were taken out keep their places, for others may stand after them.
    placed = model.objects.filter(Q(retired_at__isnull=True) | Q(is_suppressed=True), report=report)
    rows = list(placed.order_by("ordinal", "pk"))
    read = [row for row in rows if row.origin == Origin.READ]
    # The newest has no place yet and comes last.
    by_hand = sorted((row for row in rows if row.origin == Origin.HAND), key=lambda row: (not row.ordinal, row.ordinal))
    of_read, of_hand = ordinals(
        [section_of(row) for row in read],
        [section_of(row) for row in by_hand],
        sections_in_order(report),
        places_after([PlacedRow(row.anchor, getattr(row, "ref", ""), section_of(row)) for row in read], by_hand),
    )
    moved = []
    for row, ordinal in zip((*read, *by_hand), (*of_read, *of_hand), strict=True):
        if row.ordinal != ordinal:
            row.ordinal = ordinal
            moved.append(row)
    model.objects.bulk_update(moved, ["ordinal"])
