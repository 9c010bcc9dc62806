"""Which record of a reading a correction is about, by number and words."""

import pytest
from rapidfuzz import fuzz

from findings.corrections.identity import NEAR, RecordSubject, place, rivals
from findings.models import Correction

VISITS = "Workers visit children as often as their plans say and write down what they see"
NEARLY = "Workers visit children as often as their plans say and note down what they see"
TWIN = "Workers visit children as often as the plans say and note down what they see"
OTHER = "Health assessments are late for most of the children who came into care last year"


def correction(words: str = VISITS, home: str = "para-3", pk: int = 1, **values: object) -> Correction:
    """A correction of the domain of paragraph 3."""
    about = {"kind": "finding", "field": "domain", "value_set": "leadership", "number": home.rpartition("-")[2]}
    return Correction(pk=pk, words=words, home=home, **{**about, **values})


def paragraphs(*texts: str, context: str = "") -> list[RecordSubject]:
    """Paragraphs with these words, the first of which has the number 3."""
    return [RecordSubject(f"para-{n}", str(n), said, context) for n, said in enumerate(texts, 3)]


def placed(one: Correction, *texts: str) -> str | None:
    found = place([one], paragraphs(*texts)).get(1)
    return found.anchor if found else None


def test_the_texts_of_these_tests_are_as_near_as_they_are_to_be():
    assert NEAR <= fuzz.ratio(VISITS, TWIN) < fuzz.ratio(VISITS, NEARLY) < 100
    assert fuzz.ratio(VISITS, OTHER) < NEAR


@pytest.mark.parametrize(
    ("texts", "anchor"),
    [
        ((VISITS, OTHER), "para-3"),
        ((VISITS.upper(), VISITS), "para-3"),
        ((NEARLY, OTHER), "para-3"),
        ((OTHER, VISITS), "para-4"),
        ((NEARLY, VISITS), "para-4"),
        ((TWIN, NEARLY), None),
        ((OTHER, NEARLY), "para-4"),
        ((OTHER, NEARLY, TWIN), None),
        ((OTHER, VISITS, VISITS), None),
        ((OTHER,), None),
        ((), None),
    ],
)
def test_number_and_words_decide_together(texts, anchor):
    assert placed(correction(), *texts) == anchor


@pytest.mark.parametrize(
    ("texts", "anchor"),
    [
        ((VISITS,), "para-3"),
        ((TWIN,), None),
        ((OTHER, TWIN), None),
        ((OTHER, VISITS), "para-4"),
        ((VISITS + "!", TWIN), "para-3"),
    ],
)
def test_words_that_are_as_near_to_a_rival_are_not_taken_for_the_same(texts, anchor):
    assert placed(correction(rivals=[TWIN]), *texts) == anchor


def test_words_that_stood_twice_stay_at_their_number():
    assert placed(correction(rivals=[VISITS]), VISITS) == "para-3"
    assert placed(correction(rivals=[VISITS]), OTHER, VISITS) is None


def test_a_reading_that_has_the_words_that_were_set_is_known():
    assert placed(correction("Wrkers vst", field="text", value_set=VISITS), VISITS) == "para-3"


def test_what_was_corrected_in_a_better_reading_is_known_in_the_one_before():
    text = correction(field="text", value_set=OTHER, anchor="para-3")
    domain = correction(OTHER, pk=2, anchor="para-3")
    elsewhere = correction(OTHER, pk=3, home="para-9", anchor="para-9", field="kind")
    found = place([text, domain, elsewhere], paragraphs(VISITS))
    assert {pk: subject.anchor for pk, subject in found.items()} == {1: "para-3", 2: "para-3"}


def test_of_two_that_meet_in_a_field_the_one_at_home_stays():
    at_home, coming = correction(pk=1), correction(home="para-9", pk=2)
    assert set(place([at_home, coming], paragraphs(VISITS))) == {1}
    assert set(place([coming, correction(home="para-8", pk=3)], paragraphs(VISITS))) == {3}


def test_what_stands_under_another_heading_is_another_record():
    assert place([correction(context="Adoption")], paragraphs(VISITS)) == {}
    assert 1 in place([correction(context="Adoption")], paragraphs(VISITS, context="ADOPTION"))


def test_rivals_are_the_other_records_in_nearly_the_same_words():
    one, *others = paragraphs(VISITS, NEARLY, OTHER)
    assert rivals(one, [one, *others]) == [NEARLY]
    assert rivals(one, [RecordSubject("para-9", "9", NEARLY, "Elsewhere")]) == []
