"""Pictures of counts: bars that are divided into parts, one below the other, as frozen numbers that a template draws.

Everything across is in per cent of the picture's width and everything down in units, so that a bar is as wide as the
screen and the type stays as large as that of the page. A bar of fewer than ``FEWEST`` is not drawn: its share would say
more than is known. What a part is shows by its pattern and its place, not by its colour alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FEWEST = 5
"""The fewest of which a share is told or drawn."""
LABEL, BAR, NUMBERS, GAP = 20, 22, 18, 14
"""Heights: the line above a bar, the bar, the line of numbers below it, and the room between two."""
WIDE_ENOUGH_FOR_SHARE, WIDE_ENOUGH_FOR_NUMBER = 14.0, 3.0
"""Per cent of the width from which on a part has its share, or at least its number, below it."""


def share(number: int, total: int) -> int | None:
    """Return the share in whole per cent, halves rounded up, None where there are too few for one."""
    return (200 * number + total) // (2 * total) if total >= FEWEST else None


@dataclass(frozen=True, slots=True)
class BarPart:
    """A part of a bar: its look, and across its beginning, width and middle, as attributes of SVG have them."""

    look: str
    x: str
    width: str
    middle: str
    text: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its label, without parts if there are too few. ``y`` is its top, ``above`` and ``below`` are text."""

    label: str
    note: str
    parts: tuple[BarPart, ...]
    above: int
    y: int
    below: int


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars from top to bottom, and what each look means, from left to right; ``name`` is unique on its page."""

    name: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    height: int
    legend: tuple[tuple[str, str], ...]
    bar_height: int = BAR


@dataclass(frozen=True, slots=True)
class BarCounts:
    """What a bar shows: its label, a note on what was counted, and the numbers in the order of the legend."""

    label: str
    note: str
    numbers: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.numbers)


def bar_chart(
    title: str, description: str, legend: Sequence[tuple[str, str]], rows: Sequence[BarCounts], *, name: str = "chart"
) -> BarChart | None:
    """Return the bars of rows, each as wide as the picture; None where no row has enough for one."""
    if all(row.total < FEWEST for row in rows):
        return None
    looks = [look for look, _ in legend]
    bars, top = [], 0
    for row in rows:
        above, y = top + LABEL - 6, top + LABEL
        if row.total < FEWEST:
            bars.append(Bar(row.label, f"{row.note}, too few for a share", (), above, y, y))
            top += LABEL + GAP
        else:
            bars.append(Bar(row.label, row.note, tuple(_parts(looks, row)), above, y, y + BAR + NUMBERS - 4))
            top += LABEL + BAR + NUMBERS + GAP
    return BarChart(name, title, description, tuple(bars), top, tuple(legend))


def _parts(looks: Sequence[str], row: BarCounts) -> list[BarPart]:
    found, before = [], 0.0
    for look, number in zip(looks, row.numbers, strict=True):
        width = 100 * number / row.total
        if number:
            middle = before + width / 2
            found.append(BarPart(look, f"{before:.3f}%", f"{width:.3f}%", f"{middle:.3f}%", _text(number, row, width)))
        before += width
    return found


def _text(number: int, row: BarCounts, width: float) -> str:
    if width < WIDE_ENOUGH_FOR_NUMBER:
        return ""
    return f"{number} ({share(number, row.total)}%)" if width >= WIDE_ENOUGH_FOR_SHARE else str(number)
