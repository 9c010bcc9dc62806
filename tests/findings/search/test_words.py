"""Words are compared by letters without case, accents and apostrophes, and by their stems."""

import pytest

from findings.search.words import LONGEST_WORD, letters_of, stem_of, words_of


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Visits", "visits"),
        ("café", "cafe"),
        ("CHILDREN’S", "children"),
        ("council's", "council"),
        ("isn't", "isnt"),
        ("childrenʼs", "children"),
        ("children`s", "children"),
        ("isn′t", "isnt"),
        ("de\u0301cor", "decor"),
        ("work\u00aders", "workers"),
        ("straße", "strasse"),
        ("ﬁle", "file"),
        ("日", "65e5"),
        ("x" * 100, "x" * LONGEST_WORD),
    ],
)
def test_letters(word, letters):
    assert letters_of(word) == letters


@pytest.mark.parametrize(
    "forms", [("visit", "visits", "visited", "visiting"), ("child", "children", "childrens"), ("man", "men")]
)
def test_forms_of_a_word_have_one_stem(forms):
    assert len({stem_of(form) for form in forms}) == 1


def test_words_are_found_with_their_place():
    text = "A care-leaver's plan (2015-16)."
    found = list(words_of(text))
    assert [text[word.start : word.end] for word in found] == ["A", "care", "leaver's", "plan", "2015", "16"]
    assert [word.letters for word in found] == ["a", "care", "leaver", "plan", "2015", "16"]


def test_a_word_is_one_however_its_accents_and_apostrophes_are_written():
    for typed in ("Children's café", "Childrenʼs cafe\u0301", "Children‘s ca\u00adfé", "ʼChildren＇sʼ café"):
        assert [word.letters for word in words_of(typed)] == ["children", "cafe"]


def test_signs_alone_are_no_words():
    assert list(words_of("– … _ () ʼ \u0301")) == []
