"""The figures of a text, in five steps.

1. Numbers are found as printed (``numerals``), without those of dates (``dates``).
2. Numbers that stand together are taken together; what is no quantity about the authority is left out (``groups``).
3. Each group gets its unit (``counting``); a number that counts nothing is no figure.
4. Words of the text say what is counted (``phrases``).
5. The date nearby says for when (``as_at``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from findings.interpretation.figures.as_at import as_at, moments_in
from findings.interpretation.figures.counting import Unit, unit_of
from findings.interpretation.figures.dates import dates_in
from findings.interpretation.figures.groups import Group, groups_in
from findings.interpretation.figures.numerals import Kind, numerals_in
from findings.interpretation.figures.phrases import Phrases

TOO_LARGE = 10**12
"""Nothing about an authority is counted or costs as much."""
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " ")


@dataclass(frozen=True, slots=True)
class FigureReading:
    """A quantity about the authority that a text states.

    ``unit`` is "percent", "percentage points", "pounds", "per 10,000" or a plural noun. ``of`` are words of the text
    that say what is counted. ``as_at`` is a partial ISO date or a period ("2014-15", "2013-07/2014-03"), "" if none is
    printed. ``start`` and ``end`` are the characters of the text that print the number.
    """

    value: Decimal
    unit: str
    of: str
    as_at: str
    start: int
    end: int


def figures_of(text: str) -> tuple[FigureReading, ...]:
    """The quantities about the authority that a finding states, in the order of its text."""
    text = text.translate(_SPACES)
    numerals = [numeral for numeral in numerals_in(text) if numeral.value < TOO_LARGE]
    if not numerals:
        return ()
    dates = dates_in(text)
    moments = moments_in(text, dates)
    counted = list(_counted(text, groups_in(text, numerals, dates)))
    starts = [group.start for group, _ in counted]
    phrase_of = Phrases(text, moments)
    return tuple(
        FigureReading(
            numeral.value,
            unit.name if numeral.kind == Kind.PLAIN else numeral.kind.value,
            phrase,
            as_at(text, group, following, moments),
            numeral.start,
            numeral.end,
        )
        for (group, unit), following in zip(counted, [*starts[1:], len(text)], strict=False)
        for phrase in [phrase_of(group, unit, following)]
        for numeral in group.numerals
    )


def _counted(text: str, groups: list[Group]) -> Iterator[tuple[Group, Unit]]:
    """The groups that count something, each with its unit."""
    last: tuple[int, str] = (-1, "")
    for place, group in enumerate(groups):
        following = groups[place + 1] if place + 1 < len(groups) else None
        in_sentence = following if following and following.sentence == group.sentence else None
        unit = unit_of(text, group, in_sentence, last[1] if last[0] == group.sentence else "")
        if unit is None:
            continue
        if group.kind == Kind.PLAIN:
            last = (group.sentence, unit.name)
        yield group, unit
