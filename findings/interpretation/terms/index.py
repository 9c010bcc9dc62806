"""Where known terms stand in a sequence of words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from findings.interpretation.terms.words import words_of

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class TermIndex(Generic[Meaning]):
    """Terms by their first word: the words that follow it, and what the term means."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]

    @classmethod
    def of(cls, terms: Mapping[str, Meaning], form: Callable[[str], str]) -> TermIndex[Meaning]:
        """An index of terms written in ordinary words; ``form`` makes of each what texts are compared by."""
        by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for term, meaning in terms.items():
            first, *rest = (form(word) for word in words_of(term).printed)
            by_first.setdefault(first, []).append((tuple(rest), meaning))
        return cls({first: tuple(entries) for first, entries in by_first.items()})

    def found(self, words: Sequence[str]) -> Iterator[tuple[int, int, Meaning]]:
        """Each place of a term: its first word, the word after its last, and its meaning. Terms may overlap."""
        by_first = self.by_first
        for start, word in enumerate(words):
            for rest, meaning in by_first.get(word, ()):
                end = start + 1 + len(rest)
                if not rest or tuple(words[start + 1 : end]) == rest:
                    yield start, end, meaning
