"""Clauses end where a sentence turns; negations reach over what follows them; headings announce what comes."""

import pytest

from findings.interpretation.polarity.features import (
    AFTER,
    FIRST,
    RECORD,
    Tone,
    clauses_of,
    heading_grade,
    heading_sides,
    number_of_terms,
    record_numbers,
    terms_of,
)
from findings.interpretation.terms.words import words_of


def clauses(text: str) -> list[str]:
    return [words_of(text).at(clause.place) for clause in clauses_of(text)]


def test_a_clause_ends_with_its_sentence_and_before_a_word_that_turns_it():
    assert clauses("Plans are clear, but visits are late. Staff stay.") == [
        "Plans are clear",
        "but visits are late",
        "Staff stay",
    ]


def test_a_text_without_words_has_no_clause():
    assert clauses("…") == []


def test_terms_have_up_to_three_words_and_stay_inside_their_clause():
    first, _ = clauses_of("Plans are clear. Staff stay")
    terms = [" ".join(term) for term in terms_of(first) if term[0] != FIRST]
    assert sorted(terms) == sorted(["plan", "are", "clear", "plan are", "are clear", "plan are clear"])
    assert number_of_terms(first) == len(terms)


def test_the_first_word_of_a_clause_is_marked():
    assert [[term[1:] for term in terms_of(clause) if term[0] == FIRST] for clause in clauses_of("Plans. Staff")] == [
        [("plan",)],
        [("staff",)],
    ]


def test_words_after_a_negation_are_marked_as_far_as_it_reaches():
    (clause,) = clauses_of("Plans are not one two three four five six seven")
    marked = [" ".join(term) for term in terms_of(clause) if term[0] == AFTER]
    assert marked == ["~ one", "~ two", "~ three", "~ four", "~ five", "~ six"]


@pytest.mark.parametrize(
    ("heading", "sides"),
    [
        ("Key strengths", (True, False)),
        ("What is the area partnership doing that is effective?", (True, False)),
        ("What does the area partnership need to do better?", (False, True)),
        ("What needs to improve", (False, True)),
        ("Findings", (False, False)),
    ],
)
def test_headings_of_lists_announce_praise_or_criticism(heading: str, sides: tuple[bool, bool]):
    assert heading_sides(heading) == sides


@pytest.mark.parametrize(
    ("heading", "grade"),
    [
        ("The experiences of ferries: outstanding", "outstanding"),
        ("The experiences of ferries: requires improvement to be good", "requires improvement"),
        ("The judgement about ferries is that they are Good.", "good"),
        ("The impact of harbours is inadequate", "inadequate"),
        ("What is good about ferries", ""),
        ("Findings", ""),
    ],
)
def test_a_heading_tells_the_grade_that_it_ends_with(heading: str, grade: str):
    assert heading_grade(heading) == grade
    numbers = dict(zip(RECORD, record_numbers([Tone(9, 0.5, 0.5)], heading), strict=True))
    told = {name.removeprefix("heading ") for name, number in numbers.items() if name.startswith("heading ") and number}
    assert told == ({grade} if grade else set())


def test_long_clauses_weigh_more_in_the_numbers_of_a_record():
    numbers = dict(zip(RECORD, record_numbers([Tone(30, 1.0, 0.0), Tone(10, 0.0, 1.0)], "Strengths"), strict=True))
    assert numbers["praise"] == 0.75
    assert numbers["blame"] == numbers["blame of both"] == numbers["other way"] == 0.25
    assert numbers["blame last"] == numbers["praise first"] == numbers["several"] == numbers["praising heading"] == 1.0
    assert numbers["blame first"] == numbers["critical heading"] == numbers["second blame"] == 0.0
