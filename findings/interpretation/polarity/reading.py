"""Whether a record praises or criticises, from learnt weights, clause by clause.

1. Each clause has two scores, that it praises and that it criticises: the weights of its terms added up, set right by
   the clauses around it (``context``).
2. A record is mixed when about a third of it or more goes the other way. Its polarity is the one for which the numbers
   that follow from its clauses and its heading speak most.
3. Neutral, a description without evaluation, must be likelier than the others by ``CERTAIN``, because it is rare.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby
from math import sqrt

from findings.interpretation.polarity.context import Odds, tones_in_context
from findings.interpretation.polarity.features import (
    AFTER,
    FIRST,
    Clause,
    Tone,
    clauses_of,
    negated,
    number_of_terms,
    record_numbers,
)
from findings.interpretation.polarity.weights import (
    ClauseWeights,
    RecordWeights,
    Weights,
    clause_weights,
    context_weights,
    record_weights,
)
from findings.interpretation.terms.reasons import weightiest
from findings.interpretation.terms.words import WordRange, plain, words_of
from inspections.vocabulary import Polarity

CERTAIN = 1.0
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


@dataclass(frozen=True, slots=True)
class PolarityReading:
    """The polarity of a record, and the words as printed that led to it, the weightiest first."""

    polarity: Polarity
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaning:
    """The polarity of a text, and how much of it praises and criticises: shares of its words, each from 0 to 1."""

    polarity: Polarity
    praise: float
    blame: float


@dataclass(frozen=True, slots=True)
class SentenceLeaning:
    """A sentence: where it stands in the text, its number of words, and how much of them praises and criticises."""

    start: int
    end: int
    words: int
    praise: float
    blame: float


def known_terms(clause: Clause, weights: ClauseWeights) -> list[tuple[WordRange, Weights]]:
    """The terms of a clause that weigh anything, with their places in the text."""
    words, begin, root = clause.stems, clause.place[0], weights.terms.longer
    found: list[tuple[WordRange, Weights]] = []
    for start in range(len(words)):
        branch, last = root.get(words[start]), start + 1
        while branch:
            if branch.weights:
                found.append(((begin + start, begin + last), branch.weights))
            branch = branch.longer.get(words[last]) if last < len(words) else None
            last += 1
    after, first = (root[mark].longer if mark in root else {} for mark in (AFTER, FIRST))
    for place in negated(clause.words):
        if (branch := after.get(words[place])) and branch.weights:
            found.append(((begin + place, begin + place + 1), branch.weights))
    if (branch := first.get(words[0])) and branch.weights:
        found.append(((begin, begin + 1), branch.weights))
    return found


def odds_of(clause: Clause, weights: ClauseWeights) -> Odds:
    """The logarithms of the odds that a clause praises and criticises, by its terms."""
    return _odds(clause, known_terms(clause, weights), weights)


def _odds(clause: Clause, found: Sequence[tuple[WordRange, Weights]], weights: ClauseWeights) -> Odds:
    length = sqrt(number_of_terms(clause))
    return (
        weights.alone[0] + sum(known[0] for _, known in found) / length,
        weights.alone[1] + sum(known[1] for _, known in found) / length,
    )


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
    odds = [_odds(clause, found, weights) for clause, found in zip(clauses, terms, strict=True)]
    tones = tones_in_context(clauses, odds, context_weights())
    polarity = polarity_of_tones(tones, heading, record_weights())
    return PolarityReading(polarity, _because(text, zip(terms, tones, strict=True), polarity))


def leaning_of(text: str) -> Leaning:
    """The polarity of a text, and how much of it praises and criticises, without the words that led to it."""
    clauses = clauses_of(text)
    if not clauses:
        return Leaning(Polarity.NEUTRAL, 0.0, 0.0)
    weights = clause_weights()
    tones = tones_in_context(clauses, [odds_of(clause, weights) for clause in clauses], context_weights())
    total = sum(tone.words for tone in tones)
    return Leaning(
        polarity_of_tones(tones, "", record_weights()),
        sum(tone.words * tone.praise for tone in tones) / total,
        sum(tone.words * tone.blame for tone in tones) / total,
    )


def sentence_leanings(text: str) -> tuple[SentenceLeaning, ...]:
    """How much of each sentence of a text praises and criticises, each clause told in its context."""
    clauses, words = clauses_of(text), words_of(text)
    weights = clause_weights()
    tones = tones_in_context(clauses, [odds_of(clause, weights) for clause in clauses], context_weights())
    found: list[SentenceLeaning] = []
    for _, group in groupby(zip(clauses, tones, strict=True), key=lambda pair: words.sentences[pair[0].place[0]]):
        parts = list(group)
        total = sum(tone.words for _, tone in parts)
        found.append(
            SentenceLeaning(
                words.spans[parts[0][0].place[0]][0],
                words.spans[parts[-1][0].place[1] - 1][1],
                total,
                sum(tone.words * tone.praise for _, tone in parts) / total,
                sum(tone.words * tone.blame for _, tone in parts) / total,
            )
        )
    return tuple(found)


def _because(
    text: str, clauses: Iterable[tuple[Sequence[tuple[WordRange, Weights]], Tone]], polarity: Polarity
) -> tuple[str, ...]:
    """The terms that speak most for this polarity, from the clauses that speak for it."""
    words, by_place = words_of(text), dict[WordRange, float]()
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
