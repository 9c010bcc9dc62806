"""The weights by which matters are judged, learnt from pairs of reports that people read (see ``training/``)."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from findings.interpretation.matters.concepts import FOLDER
from inspections.vocabulary import FollowStatus


@dataclass(frozen=True, slots=True)
class Weighing:
    """A logistic judgement: what each number weighs, in the order of the numbers, and what all start from."""

    weights: tuple[float, ...]
    start: float

    def odds(self, numbers: Sequence[float]) -> float:
        """The logarithm of the odds that it is so; above 0 it is more likely than not."""
        return self.start + sum(weight * number for weight, number in zip(self.weights, numbers, strict=True))

    def chance(self, numbers: Sequence[float]) -> float:
        """The chance that it is so, from 0 to 1."""
        return chance(self.odds(numbers))


def chance(odds: float) -> float:
    """The chance that belongs to the logarithm of odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


LINK, NOTHING = "link", "nothing"
STATUSES = (FollowStatus.IMPROVED, FollowStatus.MIXED, FollowStatus.STILL_FOUND)
Judges = Mapping[str, Weighing]
"""The judgements by name: ``LINK``, ``NOTHING``, and one for each of ``STATUSES``."""


@cache
def stored_judges() -> Judges:
    """The judgements that were learnt. The file names the numbers in the order in which they are made."""
    weights: dict[str, dict[str, float]] = {}
    with (FOLDER / "weights.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            weights.setdefault(row["decision"], {})[row["number"]] = float(row["weight"])
    return {name: Weighing(tuple(list(found.values())[1:]), found["start"]) for name, found in weights.items()}
