"""Sentences about earlier inspections with a grade that no shape of a claim knows."""

import pytest

from ingest.wording.earlier.events import events_in
from ingest.wording.earlier.tokens import tokens
from ingest.wording.earlier.unread_claims import grades_otherwise, leaves_grade, passes_over


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
    ("sentence", "told"),
    [
        ("At the last inspection in 2009 fostering was judged satisfactory.", True),
        ("The 2011 inspection gave adoption a grade of satisfactory.", True),
        ("At the last inspection in 2016 the home was judged satisfactory.", False),
        ("The inspection in 2009 led to satisfactory plans.", False),
        ("Of the plans of 2009, most were judged satisfactory by the team.", False),
        ("Since the inspection of 2011 judged plans as making satisfactory progress, more were made.", False),
        ("The inspection in 2012 judged the home satisfactory.", False),
        ("The council performs well (grade 3).", True),
        ("The annual assessment of 2008 said that the council performs adequately.", True),
        ("The council performs well against its plan.", False),
        ("Since the inspection in 2018 the team performs well.", False),
    ],
)
def test_a_grade_of_an_older_scale_is_told(sentence: str, told: bool) -> None:
    assert grades_otherwise(sentence) is told


def test_a_grade_of_an_older_scale_may_stand_behind_the_sentence_that_tells_of_its_inspection() -> None:
    before = "The last inspection was in 2009."
    assert grades_otherwise("The service was judged satisfactory.", before)
    assert not grades_otherwise("The service was judged satisfactory.", "Plans grew in 2009.")
    assert not grades_otherwise("The home was judged satisfactory.", before)


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
