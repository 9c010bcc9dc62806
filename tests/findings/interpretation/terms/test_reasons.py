"""Reasons are the weightiest words as printed, each once."""

from findings.interpretation.terms.reasons import weightiest
from findings.interpretation.terms.words import words_of

WORDS = words_of("Late visits and late plans, late again")


def test_the_weightiest_words_come_first_and_what_weighs_nothing_is_left_out():
    assert weightiest(WORDS, {(1, 2): 1.0, (4, 5): 2.0, (2, 3): 0.0, (6, 7): -1.0}, most=4) == ("plans", "visits")


def test_words_inside_what_is_shown_already_and_repeated_words_are_left_out():
    assert weightiest(WORDS, {(0, 2): 3.0, (1, 2): 2.0, (3, 4): 1.0, (5, 6): 0.5}, most=4) == ("Late visits", "late")


def test_no_more_are_shown_than_asked_for():
    assert len(weightiest(WORDS, {(place, place + 1): 1.0 for place in range(7)}, most=2)) == 2
