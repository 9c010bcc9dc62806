import pytest

from findings.interpretation.matters.concepts import concepts, concepts_in, related_concepts
from findings.interpretation.terms.words import stem, words_of
from findings.interpretation.themes import THEMES


def named(text):
    return [place.concept.code for place in concepts_in(tuple(map(stem, words_of(text).printed)))]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Return-home interviews are late", "return-interviews"),
        ("the PLO is slow", "pre-proceedings"),
        ("IROs rarely object", "reviewing-officers"),
        ("children looked-after by aunts", "children-in-care"),
    ],
)
def test_acronyms_and_forms_of_words_name_a_concept(text, code):
    assert code in named(text)


def test_a_longer_phrase_hides_the_shorter_ones_inside_it():
    assert named("missing education") == ["missing-education"]


def test_every_concept_has_a_known_theme_or_none():
    assert {one.theme for one in concepts().values()} <= {*THEMES, ""}


def test_rare_concepts_weigh_more_than_frequent_ones():
    assert concepts()["core-groups"].weight > concepts()["plans"].weight > 0


def test_a_relation_holds_for_both_concepts_wherever_it_is_declared():
    related = related_concepts()
    assert "pathway-plans" in related["plans"]
    assert "plans" in related["pathway-plans"]


def test_relations_are_between_known_concepts_and_none_with_itself():
    for code, others in related_concepts().items():
        assert {code, *others} <= concepts().keys()
        assert code not in others
