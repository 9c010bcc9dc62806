import pytest

from findings.interpretation.figures.units import last_noun, noun_after, nouns


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (" young people", "children"),
        (" looked after children moved", "children"),
        (" child protection plans", "plans"),
        (" children’s homes", "homes"),
        (" newly qualified social workers", "staff"),
        ("-month wait", "months"),
        (" week limit", "weeks"),
        (" health and care staff", "staff"),
        (" family groups", "families"),
        (" quad-bikes were bought", "quad-bikes"),
        (" bicycles were bought", "bicycles"),
    ],
)
def test_the_noun_after_a_number_names_its_unit(text: str, unit: str) -> None:
    found = noun_after(text, 0, len(text))
    assert found is not None
    assert found[0] == unit


@pytest.mark.parametrize(
    "text",
    [
        " of them",
        " and staff",
        ", children",
        " is across",
        "-plan strategy",
        "",
        " provides",
        " x y z a b c d e f g h cases",
    ],
)
def test_other_words_name_none(text: str) -> None:
    assert noun_after(text, 0, len(text)) is None


def test_the_noun_ends_where_its_last_letter_does() -> None:
    assert noun_after("12 care leavers moved", 2, 21) == ("children", 15)


def test_the_last_noun_that_is_no_time_is_what_was_spoken_of() -> None:
    assert last_noun("the plans of children took weeks, and") == "children"
    assert last_noun("it took weeks") is None


def test_every_noun_has_a_unit() -> None:
    assert all(nouns().values())
    assert all(noun == noun.lower() for noun in nouns())
