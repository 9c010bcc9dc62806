"""Weights and vectors of words from the records of many reports: words that are used alike get near vectors.

The vectors are the strongest directions of the table of records and words (latent semantic analysis), found by
repeated multiplication from a seeded start. Words of fewer than ``FEWEST_REPORTS`` reports are left out; so are names.
"""

from __future__ import annotations

import math
import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from findings.interpretation.matters.concepts import concepts_in
from findings.interpretation.matters.profiles import content_of
from findings.interpretation.terms.words import stem, words_of

FEWEST_REPORTS = 8
FEWEST_RECORDS = 8
DIRECTIONS = 40
ROUNDS = 6
SCALE = 1000
SEED = 11


def rarity(number: int, of: int) -> float:
    """How much something weighs that so many of all records hold."""
    return math.log((of + 1) / (number + 0.5))


def concept_weights(texts: Sequence[str]) -> dict[str, float]:
    """The weight of each concept by its code."""
    number: Counter[str] = Counter()
    for text in texts:
        number.update({one.concept.code for one in concepts_in(tuple(map(stem, words_of(text).printed)))})
    return {code: round(rarity(found, len(texts)), 3) for code, found in sorted(number.items())}


def term_vectors(reports: Sequence[Sequence[str]]) -> dict[str, tuple[float, tuple[int, ...]]]:
    """The weight and vector of each word by its stem. ``reports`` are the texts of the records of each."""
    counted = [[content_of(map(stem, words_of(text).printed)) for text in texts] for texts in reports]
    in_reports = Counter(term for records in counted for term in set().union(*records))
    records = [record for found in counted for record in found]
    in_records = Counter(term for record in records for term in record)
    weights = {
        term: rarity(number, len(records))
        for term, number in sorted(in_records.items())
        if number >= FEWEST_RECORDS and in_reports[term] >= FEWEST_REPORTS and term.isalpha()
    }
    table = [
        {term: weights[term] * (1 + math.log(times)) for term, times in record.items() if term in weights}
        for record in records
    ]
    vectors = _directions(table, list(weights))
    return {
        term: (round(weight, 2), tuple(round(part * SCALE) for part in vectors[term]))
        for term, weight in weights.items()
    }


def _directions(table: Sequence[Mapping[str, float]], terms: Sequence[str]) -> dict[str, list[float]]:
    chosen = random.Random(SEED)  # noqa: S311 - a start that is the same on every run
    vectors = {term: [chosen.gauss(0, 1) for _ in range(DIRECTIONS)] for term in terms}
    for _ in range(ROUNDS):
        vectors = _apart(vectors)
        total: dict[str, list[float]] = defaultdict(lambda: [0.0] * DIRECTIONS)
        for record in table:
            place = [0.0] * DIRECTIONS
            for term, weight in record.items():
                place = [one + weight * part for one, part in zip(place, vectors[term], strict=True)]
            for term, weight in record.items():
                total[term] = [one + weight * part for one, part in zip(total[term], place, strict=True)]
        vectors = {term: total[term] for term in terms}
    return _apart(vectors)


def _apart(vectors: Mapping[str, list[float]]) -> dict[str, list[float]]:
    """Directions of length 1 at right angles to each other, by the method of Gram and Schmidt."""
    columns = [list(column) for column in zip(*vectors.values(), strict=True)]
    for place in range(len(columns)):
        for other in columns[:place]:
            shared = sum(one * two for one, two in zip(columns[place], other, strict=True))
            columns[place] = [one - shared * two for one, two in zip(columns[place], other, strict=True)]
        norm = math.sqrt(sum(one * one for one in columns[place]))
        columns[place] = [one / norm for one in columns[place]]
    return dict(zip(vectors, map(list, zip(*columns, strict=True)), strict=True))
