"""References of actions in every form that plans print."""

import pytest

from ingest.profiles.plans.refs import RefForm, accepted, form_of, parted, read_ref, split_ref


@pytest.mark.parametrize(
    ("printed", "ref", "form"),
    [
        ("1.10", "1.10", RefForm.DOTTED),
        ("1. 10", "1.10", RefForm.DOTTED),
        ("1.2 œ", "1.2", RefForm.DOTTED),
        ("1.1.1", "1.1.1", RefForm.DOTTED),
        ("R1.1", "R1.1", RefForm.DOTTED),
        ("2.1a", "2.1a", RefForm.DOTTED),
        ("7", "7", RefForm.PLAIN),
        ("7.", "7", RefForm.PLAIN),
        ("Action 7", "7", RefForm.PLAIN),
        ("1a", "1a", RefForm.LETTERED),
        ("1 (a)", "1a", RefForm.LETTERED),
        ("A3", "A3", RefForm.LETTERED),
        ("LEAD 12", "LEAD12", RefForm.LETTERED),
        ("iv)", "iv", RefForm.LETTERED),
    ],
)
def test_a_reference_is_read_in_its_form(printed: str, ref: str, form: RefForm) -> None:
    assert read_ref(printed) == (ref, form)


@pytest.mark.parametrize("printed", ["", "œ", "l.2", "Recruit carers", "ongoing", "$ 5", "2024-25", "March 2025"])
def test_other_words_are_no_reference(printed: str) -> None:
    assert read_ref(printed) is None


def test_a_figure_is_no_reference_where_the_plan_numbers_with_points() -> None:
    assert form_of(["1.1", "1.2", "81"]) is RefForm.DOTTED
    assert (accepted("81", RefForm.DOTTED), accepted("1a", RefForm.DOTTED)) == (None, "1a")
    assert (accepted("81", RefForm.PLAIN), accepted("81", None)) == ("81", "81")
    assert form_of(["", "words of all"]) is None


def test_a_reference_in_front_of_words_is_parted_from_them() -> None:
    assert parted("1a Appoint a director") == ("1a", "Appoint a director")
    assert parted("1. Appoint a director") == ("1", "Appoint a director")
    assert parted("R2.1: appoint a director") == ("R2.1", "appoint a director")
    assert parted("a) Appoint a director") == ("a", "Appoint a director")
    assert parted("20 audits a month") is None
    assert parted("Appoint a director") is None


def test_the_last_number_of_a_reference_counts() -> None:
    assert (split_ref("1.10"), split_ref("R1.2"), split_ref("7")) == (("1", 10), ("R1", 2), ("", 7))
    assert split_ref("1a") is None
