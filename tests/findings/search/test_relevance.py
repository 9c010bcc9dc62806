"""Tiers: words side by side, then all alternatives, then words that occur often, then all others."""

import pytest

from findings.search.language import parse
from findings.search.relevance import in_tier_alone, tiers_of
from findings.search.terms import AllOf, AnyOf, Except, SideBySide, Terms, Token


def tiers(typed: str) -> tuple[Terms, ...]:
    expression = parse(typed).expression
    assert expression is not None
    return tiers_of(expression)


@pytest.mark.parametrize(
    ("typed", "strictest", "number"),
    [
        ("drift", Token("+drift"), 2),
        ("drift delay", AllOf((AllOf((Token("drift"), Token("delay"))), SideBySide(("drift", "delay")))), 3),
        (
            "drift OR delay",
            AllOf((AnyOf((Token("drift"), Token("delay"))), AllOf((Token("drift"), Token("delay"))))),
            3,
        ),
        ('"drift and delay"', SideBySide(("drift", "and", "delay")), 1),
    ],
)
def test_the_strictest_question_comes_first_and_the_query_itself_last(typed, strictest, number):
    found = tiers(typed)
    assert found[0] == strictest
    assert len(found) == number


def test_words_that_an_operator_separates_are_not_looked_for_side_by_side():
    assert not [tier for tier in tiers("drift -adoption delay*") if isinstance(tier, SideBySide)]
    assert tiers("drift -adoption")[0] == Except(Token("+drift"), Token("adopt"))


def test_each_tier_leaves_out_the_ones_before_it():
    found = tiers("drift delay")
    assert in_tier_alone(found, 0) == found[0]
    assert in_tier_alone(found, 1) == Except(found[1], found[0])
    assert in_tier_alone(found, 2) == Except(found[2], AnyOf(found[:2]))
