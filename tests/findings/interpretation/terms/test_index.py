"""Terms are found wherever all their words follow each other."""

from findings.interpretation.terms.index import TermIndex
from findings.interpretation.terms.words import stem, words_of


def test_a_term_is_found_with_its_place_in_every_form_of_its_words():
    index = TermIndex.of({"care plan": 1, "plan": 2, "court": 3}, stem)
    stems = [stem(word) for word in words_of("Care plans and planned care").printed]
    assert list(index.found(stems)) == [(0, 2, 1), (1, 2, 2), (3, 4, 2)]


def test_a_term_that_the_text_breaks_off_is_not_found():
    index = TermIndex.of({"care plan": 1}, stem)
    assert list(index.found(["care"])) == []
