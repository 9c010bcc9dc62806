"""A record becomes stems in their order and marks; an expression becomes a question about whole tokens."""

import pytest

from findings.search import terms
from findings.search.expressions import And, Beginning, Meaning, Not, Or, Phrase, Word
from findings.search.terms import (
    AllOf,
    AnyOf,
    Except,
    Prefix,
    SideBySide,
    Token,
    all_of,
    any_of,
    facet,
    indexed_text,
    terms_of,
)

VISIT, DRIFT, DELAY = Word("visits"), Word("drift"), Word("delays")


def test_a_text_has_its_stems_in_order_then_its_marks():
    text = indexed_text("Visits were visited by workers.", [facet("k", "finding")])
    assert text.stems == ("visit", "were", "visit", "by", "worker")
    assert text.marks == ("~by", "~visited", "~visits", "~were", "~workers", "+visit", "=", "=kfinding")
    assert list(text.neighbours) == ["visit were", "were visit", "visit by", "by worker"]


def test_a_text_has_each_word_as_it_stands_once():
    assert list(indexed_text("Visits were visits.", []).letters) == ["visits", "were"]


def test_the_token_of_a_facet_holds_letters_and_digits_alone():
    assert facet("r", "Yorkshire and the Humber") == "=ryorkshireandthehumber"
    assert facet("g", "requires-improvement") == "=grequiresimprovement"


def test_words_beyond_the_most_are_left_out(monkeypatch):
    monkeypatch.setattr(terms, "MOST_WORDS", 2)
    assert indexed_text("one two three", []).stems == ("one", "two")


@pytest.mark.parametrize(
    ("expression", "question"),
    [
        (VISIT, Token("visit")),
        (Beginning("superv"), Prefix("~superv")),
        (Phrase(("visits",)), Token("visit")),
        (Phrase(("social", "workers")), SideBySide(("social", "worker"))),
        (Or((DRIFT, DELAY)), AnyOf((Token("drift"), Token("delay")))),
        (And((DRIFT, DELAY)), AllOf((Token("drift"), Token("delay")))),
        (And((DRIFT, Not(DELAY), Not(VISIT))), Except(Token("drift"), AnyOf((Token("delay"), Token("visit"))))),
        (Meaning(DRIFT, (Phrase(("slow", "plans")),)), AnyOf((Token("drift"), SideBySide(("slow", "plan"))))),
        (Not(DRIFT), Except(Token("="), Token("drift"))),
        (And((Not(DRIFT), Not(DELAY))), Except(Token("="), AnyOf((Token("drift"), Token("delay"))))),
    ],
)
def test_the_question_of_an_expression(expression, question):
    assert terms_of(expression) == question


def test_words_that_occur_often_are_asked_for_by_their_own_mark_but_not_those_left_out():
    assert terms_of(And((DRIFT, Not(DELAY))), often=True) == Except(Token("+drift"), Token("delay"))


def test_joining_questions():
    assert all_of([]) == Token("=")
    assert all_of([Token("a")]) == any_of([Token("a")]) == Token("a")
    assert all_of([Token("a"), Token("b")]) == AllOf((Token("a"), Token("b")))
