"""The tokens that the index holds of a record, and the questions put to it: the same on every database.

A record is a sequence of stems in the order of its text, followed by marks, each of which begins with a sign of its
own:

    ~visits      a word as it stands, for searches by its beginning
    +visit       a stem that stands in the text more than once
    =kfinding    a facet of the record, by which filters narrow the search inside the index: see ``facet``
    =            every record
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, pairwise

from findings.search.expressions import And, Beginning, Expression, Meaning, Not, Or, Phrase, Word
from findings.search.words import stem_of, words_of

AS_IT_STANDS, OFTEN, FACET = "~", "+", "="
EVERY_RECORD = FACET
MOST_WORDS = 10_000
"""The most words of a record that are indexed. PostgreSQL keeps no positions beyond 16,383."""


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A record as the index holds it: its stems in order, and its marks."""

    stems: tuple[str, ...]
    marks: tuple[str, ...]

    @property
    def letters(self) -> Iterable[str]:
        """Each word as it stands, once."""
        return (mark[len(AS_IT_STANDS) :] for mark in self.marks if mark.startswith(AS_IT_STANDS))

    @property
    def neighbours(self) -> Iterable[str]:
        """Each pair of stems side by side, once."""
        return dict.fromkeys(f"{first} {second}" for first, second in pairwise(self.stems))


def facet(name: str, value: object) -> str:
    """The token of a facet; ``name`` is one letter. Signs of the value are left out: SQLite would split it there."""
    return f"{FACET}{name}{''.join(sign for sign in str(value).lower() if sign.isalnum())}"


def indexed_text(text: str, facets: Iterable[str]) -> IndexedText:
    """What the index holds of a text with these facets."""
    words = list(islice(words_of(text), MOST_WORDS))
    stems = Counter(word.stem for word in words)
    marks = [f"{AS_IT_STANDS}{letters}" for letters in sorted({word.letters for word in words})]
    marks += [f"{OFTEN}{stem}" for stem, number in sorted(stems.items()) if number > 1]
    return IndexedText(tuple(word.stem for word in words), (*marks, EVERY_RECORD, *facets))


@dataclass(frozen=True, slots=True)
class Token:
    """Records with this token."""

    token: str


@dataclass(frozen=True, slots=True)
class Prefix:
    """Records with a token that begins with this."""

    start: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Records with these stems side by side; at least two."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    """Records that all of these find."""

    parts: tuple[Terms, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Records that one of these finds."""

    parts: tuple[Terms, ...]


@dataclass(frozen=True, slots=True)
class Except:
    """Records that ``kept`` finds and ``left`` does not."""

    kept: Terms
    left: Terms


Terms = Token | Prefix | SideBySide | AllOf | AnyOf | Except


@dataclass(frozen=True, slots=True)
class Question:
    """Terms put to the index; ``below`` leaves out entries from this id on, which are those of older reports."""

    terms: Terms
    below: int | None = None


def all_of(parts: Iterable[Terms]) -> Terms:
    """Records that every part finds; without parts every record."""
    found = tuple(parts)
    if not found:
        return Token(EVERY_RECORD)
    return AllOf(found) if len(found) > 1 else found[0]


def any_of(parts: Iterable[Terms]) -> Terms:
    """Records that one of the parts finds; there is at least one part."""
    found = tuple(parts)
    return AnyOf(found) if len(found) > 1 else found[0]


def terms_of(expression: Expression, *, often: bool = False) -> Terms:
    """The question that an expression puts to the index; with ``often``, words must occur more than once."""
    match expression:
        case Word(letters):
            return Token(f"{OFTEN if often else ''}{stem_of(letters)}")
        case Beginning(letters):
            return Prefix(f"{AS_IT_STANDS}{letters}")
        case Phrase((letters,)):
            return Token(stem_of(letters))
        case Phrase(words):
            return SideBySide(tuple(map(stem_of, words)))
        case Meaning(typed, others):
            return any_of(terms_of(part, often=often) for part in (typed, *others))
        case Or(parts):
            return any_of(terms_of(part, often=often) for part in parts)
        case And(parts):
            kept = all_of(terms_of(part, often=often) for part in parts if not isinstance(part, Not))
            left = [terms_of(part.part) for part in parts if isinstance(part, Not)]
            return Except(kept, any_of(left)) if left else kept
        case Not(part):
            return Except(Token(EVERY_RECORD), terms_of(part))
