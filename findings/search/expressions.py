"""What can be asked of search, as a typed tree, and the tree in words.

``findings.search.language`` parses a query into it, ``findings.search.terms`` puts it to the index, and ``in_words``
shows people how their query was understood.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms; ``is_in_capitals`` tells how it was typed, and changes nothing of what is found."""

    letters: str
    is_in_capitals: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Beginning:
    """Words that begin with these letters."""

    letters: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words side by side, each in any of its forms; at least one.

    Without quotation marks they were typed with signs between them, as in "care-leaver".
    """

    words: tuple[str, ...]
    is_quoted: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What was typed, or one of the other terms for the same."""

    typed: Expression
    others: tuple[Word | Phrase, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but this."""

    part: Expression


@dataclass(frozen=True, slots=True)
class And:
    """All of these; at least two."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these; at least two."""

    parts: tuple[Expression, ...]


Expression = Word | Beginning | Phrase | Meaning | Not | And | Or


def all_of(parts: list[Expression]) -> Expression | None:
    """The parts joined by AND, flat; None when there is none."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,))]
    return And(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def any_of(parts: list[Expression]) -> Expression | None:
    """The parts joined by OR, flat; None when there is none."""
    flat = [inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,))]
    return Or(tuple(flat)) if len(flat) > 1 else next(iter(flat), None)


def as_typed(expression: Expression) -> Expression:
    """The expression without other terms for the same."""
    match expression:
        case Meaning(typed):
            return typed
        case And(parts):
            return all_of([as_typed(part) for part in parts]) or expression
        case Or(parts):
            return any_of([as_typed(part) for part in parts]) or expression
    return expression


def none_of(part: Expression) -> Expression:
    """Everything but the part."""
    return part.part if isinstance(part, Not) else Not(part)


def in_words(expression: Expression) -> str:
    """The expression in words: “supervision” and the phrase “looked after”, but not “adoption”."""
    match expression:
        case Word(letters):
            return f"“{letters}”"
        case Beginning(letters):
            return f"a word that begins with “{letters}”"
        case Phrase(words):
            return f"the phrase “{' '.join(words)}”"
        case Meaning(typed, others):
            terms = ", ".join(f"“{_term(term)}”" for term in others)
            return f"({in_words(typed)}, or {terms})" if isinstance(typed, And) else f"{in_words(typed)} (or {terms})"
        case Not(part):
            return f"anything but {_grouped(part)}"
        case Or(parts):
            return " or ".join(_grouped(part) for part in parts)
        case And(parts):
            wanted = [_grouped(part) for part in parts if not isinstance(part, Not)]
            unwanted = " or ".join(_grouped(part.part) for part in parts if isinstance(part, Not))
            first = " and ".join(wanted) or "anything"
            return f"{first}, but not {unwanted}" if unwanted else first


def _term(term: Word | Phrase) -> str:
    return term.letters if isinstance(term, Word) else " ".join(term.words)


def _grouped(expression: Expression) -> str:
    text = in_words(expression)
    return f"({text})" if isinstance(expression, And | Or | Not) else text
