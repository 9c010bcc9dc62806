"""Which record of an earlier reading a record of a new one is: by number, by words, by nearly the same words."""

import pytest
from rapidfuzz import fuzz

from findings.corrections.identity import NEAR
from ingest.load.matching import MatchedRecord, match
from inspections.plain_words import plain

VISITS = "workers visit children as often as their plans say and write down what they see"
NEARLY = "workers visit children as often as their plans say and note down what they see"
ALIKE = "workers visit children as often as their plans ask, and record what they heard there"
OTHER = "health assessments are late for most of the children who came into care last year"


def items(*texts: str) -> list[MatchedRecord]:
    return [MatchedRecord(f"improve-{number}", "", said) for number, said in enumerate(texts, 1)]


def test_the_texts_of_these_tests_are_as_near_as_they_are_to_be():
    assert fuzz.ratio(VISITS, NEARLY) >= NEAR
    assert 70 < fuzz.ratio(VISITS, ALIKE) < NEAR


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (items(VISITS), items(VISITS), {0: 0}),
        (items(VISITS, OTHER), items(OTHER, VISITS), {0: 1, 1: 0}),
        (items(VISITS, VISITS), items(VISITS, VISITS), {0: 0, 1: 1}),
        (items(VISITS), items(NEARLY), {0: 0}),
        (items(VISITS), items(ALIKE), {}),
        (items(VISITS), items(NEARLY, NEARLY + "."), {}),
        (items(NEARLY, NEARLY + "."), items(VISITS), {}),
        (items(VISITS), items(OTHER), {}),
        (items(VISITS), [], {}),
    ],
)
def test_unnumbered_records_are_known_by_their_words(old, new, expected):
    assert match(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([MatchedRecord("para-3", "3", VISITS)], [MatchedRecord("para-3", "3", OTHER)], {0: 0}),
        ([MatchedRecord("para-3", "3", VISITS)], [MatchedRecord("board/para-3", "3", VISITS)], {0: 0}),
        ([MatchedRecord("para-3", "3", VISITS)], [MatchedRecord("para-4", "4", VISITS)], {0: 0}),
        ([MatchedRecord("para-3", "3", VISITS)], [MatchedRecord("para-4", "4", NEARLY)], {}),
        (
            [MatchedRecord("para-3", "3", VISITS), MatchedRecord("para-4", "4", OTHER)],
            [MatchedRecord("para-4", "4", VISITS)],
            {0: 1},
        ),
        (
            [MatchedRecord("para-3", "3", VISITS)],
            [MatchedRecord("para-4", "4", VISITS), MatchedRecord("para-5", "5", VISITS)],
            {},
        ),
    ],
)
def test_numbered_records_are_known_by_anchor_and_number_before_their_words(old, new, expected):
    assert match(old, new) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council’s plan – of “May”", 'the council\'s plan - of "may"'),
        ("find  the\nfile", "Find the file"),
        ("ﬁnd", "find"),
        ("2019–2020", "2019 - 2020"),
    ],
)
def test_words_are_compared_without_case_spacing_and_typography(one, other):
    assert plain(one) == plain(other)
