"""Sentences that give services an earlier grade without a date."""

import re

import pytest

from ingest.wording.earlier.tokens import tokens
from ingest.wording.earlier.undated_claims import SPEAKS_OF_THE_PAST, WAYS, WayOfTelling, tells_of_the_past

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
    "When last inspected, leadership was inadequate.",
    "When the council was inadequate, leaders left.",
    "Leadership was inadequate when inspectors last visited.",
    "For the second time in a row leadership was inadequate.",
    "Services have changed since the inadequate judgement.",
    "The inspection (September 2018, inadequate) named leadership.",
    "Adoption was the only area not judged inadequate.",
    "Kent joined the group of Good authorities.",
    "Kent became one of the few outstanding authorities.",
    "Kent left the list of inadequate councils.",
    "The council fell into the inadequate category.",
    "In that year Kent became a Good authority.",
]


def test_each_way_of_telling_has_an_example() -> None:
    for way in WAYS.values():
        assert any(re.search(pattern, sentence, re.I) for pattern in way.patterns for sentence in TOLD)


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
        "The council joined the group of authorities that share good plans.",
        "The council placed two children with good local services.",
        "Kent is among the councils with good homes.",
    ],
)
def test_plans_other_bodies_hopes_and_grades_of_now_are_left_alone(sentence: str) -> None:
    assert not tells_of_the_past(sentence, tokens(sentence))


@pytest.mark.parametrize("way", WAYS.values())
def test_each_way_of_telling_begins_at_a_word(way: WayOfTelling) -> None:
    for pattern in (way.cue, *way.patterns):
        alternatives = re.split(r"\|(?=\\b)", pattern)
        assert all(re.match(r"\\b[\w(]", alternative) for alternative in alternatives)
