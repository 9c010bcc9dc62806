"""Proper names and dates are known by their capitals, and nothing is learnt from them."""

from findings.interpretation.training.names import is_learnt_from, names_in

TEXTS = (
    "In Wexcombe the council acted in March. Workers visit Wexcombe often.",
    "The Board meets in March and the board knows of it. CAMHS helps.",
    "Supervision is regular in Wexcombe’s teams.",
)


def test_names_are_words_that_are_nearly_always_capitalised_inside_of_sentences():
    names = names_in(TEXTS)
    assert {"wexcombe", "march"} <= names
    assert not {"board", "workers", "supervision", "the", "camhs", "council"} & names


def test_nothing_is_learnt_from_names_years_and_days():
    names = names_in(TEXTS)
    assert not is_learnt_from(("wexcomb", "team"), names)
    assert not is_learnt_from(("31", "plans"), names)
    assert is_learnt_from(("section", "47"), names)
    assert is_learnt_from(("regular", "supervision"), names)
