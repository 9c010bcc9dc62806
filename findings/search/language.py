"""Parsing what people type into the search box. Every text has a meaning; none is an error.

    supervision visits        both words, in any of their forms     (AND may be written between them)
    "looked after"            the words side by side
    drift OR delay            either of them; AND binds closer than OR, brackets closer than both
    NOT adoption, -adoption   without the word; also -"adoption panel" and -(a OR b)
    superv*                   words that begin with these letters, three at least

AND, OR and NOT are operators in capitals only. Quotes, brackets and operators are decided first, then the words inside
them. Words that nearly every record holds are left out where other words must be there beside them; after NOT and
beside OR they decide what is found, and stay. What cannot be understood is left out too. A note in words tells of
everything that was left out. Terms of the field are joined by other terms for the same (``findings.search.synonyms``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from findings.search.expressions import (
    And,
    Beginning,
    Expression,
    Meaning,
    Not,
    Or,
    Phrase,
    Word,
    all_of,
    any_of,
    in_words,
    none_of,
)
from findings.search.synonyms import with_synonyms
from findings.search.words import words_of

LONGEST = 500
"""The most characters of a query that are read."""
MOST_WORDS = 24
"""The most words of a query that are searched for."""
DEEPEST = 6
"""The most brackets within brackets."""
SHORTEST_BEGINNING = 3
"""The fewest letters before an asterisk."""
COMMON = frozenset((
    "a", "about", "all", "also", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "do", "for",
    "from", "had", "has", "have", "if", "in", "into", "is", "it", "its", "not", "of", "on", "or", "so", "such",
    "that", "the", "their", "them", "there", "they", "this", "to", "was", "were", "what", "when", "where", "which",
    "who", "will", "with",
))  # fmt: skip
"""Words that nearly every record holds."""
QUOTES = '"“”„‟«»‹›″＂'
"""The signs that stand for a quotation mark, whether it opens or closes."""
LEXEME = re.compile(
    rf"(?P<minus>-(?=[^\s)-]))|(?P<quote>[{QUOTES}])(?P<quoted>[^{QUOTES}]*)(?P<closed>[{QUOTES}]?)"
    rf"|(?P<sign>[()])|(?P<plain>[^\s(){QUOTES}]+)"
)


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """A query as it was understood.

    ``expression`` is None if it asks for nothing; ``notes`` are sentences about what was left out.
    """

    expression: Expression | None
    notes: tuple[str, ...] = ()

    @property
    def understood(self) -> str:
        """The expression in words; "" if there is none."""
        return f"records with {in_words(self.expression)}" if self.expression else ""


@dataclass
class _Parser:
    """Reads a query from left to right; each method consumes what it understands and leaves the rest."""

    lexemes: list[re.Match[str]]
    place: int = 0
    depth: int = 0
    words: int = 0
    notes: dict[str, None] = field(default_factory=dict)

    def note(self, sentence: str) -> None:
        self.notes[sentence] = None

    def peek(self) -> re.Match[str] | None:
        return self.lexemes[self.place] if self.place < len(self.lexemes) else None

    def is_next(self, text: str) -> bool:
        found = self.peek()
        return found is not None and found[0] == text and not found["quote"]

    def take(self, text: str) -> bool:
        taken = self.is_next(text)
        self.place += taken
        return taken

    def either(self) -> Expression | None:
        """Alternatives, up to a closing bracket or the end."""
        parts = [self.together()]
        while self.take("OR"):
            parts.append(self.together())
        if len(parts) > 1 and None in parts:
            self.note("OR was left out where nothing stands on one side of it.")
        return any_of([part for part in parts if part])

    def together(self) -> Expression | None:
        """What must all hold, up to OR, a closing bracket or the end."""
        parts: list[Expression] = []
        while (found := self.peek()) and not self.is_next("OR"):
            if self.is_next(")"):
                if self.depth:
                    break
                self.place += 1
            elif not self.take("AND") and (part := self.single(found)):
                parts.append(part)
        return all_of(parts)

    def single(self, found: re.Match[str]) -> Expression | None:
        """One condition: negated, in brackets, or words."""
        negated = False
        while self.is_next("NOT") or (found is not None and found["minus"]):
            negated = not negated
            self.place += 1
            following = self.peek()
            if following is None or self.is_next("OR") or self.is_next("AND") or self.is_next(")"):
                self.note("NOT was left out where nothing follows it.")
                return None
            found = following
        self.place += 1
        part = self.bracket() if found["sign"] == "(" else self.terms(found)
        return none_of(part) if part and negated else part

    def bracket(self) -> Expression | None:
        """What stands in brackets; the opening one is taken already."""
        if self.depth == DEEPEST:
            self.note(f"Brackets were left out where more than {DEEPEST} stand within each other.")
            return None
        self.depth += 1
        part = self.either()
        self.depth -= 1
        self.take(")")
        return part

    def terms(self, found: re.Match[str]) -> Expression | None:
        """The words of quotes, or of a run of letters and signs between spaces."""
        text = found["quoted"] if found["quote"] else found[0]
        words = [word.letters for word in words_of(text)]
        room = MOST_WORDS - self.words
        if len(words) > room:
            self.note(f"Only the first {MOST_WORDS} words are searched for.")
            words = words[:room]
        self.words += len(words)
        if not words:
            return None
        if found["quote"]:
            if not found["closed"]:
                self.note("The closing quotation mark is missing; the words up to the end were taken as side by side.")
            return Phrase(tuple(words))
        if len(words) > 1:
            return Phrase(tuple(words), is_quoted=False)
        return self.beginning(words[0]) if text.endswith("*") else Word(words[0], text.isupper())

    def beginning(self, letters: str) -> Expression:
        """A word with an asterisk."""
        if len(letters) < SHORTEST_BEGINNING:
            self.note(
                f"“{letters}*” was taken as the word “{letters}”: "
                f"at least {SHORTEST_BEGINNING} letters must stand before an asterisk."
            )
            return Word(letters)
        return Beginning(letters)


def _without_common(expression: Expression, left_out: list[str]) -> Expression:
    """The expression without the frequent words that must be there beside others; those of OR and NOT decide."""
    match expression:
        case And(parts):
            kept = [part for part in parts if not (isinstance(part, Word) and part.letters in COMMON)]
            if all(isinstance(part, Not) for part in kept):
                return expression
            left_out += [part.letters for part in parts if isinstance(part, Word) and part.letters in COMMON]
            return all_of([_without_common(part, left_out) for part in kept]) or expression
        case Or(parts):
            return any_of([_without_common(part, left_out) for part in parts]) or expression
        case Meaning(typed, others):
            return Meaning(_without_common(typed, left_out), others)
    return expression


def parse(text: str, *, literally: bool = False) -> SearchQuery:
    """Parse a query; never raises. ``literally`` leaves out other terms for the same."""
    parser = _Parser(list(LEXEME.finditer(text[:LONGEST])))
    if len(text) > LONGEST:
        parser.note(f"Only the first {LONGEST} characters were read.")
    expression = parser.either()
    if expression and not literally:
        expression = with_synonyms(expression)
    left_out: list[str] = []
    kept = _without_common(expression, left_out) if expression else None
    if left_out:
        names = [f"“{letters}”" for letters in dict.fromkeys(left_out)]
        was, it = ("was", "it") if len(names) == 1 else ("were", "them")
        parser.note(f"{', '.join(names)} {was} left out, because nearly every record has {it}.")
    return SearchQuery(kept, tuple(parser.notes))
