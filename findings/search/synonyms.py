"""Other terms for the same: acronyms, spellings, and what things were called before; ``synonyms.csv`` has them as data.

Whoever types one term of a meaning also finds the others, in whichever direction. Terms are compared by stems, so every
form counts. What stands in quotation marks or after NOT is searched for as it was typed. An acronym that is also an
ordinary word counts in capitals only, and is never searched for in place of its long form.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from findings.search.expressions import And, Expression, Meaning, Or, Phrase, Word, all_of, any_of
from findings.search.words import stem_of, words_of

FILE = Path(__file__).parent / "synonyms.csv"
Stems = tuple[str, ...]


class TermKind(StrEnum):
    """What a term is among those of its meaning; ``CAPITALS`` is an acronym that is also an ordinary word."""

    TERM = "term"
    ACRONYM = "acronym"
    CAPITALS = "capitals"
    SPELLING = "spelling"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """A term of the field, with what it means: a name that all terms for the same have in common."""

    meaning: str
    term: str
    kind: TermKind

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in letters."""
        return tuple(word.letters for word in words_of(self.term))

    @property
    def expressions(self) -> tuple[Word | Phrase, ...]:
        """What finds the term in a record; of an acronym also its plural, where the stemmer does not know it as one."""
        if len(self.words) > 1:
            return (Phrase(self.words),)
        (letters,) = self.words
        plural = f"{letters}s"
        has_own_plural = self.kind == TermKind.ACRONYM and stem_of(plural) != stem_of(letters)
        return (Word(letters), Word(plural)) if has_own_plural else (Word(letters),)


def _stems_of(term: Word | Phrase) -> Stems:
    return (stem_of(term.letters),) if isinstance(term, Word) else tuple(map(stem_of, term.words))


@cache
def field_terms() -> tuple[FieldTerm, ...]:
    """The terms of the file, in its order."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(FieldTerm(row["meaning"], row["term"], TermKind(row["kind"])) for row in csv.DictReader(file))


@cache
def _by_stems() -> Mapping[Stems, tuple[FieldTerm, ...]]:
    found: dict[Stems, list[FieldTerm]] = defaultdict(list)
    for term in field_terms():
        for one in term.expressions:
            found[_stems_of(one)].append(term)
    return {stems: tuple(terms) for stems, terms in found.items()}


@cache
def _longest() -> int:
    return max(map(len, _by_stems()))


@cache
def _by_meaning() -> Mapping[str, tuple[FieldTerm, ...]]:
    found: dict[str, list[FieldTerm]] = defaultdict(list)
    for term in field_terms():
        found[term.meaning].append(term)
    return {meaning: tuple(terms) for meaning, terms in found.items()}


def with_synonyms(expression: Expression) -> Expression:
    """The expression, with the other terms for each term of the field that it holds."""
    match expression:
        case And(parts):
            return all_of(_of_sequence(parts)) or expression
        case Or(parts):
            return any_of([with_synonyms(part) for part in parts]) or expression
        case Word() | Phrase(is_quoted=False):
            return all_of(_of_sequence((expression,))) or expression
    return expression


def _of_sequence(parts: Sequence[Expression]) -> list[Expression]:
    """The parts of AND in order, the longest terms in neighbouring words replaced by their meanings."""
    found: list[Expression] = []
    place = 0
    while place < len(parts):
        for length in range(min(_longest(), len(parts) - place), 0, -1):
            typed = parts[place : place + length]
            if others := _others(typed):
                found.append(Meaning(all_of(list(typed)) or typed[0], others))
                place += length
                break
        else:
            part = parts[place]
            found.append(with_synonyms(part) if isinstance(part, And | Or) else part)
            place += 1
    return found


def _others(typed: Sequence[Expression]) -> tuple[Word | Phrase, ...]:
    """The other terms for what these parts are together; none if they are no term."""
    stems: list[str] = []
    for part in typed:
        match part:
            case Word(letters):
                stems.append(stem_of(letters))
            case Phrase(words, is_quoted=False):
                stems.extend(map(stem_of, words))
            case _:
                return ()
    own = tuple(stems)
    is_in_capitals = all(isinstance(part, Word) and part.is_in_capitals for part in typed)
    terms = [one for one in _by_stems().get(own, ()) if is_in_capitals or one.kind != TermKind.CAPITALS]
    others = [
        expression
        for one in terms
        for other in _by_meaning()[one.meaning]
        for expression in other.expressions
        if other.kind != TermKind.CAPITALS and _stems_of(expression) != own
    ]
    return tuple(dict.fromkeys(others))
