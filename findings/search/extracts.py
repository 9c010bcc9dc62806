"""Extracts: the part of a text in which the words that were searched for stand closest, with these words marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from findings.search.expressions import And, Beginning, Expression, Meaning, Not, Or, Phrase, Word
from findings.search.words import FoundWord, stem_of, words_of

LENGTH = 60
"""Words of an extract."""
BEFORE = 8
"""Words that stand before the first that is marked."""
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Marker:
    """What is to be marked: stems, beginnings, and stems side by side. What is searched for with NOT is not."""

    stems: frozenset[str]
    beginnings: tuple[str, ...]
    phrases: frozenset[tuple[str, ...]]

    def marked(self, words: list[FoundWord]) -> list[bool]:
        """Which of the words are to be marked."""
        found = [word.stem in self.stems or word.letters.startswith(self.beginnings) for word in words]
        stems = tuple(word.stem for word in words)
        for phrase in self.phrases:
            for place in range(len(stems) - len(phrase) + 1):
                if stems[place : place + len(phrase)] == phrase:
                    found[place : place + len(phrase)] = [True] * len(phrase)
        return found


def marker_of(expression: Expression | None) -> Marker:
    """What an expression finds; without one nothing is marked."""
    leaves = list(_wanted(expression)) if expression else []
    return Marker(
        frozenset(stem_of(leaf.letters) for leaf in leaves if isinstance(leaf, Word)),
        tuple(leaf.letters for leaf in leaves if isinstance(leaf, Beginning)),
        frozenset(tuple(map(stem_of, leaf.words)) for leaf in leaves if isinstance(leaf, Phrase)),
    )


def _wanted(expression: Expression) -> Iterator[Word | Beginning | Phrase]:
    match expression:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)
        case Meaning(typed, others):
            for part in (typed, *others):
                yield from _wanted(part)
        case Word() | Beginning() | Phrase():
            yield expression
        case Not():
            return


@dataclass(frozen=True, slots=True)
class ExtractPart:
    """A part of an extract: words that were searched for (a match), or what stands before, between and after them."""

    text: str
    marked: bool


def extract_of(text: str, marker: Marker) -> tuple[ExtractPart, ...]:
    """The extract in parts, with ellipses where the text goes on. White space is one space wide; no part is empty."""
    words = list(words_of(text))
    marked = marker.marked(words)
    first = _best(words, marked) if len(words) > LENGTH else 0
    last = min(first + LENGTH, len(words))
    start = words[first].start if first else 0
    end = words[last - 1].end if last < len(words) else len(text)
    parts = [ExtractPart("… " if first else "", False)]
    place = start
    for from_, to in _runs(text, words[first:last], marked[first:last]):
        parts += [
            ExtractPart(SPACES.sub(" ", text[place:from_]), False),
            ExtractPart(SPACES.sub(" ", text[from_:to]), True),
        ]
        place = to
    parts += [
        ExtractPart(SPACES.sub(" ", text[place:end]), False),
        ExtractPart(" …" if last < len(words) else "", False),
    ]
    return tuple(part for part in parts if part.text)


def _best(words: list[FoundWord], marked: list[bool]) -> int:
    """The first word of the extract: where most different words are marked, then most words, then earliest."""
    places = [place for place, is_marked in enumerate(marked) if is_marked]
    best, found = 0, (0, 0)
    for number, place in enumerate(places):
        start = max(0, place - BEFORE)
        inside = places[number : bisect_left(places, start + LENGTH)]
        worth = (len({words[one].stem for one in inside}), len(inside))
        if worth > found:
            best, found = start, worth
    return min(best, len(words) - LENGTH)


def _runs(text: str, words: list[FoundWord], marked: list[bool]) -> list[tuple[int, int]]:
    """The marked parts of the text; words with nothing but space between them are one part."""
    runs: list[tuple[int, int]] = []
    for word, is_marked in zip(words, marked, strict=True):
        if is_marked and runs and not text[runs[-1][1] : word.start].strip():
            runs[-1] = (runs[-1][0], word.end)
        elif is_marked:
            runs.append((word.start, word.end))
    return runs
