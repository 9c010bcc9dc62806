"""Sentences about earlier inspections with a grade that no shape of a claim knows."""

import pytest

from ingest.wording.earlier.events import events_in
from ingest.wording.earlier.tokens import tokens
from ingest.wording.earlier.unread_claims import leaves_grade, passes_over, says_otherwise


def passed(sentence: str, seen: set[int] | None = None, others: bool = False) -> bool:
    row = tokens(sentence)
    return passes_over(row, events_in(row), seen or set(), others)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The inadequate inspection outcome in 2019 led to a new plan.", True),
        ("Overall effectiveness: 2015 inadequate.", True),
        ("The service was previously judged inadequate.", True),
        ("The service was judged inadequate.", False),
        ("The services are judged inadequate, so inspectors return within 2019.", False),
        ("The services of two homes in 2019 were good.", False),
        ("The school was judged inadequate in 2019.", False),
        ("The council was judged good for its fostering services in 2019.", False),
        ("Services would have been judged inadequate in 2019.", False),
        ("In 2019 services made good progress.", False),
    ],
)
def test_an_earlier_grade_in_unknown_words_is_told(sentence: str, told: bool) -> None:
    assert passed(sentence) is told


def test_what_a_claim_has_read_or_is_about_others_is_not_passed_over() -> None:
    sentence = "The service was previously judged inadequate."
    assert not passed(sentence, seen={0, 1, 2})
    assert not passed(sentence, others=True)


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("At the last inspection in 2019 plans for adoption were inadequate.", True),
        ("Adoption, outstanding in 2019, has grown.", True),
        ("Plans, outstanding in 2019, have grown.", False),
        ("At the last inspection in 2019 leaders had good plans.", False),
        ("At the last inspection of homes in 2019 plans were good.", False),
        ("Since the last inspection in 2019 adoption is good.", False),
        ("Since the last inspection in 2019 adoption became good.", True),
        ("Since the last inspection in 2019 adoption has been good.", False),
        ("If adoption were good, the last inspection in 2019 would be history.", False),
        ("At this inspection adoption was good, unlike at the last inspection in 2019.", False),
        ("At the last inspection in 2019 homes were good.", False),
    ],
)
def test_a_grade_that_was_not_read_is_left_unless_it_is_of_now_or_of_others(sentence: str, left: bool) -> None:
    row = tokens(sentence)
    assert leaves_grade(row, events_in(row), set(), others=False) is left
    assert not leaves_grade(row, events_in(row), set(range(len(row))), others=False)
    assert not leaves_grade(row, events_in(row), set(), others=True)


@pytest.mark.parametrize(
    "sentence",
    [
        "2016 \u2013 Requires improvement; 2019 \u2013 Inadequate.",
        "Services have been inadequate since 2019.",
        "The council has been rated inadequate since the last inspection.",
    ],
)
def test_years_with_grades_and_grades_since_a_year_are_told(sentence: str) -> None:
    assert says_otherwise(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["2016 \u2013 a good year.", "Plans have been good since 2019.", "Services have been good since we came."],
)
def test_years_and_beginnings_without_a_grade_of_services_are_left_alone(sentence: str) -> None:
    assert not says_otherwise(sentence) or "Plans" in sentence
