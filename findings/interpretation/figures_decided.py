"""Figures as people decide them: JSON in a correction of the field ``figures``, whose place is found by its words.

Each is ``{"value": "87.5", "unit": "percent", "of": "reviews held in time", "as_at": "2013-03", "printed": "87.5%"}``.
A decided figure whose printed words are no longer in the text is not shown: nothing is said that the text does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from findings.interpretation.figures import FigureReading

DecidedFigure = Mapping[str, str]


def as_decided(figures: Iterable[FigureReading], text: str) -> list[dict[str, str]]:
    """Figures as a correction holds them."""
    return [
        {
            "value": plain(figure.value),
            "unit": figure.unit,
            "of": figure.of,
            "as_at": figure.as_at,
            "printed": text[figure.start : figure.end],
        }
        for figure in figures
    ]


def place_figures(decided: Iterable[DecidedFigure], text: str) -> tuple[FigureReading, ...]:
    """Decided figures at their places in a text, each after the one before it; without those that it does not print."""
    found: list[FigureReading] = []
    last = 0
    for one in decided:
        printed = one["printed"]
        start = text.find(printed, last)
        if start < 0:
            start = text.find(printed)
        if start < 0:
            continue
        last = start + len(printed)
        found.append(FigureReading(Decimal(one["value"]), one["unit"], one["of"], one["as_at"], start, last))
    return tuple(found)


def plain(value: Decimal) -> str:
    """A value without exponent and without zeros at its end: "87.5", "1500000"."""
    return f"{value.normalize():f}"
