"""How well labels are met: by records of documents that took no part in learning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ThemeMeasure:
    """How many themes were right, named in all, and labelled."""

    right: int
    named: int
    labelled: int

    @property
    def f1(self) -> float:
        """Micro-F1 over all records."""
        return 2 * self.right / max(1, self.named + self.labelled)


def measure_themes(labelled: Sequence[Sequence[str]], named: Sequence[Sequence[str]]) -> ThemeMeasure:
    """Compare themes record by record."""
    pairs = [(set(wanted), set(found)) for wanted, found in zip(labelled, named, strict=True)]
    return ThemeMeasure(
        sum(len(wanted & found) for wanted, found in pairs),
        sum(len(found) for _, found in pairs),
        sum(len(wanted) for wanted, _ in pairs),
    )


def accuracy(table: Counter[tuple[str, str]]) -> float:
    """The share of records whose polarity is as labelled; the table counts pairs of label and result."""
    return sum(number for (wanted, found), number in table.items() if wanted == found) / max(1, table.total())


def macro_f1(table: Counter[tuple[str, str]]) -> float:
    """F1 of each polarity that is labelled or found, averaged."""
    values = sorted({one for pair in table for one in pair})
    scores = []
    for value in values:
        both = sum(number for (wanted, found), number in table.items() if value == wanted)
        both += sum(number for (wanted, found), number in table.items() if value == found)
        scores.append(2 * table[value, value] / both)
    return sum(scores) / max(1, len(scores))
