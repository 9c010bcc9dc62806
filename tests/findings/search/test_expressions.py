"""Expressions are joined flat, and told in words with brackets where these are needed."""

import pytest

from findings.search.expressions import And, Beginning, Not, Or, Phrase, Word, all_of, any_of, in_words, none_of

A, B, C = Word("a"), Word("b"), Word("c")


def test_joining_is_flat_and_keeps_one_part_as_it_is():
    assert all_of([And((A, B)), C]) == And((A, B, C))
    assert any_of([A, Or((B, C))]) == Or((A, B, C))
    assert all_of([Or((A, B))]) == Or((A, B))
    assert all_of([]) is None
    assert any_of([]) is None


def test_not_twice_is_nothing():
    assert none_of(A) == Not(A)
    assert none_of(Not(A)) == A


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (A, "“a”"),
        (Beginning("superv"), "a word that begins with “superv”"),
        (Phrase(("looked", "after")), "the phrase “looked after”"),
        (Not(A), "anything but “a”"),
        (Or((A, And((B, C)))), "“a” or (“b” and “c”)"),
        (And((A, Or((B, C)))), "“a” and (“b” or “c”)"),
        (And((A, Not(B), Not(C))), "“a”, but not “b” or “c”"),
        (And((Not(A), Not(B))), "anything, but not “a” or “b”"),
    ],
)
def test_an_expression_in_words(expression, words):
    assert in_words(expression) == words
