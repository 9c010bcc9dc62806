"""A finding praises, criticises, does both or describes, and the words that led to it are its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findings.interpretation.polarity import polarity_of
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


@pytest.mark.parametrize("text", STRENGTHS)
def test_praise_makes_a_strength(text: str):
    assert polarity_of(text).polarity is Polarity.STRENGTH


@pytest.mark.parametrize("text", WEAKNESSES)
def test_criticism_makes_a_weakness(text: str):
    assert polarity_of(text).polarity is Polarity.WEAKNESS


@pytest.mark.parametrize("text", MIXED)
def test_praise_and_criticism_of_some_length_make_it_mixed(text: str):
    assert polarity_of(text).polarity is Polarity.MIXED


def test_a_description_is_neutral_and_has_no_reason():
    reading = polarity_of("The borough has two towns.")
    assert (reading.polarity, reading.because) == (Polarity.NEUTRAL, ())


def test_a_negation_turns_praise_into_criticism():
    assert polarity_of("Plans are effective.").polarity is Polarity.STRENGTH
    reading = polarity_of("Plans are not effective.")
    assert reading.polarity is Polarity.WEAKNESS
    assert "not" in reading.because[0]


def test_the_reason_is_given_in_the_words_as_printed():
    assert polarity_of("Effective work, and Well-led.").because == ("Effective", "Well")


@given(st.lists(st.sampled_from([*STRENGTHS, *WEAKNESSES, *MIXED, "’", ""]) | st.text()).map(" ".join))
def test_any_text_has_one_polarity_because_of_its_own_words(text: str) -> None:
    reading = polarity_of(text)
    assert reading.polarity in Polarity
    assert all(words in text for words in reading.because)
