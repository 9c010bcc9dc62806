"""What is seen of a record to tell its themes; the same when weights are learnt and when they are used.

1. Declared terms of several words count as one word wherever they stand, the longest first, so that a "pathway plan"
   is no plan and a "health assessment" no assessment.
2. Each word, and each two words side by side in a sentence, count as often as they stand there, and half as much again
   in the first sentence, which says what the record is about. A feature's value is the logarithm of one more than its
   count, in proportion to the length of the vector of all of them.
3. For each theme, six numbers tell how its declared terms stand in the text (``DECLARED``).
4. The words of the heading are features of their own.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p, sqrt
from pathlib import Path

from findings.interpretation.terms.words import WordRange, Words, stem, words_of

FOLDER = Path(__file__).parent
OPENING = 1.5
DECLARED = ("strongest", "opening", "share", "total", "kinds", "relative")
"""Of a theme's declared terms: the highest weight; the highest in the first sentence; the average over sentences of the
highest in each; the logarithm of one more than the sum; of one more than the number of different ones; and the fourth
in proportion to the theme that has most of it."""
COMMON_WORDS = (
    "the a an of to and in for is are was were be been by on at with as that this these those their they it its "
    "from or have has had which who when where there all"
)
COMMON = frozenset(map(stem, COMMON_WORDS.split()))
"""Words that tell nothing of a theme by themselves."""
HIGHEST = 3.0
"""The highest weight of a declared term."""

ThemeTerm = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Features:
    """Values by feature, where each stands, the stems of the heading, and ``DECLARED`` by theme."""

    values: Mapping[str, float]
    places: Mapping[str, Sequence[WordRange]]
    heading: Sequence[str]
    declared: Mapping[str, Sequence[float]]
    declared_places: Mapping[str, Sequence[tuple[WordRange, float]]]


@dataclass(frozen=True, slots=True)
class DeclaredTerms:
    """Weights by term and theme, and the terms of several words by their first, the longest first."""

    weights: Mapping[ThemeTerm, tuple[tuple[str, float], ...]]
    phrases: Mapping[str, tuple[ThemeTerm, ...]]


@cache
def declared_terms() -> DeclaredTerms:
    """The declared terms, by stems."""
    weights: dict[ThemeTerm, dict[str, float]] = {}
    with (FOLDER / "declared.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            themes = weights.setdefault(tuple(map(stem, words_of(row["term"]).printed)), {})
            if row["theme"]:
                themes[row["theme"]] = max(themes.get(row["theme"], 0.0), float(row["weight"]) / HIGHEST)
    phrases: dict[str, list[ThemeTerm]] = defaultdict(list)
    for term in sorted((term for term in weights if len(term) > 1), key=len, reverse=True):
        phrases[term[0]].append(term)
    return DeclaredTerms(
        {term: tuple(themes.items()) for term, themes in weights.items()},
        {first: tuple(terms) for first, terms in phrases.items()},
    )


def _terms(words: Words, stems: Sequence[str]) -> Iterable[tuple[ThemeTerm, WordRange]]:
    """The text as declared phrases and single words, one after the other."""
    phrases, sentences = declared_terms().phrases, words.sentences
    start, length = 0, len(stems)
    while start < length:
        for term in phrases.get(stems[start], ()):
            end = start + len(term)
            if tuple(stems[start:end]) == term and sentences[start] == sentences[end - 1]:
                break
        else:
            term, end = (stems[start],), start + 1
        yield term, (start, end)
        start = end


def features_of(text: str, heading: str) -> Features:
    """What is seen of a record."""
    words = words_of(text)
    stems = tuple(map(stem, words.printed))
    counts: dict[str, float] = defaultdict(float)
    places: dict[str, list[WordRange]] = defaultdict(list)
    hits: dict[str, list[tuple[WordRange, float]]] = defaultdict(list)
    weights, sentences = declared_terms().weights, words.sentences
    before, before_start, before_tells, before_sentence = "", 0, False, -1
    for term, place in _terms(words, stems):
        sentence = sentences[place[0]]
        step = OPENING if sentence == 0 else 1.0
        name = " ".join(term)
        if len(term) > 1 or not (name in COMMON or name.isdigit()):
            counts[name] += step
            places[name].append(place)
        tells = term[0] not in COMMON
        if tells and before_tells and sentence == before_sentence:
            pair = f"{before}|{name}"
            counts[pair] += step
            places[pair].append((before_start, place[1]))
        for theme, weight in weights.get(term, ()):
            hits[theme].append((place, weight))
        before, before_start, before_tells, before_sentence = name, place[0], tells, sentence
    values = {name: log1p(count) for name, count in counts.items()}
    length = sqrt(sum(value * value for value in values.values())) or 1.0
    return Features(
        {name: value / length for name, value in values.items()},
        places,
        tuple(dict.fromkeys(found for word in words_of(heading).printed if (found := stem(word)) not in COMMON)),
        _declared(hits, words),
        hits,
    )


def _declared(hits: Mapping[str, Sequence[tuple[WordRange, float]]], words: Words) -> dict[str, tuple[float, ...]]:
    """``DECLARED`` for each theme with a declared term in the text."""
    totals = {theme: log1p(sum(weight for _, weight in found)) for theme, found in hits.items()}
    most = max(totals.values(), default=1.0)
    sentences = words.sentences
    numbers: dict[str, tuple[float, ...]] = {}
    for theme, found in hits.items():
        best: dict[int, float] = {}
        for (start, _), weight in found:
            best[sentences[start]] = max(best.get(sentences[start], 0.0), weight)
        kinds = {words.at(place).lower() for place, weight in found if weight > 0.5}
        numbers[theme] = (
            max(best.values()),
            best.get(0, 0.0),
            sum(best.values()) / (sentences[-1] + 1),
            totals[theme],
            log1p(len(kinds)),
            totals[theme] / most,
        )
    return numbers
