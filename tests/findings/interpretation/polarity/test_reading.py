"""A finding praises, criticises, does both or describes, and the words that led to it are its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.interpretation.polarity import Leaning, leaning_of, polarity_of, sentence_leanings
from findings.interpretation.polarity.features import clauses_of
from findings.interpretation.polarity.reading import known_terms, odds_of
from findings.interpretation.polarity.weights import ClauseWeights
from inspections.vocabulary import Polarity

STRENGTHS = (
    "Leaders are effective and staff are well supported.",
    "Timely plans help children to make good progress.",
)
WEAKNESSES = (
    "Plans are weak and too many visits are late.",
    "Managers do not check the work, and delay is the result.",
)
MIXED = (
    "Plans are clear and timely. However, too many visits are late and poorly recorded.",
    "Staff are skilled and committed, but their supervision is poor and irregular.",
)
NEUTRAL = (
    "The borough has two towns and 31,000 people under the age of 18.",
    "Inspectors read documents and met staff on three days in May.",
)


@pytest.mark.parametrize("text", STRENGTHS)
def test_praise_makes_a_strength(text: str):
    assert polarity_of(text).polarity is Polarity.STRENGTH


@pytest.mark.parametrize("text", WEAKNESSES)
def test_criticism_makes_a_weakness(text: str):
    assert polarity_of(text).polarity is Polarity.WEAKNESS


@pytest.mark.parametrize("text", MIXED)
def test_praise_and_criticism_of_some_length_make_it_mixed(text: str):
    assert polarity_of(text).polarity is Polarity.MIXED


@pytest.mark.parametrize("text", NEUTRAL)
def test_a_description_is_neutral_and_has_no_reason(text: str):
    reading = polarity_of(text)
    assert (reading.polarity, reading.because) == (Polarity.NEUTRAL, ())


def test_a_negation_turns_praise_into_criticism():
    assert polarity_of("Plans are effective.").polarity is Polarity.STRENGTH
    reading = polarity_of("Plans are not effective.")
    assert reading.polarity is Polarity.WEAKNESS
    assert "not" in " ".join(reading.because)


def test_a_heading_of_a_list_decides_where_the_words_do_not():
    text = "The response to requests."
    assert polarity_of(text, "Strengths").polarity is Polarity.STRENGTH
    assert polarity_of(text, "What does the partnership need to do better?").polarity is not Polarity.STRENGTH


def test_the_reason_is_given_in_the_words_as_printed_without_function_words():
    because = polarity_of("Effective work by the Team, which helps.").because
    assert "Effective" in because[0]
    assert not {"by", "the", "which"} & set(because)


def test_the_reasons_of_a_mixed_finding_come_from_both_sides():
    because = " ".join(polarity_of(MIXED[0]).because).lower()
    assert "too" in because
    assert "clear" in because or "timely" in because


def test_the_longest_known_term_and_those_in_it_all_count():
    weights = ClauseWeights.of({"": (0.0, 0.0), "good": (1.0, 0.0), "good enough": (-0.5, 1.0), "~ good": (-2.0, 2.0)})
    first, second = clauses_of("Good enough. Not good.")
    assert known_terms(first, weights) == [((0, 1), (1.0, 0.0)), ((0, 2), (-0.5, 1.0))]
    assert known_terms(second, weights) == [((3, 4), (1.0, 0.0)), ((3, 4), (-2.0, 2.0))]
    praise, blame = odds_of(second, weights)
    assert praise < 0 < blame


def test_all_forms_of_a_word_are_one_term_and_the_first_word_of_a_clause_is_another():
    weights = ClauseWeights.of({"": (0.5, 0.0), "delay": (0.0, 1.0), "^ delay": (0.0, 2.0)})
    first, second = clauses_of("Delays. Are delayed.")
    assert known_terms(first, weights) == [((0, 1), (0.0, 1.0)), ((0, 1), (0.0, 2.0))]
    assert known_terms(second, weights) == [((2, 3), (0.0, 1.0))]
    assert odds_of(first, weights) == (0.5, 3.0)


def test_a_text_leans_by_shares_of_its_words():
    assert leaning_of("…") == Leaning(Polarity.NEUTRAL, 0.0, 0.0)
    praising, criticising = leaning_of(STRENGTHS[0]), leaning_of(WEAKNESSES[0])
    assert praising.polarity is Polarity.STRENGTH
    assert 0 <= praising.blame < 0.3
    assert 0.7 < praising.praise <= 1
    assert criticising.polarity is Polarity.WEAKNESS
    assert 0 <= criticising.praise < 0.3
    assert 0.7 < criticising.blame <= 1


@given(st.lists(st.sampled_from([*STRENGTHS, *WEAKNESSES, *MIXED, "’", ""]) | st.text()).map(" ".join))
def test_any_text_has_one_polarity_because_of_its_own_words(text: str) -> None:
    reading = polarity_of(text)
    assert reading.polarity in Polarity
    assert all(words in text for words in reading.because)
    assert leaning_of(text).polarity is reading.polarity


def test_each_sentence_has_its_place_its_words_and_its_sides():
    text = "Plans are clear, timely and effective. However, too many visits are late and poorly recorded."
    first, second = sentence_leanings(text)
    assert text[first.start : first.end] == "Plans are clear, timely and effective"
    assert (first.words, second.words) == (6, 9)
    assert first.praise > first.blame
    assert second.blame > second.praise
    assert sentence_leanings("") == ()
