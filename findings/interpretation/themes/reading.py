"""The themes of a record, from declared terms and learnt weights.

1. Each theme adds up the weights of what is seen of the record (``features``): words, pairs of words, the heading, and
   how its declared terms stand in the text. A score of zero is as likely right as wrong.
2. A theme is named from its least score on, at most ``MOST`` of them; the best one from ``LEAST_OF_BEST`` on, because
   nearly every record is about something.
3. A theme that no word of the text speaks for is not named.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

from findings.interpretation.terms.reasons import weightiest
from findings.interpretation.terms.words import WordRange, words_of
from findings.interpretation.themes.features import Features, features_of
from findings.interpretation.themes.vocabulary import THEMES

LEARNT = Path(__file__).parent / "learnt.csv"
LEAST = -0.6
LEAST_OF = {"caseloads": -1.4, "reviewing-officers": -1.0}
"""The least score of themes that mostly stand beside another one. Of records that took no part in learning, ``LEAST``
found 62 per cent of each (88 and 83 per cent of what it named were right); these find 77 and 74 (79 and 83)."""
LEAST_OF_BEST = -2.5
MOST = 3
UNLIKELY = -4.0
"""Themes with a lower score count as impossible where chances are compared."""
SHOWN = 4
"""The most words that are given as the reason for one theme."""
SHOWN_FROM = 0.3
"""From which part of the weightiest place's weight on a place is shown."""


@dataclass(frozen=True, slots=True)
class ThemeReading:
    """A theme of a record, and the words as printed that led to it, the weightiest first."""

    theme: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThemeWeights:
    """Learnt weights: by term and by word of the heading, then by theme; of ``DECLARED`` and alone, by theme."""

    terms: Mapping[str, Mapping[str, float]]
    heading: Mapping[str, Mapping[str, float]]
    declared: Mapping[str, Sequence[float]]
    alone: Mapping[str, float]


@cache
def weights() -> ThemeWeights:
    """The learnt weights of the file."""
    with LEARNT.open(encoding="utf-8", newline="") as file:
        return weights_of(
            (row["kind"], row["term"], row["theme"], float(row["weight"])) for row in csv.DictReader(file)
        )


def weights_of(rows: Iterable[tuple[str, str, str, float]]) -> ThemeWeights:
    """Weights by what they are for, from rows of kind, term, theme and weight."""
    by_kind: dict[str, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    for kind, term, theme, weight in rows:
        by_kind[kind][term][theme] = weight
    declared: dict[str, list[float]] = {theme: [] for theme in THEMES}
    for by_theme in by_kind["declared"].values():
        for theme in THEMES:
            declared[theme].append(by_theme[theme])
    return ThemeWeights(by_kind["term"], by_kind["heading"], declared, by_kind["alone"][""])


def scores_of(features: Features, known: ThemeWeights) -> dict[str, float]:
    """The score of every theme."""
    scores = dict(known.alone)
    for name, value in features.values.items():
        for theme, weight in known.terms.get(name, {}).items():
            scores[theme] += value * weight
    for name in features.heading:
        for theme, weight in known.heading.get(name, {}).items():
            scores[theme] += weight
    for theme, numbers in features.declared.items():
        for number, weight in zip(numbers, known.declared[theme], strict=True):
            scores[theme] += number * weight
    return scores


def likely_themes(text: str, heading: str = "") -> dict[str, float]:
    """The chance of each theme that a record with this text is about it, from 0 to 1, without the unlikely ones."""
    scores = scores_of(features_of(text, heading), weights())
    return {theme: 1 / (1 + exp(-score)) for theme, score in scores.items() if score >= UNLIKELY}


def named(scores: Mapping[str, float]) -> list[str]:
    """The themes that these scores name, the best first."""
    best = sorted(scores, key=lambda theme: -scores[theme])[:MOST]
    return [theme for theme in best if scores[theme] >= (LEAST_OF_BEST if theme == best[0] else _least_of(theme))]


def _least_of(theme: str) -> float:
    return LEAST_OF.get(theme, LEAST)


def themes_of(text: str, heading: str = "") -> tuple[ThemeReading, ...]:
    """The themes that a record with this text is materially about, the most certain first."""
    features = features_of(text, heading)
    readings = (ThemeReading(theme, _because(text, features, theme)) for theme in named(scores_of(features, weights())))
    return tuple(reading for reading in readings if reading.because)


def _because(text: str, features: Features, theme: str) -> tuple[str, ...]:
    """The words of the text that weighed most for a theme: declared terms by their weight, others by what is learnt."""
    known, by_place = weights(), dict[WordRange, float]()
    for name, value in features.values.items():
        if weight := known.terms.get(name, {}).get(theme, 0.0):
            for place in features.places[name]:
                by_place[place] = by_place.get(place, 0.0) + value * weight
    for place, weight in features.declared_places.get(theme, ()):
        by_place[place] = by_place.get(place, 0.0) + weight
    least = SHOWN_FROM * max(by_place.values(), default=0.0)
    return weightiest(words_of(text), {place: weight for place, weight in by_place.items() if weight >= least}, SHOWN)
