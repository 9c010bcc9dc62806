"""The order by relevance: one that can be explained in a sentence and is the same on every database.

Records come in tiers, and in each tier the newest first:

1. the words that were typed next to each other stand side by side in the record;
2. all alternatives (OR) occur in it;
3. every word occurs more than once;
4. the words that were typed occur, and not only other terms for the same;
5. all others that were found.

A tier that a query cannot have (one word has no neighbour) is left out. The scores of the databases are not used: they
differ from each other, cannot be explained, and take longer the more is found.
"""

from __future__ import annotations

from collections.abc import Iterator

from findings.search.expressions import And, Expression, Not, Or, Phrase, Word, as_typed
from findings.search.terms import AllOf, AnyOf, Except, SideBySide, Terms, all_of, terms_of
from findings.search.words import stem_of


def tiers_of(expression: Expression) -> tuple[Terms, ...]:
    """The questions of the tiers, the strictest first, the expression last; a record is in the first that finds it."""
    typed = as_typed(expression)
    found = terms_of(typed)
    stricter = (AllOf((found, terms)) for terms in (*_side_by_side(typed), *_with_all(typed)))
    # A record that holds a word more than once holds it: the index need not be asked for both.
    return tuple(dict.fromkeys((*stricter, terms_of(typed, often=True), found, terms_of(expression))))


def in_tier_alone(tiers: tuple[Terms, ...], place: int) -> Terms:
    """The records of one tier that no tier before it finds."""
    before = tiers[:place]
    if not before:
        return tiers[place]
    return Except(tiers[place], AnyOf(before) if len(before) > 1 else before[0])


def _side_by_side(expression: Expression) -> Iterator[Terms]:
    if not isinstance(expression, And):
        return
    runs: list[list[str]] = [[]]
    for part in expression.parts:
        match part:
            case Word(letters):
                runs[-1].append(stem_of(letters))
            case Phrase(words):
                runs[-1].extend(map(stem_of, words))
            case _:
                runs.append([])
    sequences = [SideBySide(tuple(run)) for run in runs if len(run) > 1]
    if sequences:
        yield all_of(sequences)


def _with_all(expression: Expression) -> Iterator[Terms]:
    parts = expression.parts if isinstance(expression, And) else (expression,)
    choices = [part for part in parts if isinstance(part, Or)]
    if choices:
        alternatives = [one for choice in choices for one in choice.parts if not isinstance(one, Not)]
        yield all_of(terms_of(one) for one in alternatives)
