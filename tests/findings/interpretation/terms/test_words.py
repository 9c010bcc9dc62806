"""Words are compared without case, apostrophes, hyphens and plural forms, and know their sentence."""

from hypothesis import given
from hypothesis import strategies as st

from findings.interpretation.terms.words import plain, stem, words_of


def test_a_hyphen_parts_words_and_an_apostrophe_does_not():
    assert words_of("Multi-agency work isn’t new").printed == ("Multi", "agency", "work", "isn’t", "new")


def test_a_possessive_is_the_word_itself():
    assert plain("Children’s") == plain("children") == "children"
    assert plain("leaders’") == plain("leaders'") == "leaders"


def test_forms_of_a_word_have_one_stem():
    assert stem("Plans") == stem("plan")
    assert stem("children’s") == stem("child")


def test_words_know_their_sentence_and_a_decimal_ends_none():
    words = words_of("It rose to 3.5 a worker. Managers know; staff do not.")
    assert [words.sentences[words.printed.index(word)] for word in ("3", "worker", "Managers", "staff")] == [0, 0, 1, 2]


@given(st.text())
def test_each_word_stands_where_it_says(text: str) -> None:
    words = words_of(text)
    assert tuple(text[start:end] for start, end in words.spans) == words.printed
