"""How likely clauses praise and criticise, from what their own terms say and from the clauses around them.

"This means that children wait" criticises all the more after criticism, and a clause that turns speaks against the one
before it. Clauses that begin with a word of ``TURNS`` or that follow from the one before therefore have numbers of
their own for their neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from findings.interpretation.polarity.features import TURNS, Clause, Tone

FOLLOWING = frozenset({"this", "these", "it", "they", "consequently", "therefore"})
AS_A_RESULT = ("as", "a", "result")
CONTEXT = (
    *("praise", "blame", "before", "before a turn", "before what follows"),
    *("after", "after a turn", "after what follows", "others", "first", "turns", "follows"),
)
"""The numbers of a clause: the odds by its terms; the leaning of the clause before and of the one after, in one of
three places by what joins the two; that of all others on average; and how it begins."""
MOST_ODDS, MOST_LEANING = 9.0, 6.0

Odds = tuple[float, float]
"""The logarithms of the odds that a clause praises and criticises."""
ContextWeights = tuple[tuple[float, ...], tuple[float, ...]]
"""What the numbers of ``CONTEXT`` weigh for praise and for criticism, and last what counts without them."""


def context_numbers(clauses: Sequence[Clause], odds: Sequence[Odds]) -> Iterator[tuple[float, ...]]:
    """The numbers of ``CONTEXT`` for each clause of a record."""
    leanings = [max(-MOST_LEANING, min(MOST_LEANING, praise - blame)) for praise, blame in odds]
    joins = [_joined(clause) for clause in clauses]
    total, others, last = sum(leanings), len(clauses) - 1, len(clauses) - 1
    for place, (praise, blame) in enumerate(odds):
        before, after = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]
        if place:
            before[joins[place]] = leanings[place - 1]
        if place < last:
            after[joins[place + 1]] = leanings[place + 1]
        yield (
            *(max(-MOST_ODDS, min(MOST_ODDS, number)) for number in (praise, blame)),
            *(*before, *after),
            (total - leanings[place]) / others if others else 0.0,
            *(float(not place), float(joins[place] == 1), float(joins[place] == 2)),
        )


def _joined(clause: Clause) -> int:
    """How a clause is joined to the one before: 1 if it turns, 2 if it follows from it, else 0."""
    if clause.words[0] in TURNS:
        return 1
    return 2 if clause.words[0] in FOLLOWING or clause.words[:3] == AS_A_RESULT else 0


def tones_in_context(clauses: Sequence[Clause], odds: Sequence[Odds], weights: ContextWeights) -> list[Tone]:
    """How likely each clause of a record praises and criticises."""
    praise, blame = weights
    return [
        Tone(len(clause.words), _share(numbers, praise), _share(numbers, blame))
        for clause, numbers in zip(clauses, context_numbers(clauses, odds), strict=True)
    ]


def _share(numbers: Sequence[float], weights: Sequence[float]) -> float:
    """A score as a share from 0 to 1."""
    score = sum(number * weight for number, weight in zip((*numbers, 1.0), weights, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))
