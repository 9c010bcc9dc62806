"""Sentences that tell an earlier grade by what it was not."""

import pytest

from ingest.wording.earlier.compared_grades import compares_grades
from ingest.wording.earlier.tokens import tokens


@pytest.mark.parametrize(
    "sentence",
    [
        "Adoption was the only area not judged inadequate.",
        "The only area not judged to be inadequate was adoption.",
        "In 2018 leadership was not judged inadequate.",
        "In 2018 leadership was judged less than good.",
        "Leadership was judged to be better than inadequate.",
        "In 2018 services were not yet good.",
        "No area was better than requires improvement.",
        "Every area was at least good.",
    ],
)
def test_a_grade_that_services_did_not_have_is_told(sentence: str) -> None:
    assert compares_grades(sentence, tokens(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The plans were not judged adequate.",
        "Services were not good enough.",
        "Services were at least good value.",
        "If leadership was not judged inadequate, plans would change.",
        "At this inspection leadership was not judged inadequate.",
        "Homes in the council were not judged inadequate.",
        "Leadership was judged good.",
    ],
)
def test_plans_homes_hopes_and_this_inspection_are_left_alone(sentence: str) -> None:
    assert not compares_grades(sentence, tokens(sentence))
