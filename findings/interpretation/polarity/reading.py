"""Whether a record praises or criticises, from weighted words and phrases, clause by clause.

1. A clause ends with its sentence or at a word that turns it (``TURNS``). The weights of its terms add up; a term that
   stands in a longer one does not count, so "not effective" is no praise.
2. Clauses count by their words. Where a third of the text or more goes the other way, the record is mixed.
3. A heading that names a list of strengths or of what must improve counts as a clause.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from findings.interpretation.terms.index import TermIndex
from findings.interpretation.terms.words import Words, plain, words_of
from inspections.vocabulary import Polarity

FOLDER = Path(__file__).parent
TURNS = frozenset({"however", "but", "although", "though", "while", "whilst", "despite", "nevertheless", "yet"})
MIXED_FROM = 0.3
"""The share of the words of praise and criticism from which the smaller of the two makes a record mixed."""
SHOWN = 5
"""The most words that are given as the reason."""


@dataclass(frozen=True, slots=True)
class PolarityReading:
    """The polarity of a record, and the words as printed that led to it, the weightiest first."""

    polarity: Polarity
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A term that praises (weight above zero) or criticises, from its first word up to before ``end``."""

    start: int
    end: int
    weight: float


@cache
def _index() -> TermIndex[float]:
    with (FOLDER / "declared.csv").open(encoding="utf-8", newline="") as file:
        return TermIndex.of({row["term"]: float(row["weight"]) for row in csv.DictReader(file)}, plain)


def _cues(letters: tuple[str, ...]) -> list[Cue]:
    """The cues of a text, none inside another; where two overlap, the longer one, else the first."""
    found = sorted(_index().found(letters), key=lambda place: (place[0] - place[1], place[0]))
    taken: set[int] = set()
    cues: list[Cue] = []
    for start, end, weight in found:
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            cues.append(Cue(start, end, weight))
    return sorted(cues, key=lambda cue: cue.start)


def _clauses(words: Words, letters: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The clauses of a text: the first word of each, and the word after its last."""
    begin = 0
    for place in range(1, len(words)):
        if words.sentences[place] != words.sentences[place - 1] or letters[place] in TURNS:
            yield begin, place
            begin = place
    if len(words):
        yield begin, len(words)


def polarity_of(text: str, heading: str = "") -> PolarityReading:
    """Whether a record with this text praises, criticises, does both, or describes."""
    words = words_of(text)
    letters = tuple(map(plain, words.printed))
    cues = _cues(letters)
    praise = blame = 0
    for begin, end in _clauses(words, letters):
        balance = sum(cue.weight for cue in cues if begin <= cue.start < end)
        praise += (end - begin) * (balance > 0)
        blame += (end - begin) * (balance < 0)
    polarity = _polarity(praise, blame)
    return PolarityReading(polarity, _because(text, words, cues, polarity))


def _polarity(praise: int, blame: int) -> Polarity:
    """What so many words of praise and of criticism make together."""
    if not praise and not blame:
        return Polarity.NEUTRAL
    if min(praise, blame) >= MIXED_FROM * (praise + blame):
        return Polarity.MIXED
    return Polarity.STRENGTH if praise > blame else Polarity.WEAKNESS


def _because(text: str, words: Words, cues: list[Cue], polarity: Polarity) -> tuple[str, ...]:
    """The weightiest cues that speak for this polarity, as printed, each once."""
    sides = {Polarity.STRENGTH: (1,), Polarity.WEAKNESS: (-1,), Polarity.MIXED: (1, -1), Polarity.NEUTRAL: ()}[polarity]
    speaking = [cue for cue in cues if (1 if cue.weight > 0 else -1) in sides]
    shown: dict[str, str] = {}
    for cue in sorted(speaking, key=lambda cue: (-abs(cue.weight), cue.start)):
        printed = text[words.spans[cue.start][0] : words.spans[cue.end - 1][1]]
        shown.setdefault(printed.lower(), printed)
    return tuple(shown.values())[:SHOWN]
