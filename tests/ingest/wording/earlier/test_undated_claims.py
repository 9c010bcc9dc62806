"""Sentences that give services an earlier grade without a date."""

import pytest

from ingest.wording.earlier.tokens import tokens
from ingest.wording.earlier.undated_claims import SPEAKS_OF_THE_PAST, tells_of_the_past

TOLD = [
    "The council has moved from requires improvement to good.",
    "Leadership, formerly inadequate, is good.",
    "Originally, services in Kent were judged good.",
    "Leadership is no longer inadequate.",
    "Services, which had been judged good, are now inadequate.",
    "Leadership was not good but required improvement.",
    "The council has been an inadequate authority.",
    "Despite being rated good, the council has changed.",
    "Inspectors last came to a council that was inadequate.",
    "The last judgement for leadership was good.",
    "The judgement of inadequate for leadership has been lifted.",
    "That was a change from good to inadequate.",
    "Leadership was inadequate then.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_a_grade_that_services_had_before_is_told(sentence: str) -> None:
    assert tells_of_the_past(sentence, tokens(sentence))
    assert SPEAKS_OF_THE_PAST.search(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Plans have moved from inadequate to good.",
        "Plans, formerly inadequate, are good.",
        "Plans range from inadequate to good in the council.",
        "The council would have moved from inadequate to good.",
        "The council's homes, formerly inadequate, are good.",
        "At this inspection leadership is no longer inadequate.",
        "Leadership is good.",
        "The council gave each child a good book.",
    ],
)
def test_plans_other_bodies_hopes_and_grades_of_now_are_left_alone(sentence: str) -> None:
    assert not tells_of_the_past(sentence, tokens(sentence))
