"""Whether a record praises or criticises, from learnt weights, clause by clause.

1. Each clause has two scores, that it praises and that it criticises: the weights of its terms added up.
2. A record is mixed when about a third of it or more goes the other way. Its polarity is the one for which the numbers
   that follow from its clauses and its heading speak most.
3. Neutral, a description without evaluation, must be likelier than the others by ``CERTAIN``, because it is rare.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest
from math import exp, sqrt
from pathlib import Path
from typing import Any

from findings.interpretation.polarity.features import (
    AFTER,
    Clause,
    Tone,
    clauses_of,
    negated,
    number_of_terms,
    record_numbers,
)
from findings.interpretation.terms.reasons import weightiest
from findings.interpretation.terms.words import Place, plain, words_of
from inspections.vocabulary import Polarity

FOLDER = Path(__file__).parent
CERTAIN = 0.5
SHOWN = 5
"""The most words that are given as the reason."""
LOOKED_AT = 30
"""How many of the weightiest terms are looked at for reasons."""
SHOWN_FROM = 0.4
"""From which part of the weightiest term's weight on a term is shown."""
FUNCTION_WORDS = (
    "a an the and or of to in on at by for with from as is are was were be been being has have had having do does did "
    "it its this that these those they them their there which who whom whose what when where how if then than so such "
    "will would can could may might all any each both other others one two three also more most into up out about"
)
FIELD_WORDS = (
    "child children young people person family families parent parents carer carers home homes care social worker "
    "workers staff work working local authority service services inspector inspectors including their case cases "
    "leaver leavers school schools police health plan plans assessment assessments recommendation adopters"
)
TELLING_NOTHING = frozenset(f"{FUNCTION_WORDS} {FIELD_WORDS}".split())
"""Words that are no reason where they stand alone or with each other, whatever they weigh."""

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


@dataclass(frozen=True, slots=True)
class PolarityReading:
    """The polarity of a record, and the words as printed that led to it, the weightiest first."""

    polarity: Polarity
    because: tuple[str, ...]


@cache
def clause_weights() -> ClauseWeights:
    """The learnt weights of terms."""
    with (FOLDER / "learnt.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return ClauseWeights.of({row["term"]: (float(row["praise"]), float(row["blame"])) for row in rows})


@cache
def record_weights() -> RecordWeights:
    """The learnt weights of the numbers of a record."""
    with (FOLDER / "record.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {polarity: tuple(float(row[polarity]) for row in rows) for polarity in Polarity}


def known_terms(clause: Clause, weights: ClauseWeights) -> list[tuple[Place, Weights]]:
    """The terms of a clause that weigh anything, with their places in the text."""
    words, begin, root = clause.words, clause.place[0], weights.terms.longer
    found: list[tuple[Place, Weights]] = []
    for start in range(len(words)):
        branch, last = root.get(words[start]), start + 1
        while branch:
            if branch.weights:
                found.append(((begin + start, begin + last), branch.weights))
            branch = branch.longer.get(words[last]) if last < len(words) else None
            last += 1
    after = root[AFTER].longer if AFTER in root else {}
    for place in negated(words):
        if (branch := after.get(words[place])) and branch.weights:
            found.append(((begin + place, begin + place + 1), branch.weights))
    return found


def tone_of(clause: Clause, weights: ClauseWeights) -> Tone:
    """How likely a clause praises and criticises."""
    return _tone(clause, known_terms(clause, weights), weights)


def _tone(clause: Clause, found: Sequence[tuple[Place, Weights]], weights: ClauseWeights) -> Tone:
    length = sqrt(number_of_terms(clause))
    praise = weights.alone[0] + sum(known[0] for _, known in found) / length
    blame = weights.alone[1] + sum(known[1] for _, known in found) / length
    return Tone(len(clause.words), _share(praise), _share(blame))


def _share(score: float) -> float:
    """A score as a share from 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def polarity_of_tones(tones: Sequence[Tone], heading: str, weights: RecordWeights) -> Polarity:
    """The polarity of a record with these clauses; at least one."""
    numbers = (*record_numbers(tones, heading), 1.0)
    scores = {
        polarity: sum(number * weight for number, weight in zip(numbers, known, strict=True))
        for polarity, known in weights.items()
    }
    scores[Polarity.NEUTRAL] -= CERTAIN
    return max(scores, key=lambda polarity: scores[polarity])


def polarity_of(text: str, heading: str = "") -> PolarityReading:
    """Whether a record with this text praises, criticises, does both, or describes."""
    clauses = clauses_of(text)
    if not clauses:
        return PolarityReading(Polarity.NEUTRAL, ())
    weights = clause_weights()
    terms = [known_terms(clause, weights) for clause in clauses]
    tones = [_tone(clause, found, weights) for clause, found in zip(clauses, terms, strict=True)]
    polarity = polarity_of_tones(tones, heading, record_weights())
    return PolarityReading(polarity, _because(text, zip(terms, tones, strict=True), polarity))


def _because(
    text: str, clauses: Iterable[tuple[Sequence[tuple[Place, Weights]], Tone]], polarity: Polarity
) -> tuple[str, ...]:
    """The terms that speak most for this polarity, from the clauses that speak for it."""
    words, by_place = words_of(text), dict[Place, float]()
    for found, tone in clauses:
        sign = 1 if tone.praise >= tone.blame else -1
        if polarity is Polarity.MIXED or polarity is (Polarity.STRENGTH if sign > 0 else Polarity.WEAKNESS):
            for place, (praise, blame) in found:
                by_place[place] = by_place.get(place, 0.0) + sign * (praise - blame)
    telling = {
        place: by_place[place]
        for place in nlargest(LOOKED_AT, by_place, key=lambda place: by_place[place])
        if not TELLING_NOTHING.issuperset(map(plain, words.printed[slice(*place)]))
    }
    least = SHOWN_FROM * max(telling.values(), default=0.0)
    return weightiest(words, {place: weight for place, weight in telling.items() if weight >= least}, SHOWN)
