"""The themes of a record, from weighted terms.

1. Each place of a term adds its weight to its theme: the first place whole, further ones less, and half as much again
   where it stands in the first sentence, which says what the record is about. The heading counts as a place.
2. A theme is named when its score reaches ``LEAST`` and ``SHARE`` of the highest score, at most ``MOST`` of them.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from findings.interpretation.terms.index import TermIndex
from findings.interpretation.terms.words import Words, stem, words_of

FOLDER = Path(__file__).parent
LEAST = 4.0
SHARE = 0.45
MOST = 3
SHOWN = 4
"""The most words that are given as the reason for one theme."""
OPENING = 1.5
"""How much more a term weighs in the first sentence than in those after it."""

ThemeWeights = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """A theme of a record, and the words as printed that led to it, the weightiest first."""

    theme: str
    because: tuple[str, ...]


@cache
def _index() -> TermIndex[ThemeWeights]:
    weights: dict[str, ThemeWeights] = {}
    with (FOLDER / "declared.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            weights[row["term"]] = (*weights.get(row["term"], ()), (row["theme"], float(row["weight"])))
    return TermIndex.of(weights, stem)


def _places(words: Words) -> Mapping[str, dict[tuple[int, int], float]]:
    """For each theme, where its terms stand and with which weight."""
    places: dict[str, dict[tuple[int, int], float]] = {}
    stems = tuple(map(stem, words.printed))
    for start, end, weights in _index().found(stems):
        opening = OPENING if words.sentences[start] == 0 else 1.0
        for theme, weight in weights:
            places.setdefault(theme, {})[start, end] = weight * opening
    return places


def _score(places: Mapping[tuple[int, int], float]) -> float:
    """What the places of a theme add up to; each further one counts less."""
    return sum(weight / math.sqrt(rank + 1) for rank, weight in enumerate(sorted(places.values(), reverse=True)))


def themes_of(text: str, heading: str = "") -> tuple[ThemeReading, ...]:
    """The themes that a record with this text is materially about, the most certain first."""
    words = words_of(text)
    places = _places(words)
    scores = {theme: _score(found) for theme, found in places.items()}
    if not scores:
        return ()
    least = max(LEAST, SHARE * max(scores.values()))
    named = sorted((theme for theme, score in scores.items() if score >= least), key=lambda theme: -scores[theme])
    return tuple(ThemeReading(theme, _because(text, words, places[theme])) for theme in named[:MOST])


def _because(text: str, words: Words, places: Mapping[tuple[int, int], float]) -> tuple[str, ...]:
    """The weightiest terms as printed, each once."""
    shown: dict[str, str] = {}
    for start, end in sorted(places, key=lambda place: (-places[place], place)):
        printed = text[words.spans[start][0] : words.spans[end - 1][1]]
        shown.setdefault(printed.lower(), printed)
    return tuple(shown.values())[:SHOWN]
