"""The learnt weights of polarity, from three CSV files: terms, what stands around a clause, numbers of a record."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from findings.interpretation.polarity.context import ContextWeights
from inspections.vocabulary import Polarity

FOLDER = Path(__file__).parent

Weights = tuple[float, float]
"""What weighs how much for praise and for criticism."""
RecordWeights = Mapping[Polarity, tuple[float, ...]]
"""What the numbers of a record weigh for each polarity, and last what counts without them."""


@dataclass(frozen=True, slots=True)
class TermTree:
    """The terms that begin alike: the weights of this one, if it is one, and those that go on with a word more."""

    weights: Weights | None
    longer: dict[str, TermTree]


@dataclass(frozen=True, slots=True)
class ClauseWeights:
    """Weights of terms, and what counts without any."""

    terms: TermTree
    alone: Weights

    @classmethod
    def of(cls, weights: Mapping[str, Weights]) -> ClauseWeights:
        """Weights by term; those of "" count without any."""
        root: dict[str, Any] = {}
        for term, known in weights.items():
            branch = root
            for word in term.split():
                branch = branch.setdefault(word, {})
            branch[""] = known
        return cls(_tree(root), weights[""])


def _tree(branch: Mapping[str, Any]) -> TermTree:
    return TermTree(branch.get(""), {word: _tree(longer) for word, longer in branch.items() if word})


@cache
def clause_weights() -> ClauseWeights:
    """The learnt weights of terms."""
    with (FOLDER / "learnt.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return ClauseWeights.of({row["term"]: (float(row["praise"]), float(row["blame"])) for row in rows})


@cache
def context_weights() -> ContextWeights:
    """The learnt weights of what stands around a clause."""
    with (FOLDER / "context.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(float(row["praise"]) for row in rows), tuple(float(row["blame"]) for row in rows)


@cache
def record_weights() -> RecordWeights:
    """The learnt weights of the numbers of a record."""
    with (FOLDER / "record.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {polarity: tuple(float(row[polarity]) for row in rows) for polarity in Polarity}
