"""Which grades a sentence gives to which services."""

import pytest

from ingest.wording.earlier.claims import WHOLE, Context, Subject, claims_in, listed_in, subjects_before
from ingest.wording.earlier.tokens import tokens

Found = list[tuple[list[str], str]]


def claims(sentence: str, context: Context | None = None) -> Found:
    found = claims_in(tokens(sentence), context or Context())
    return [([subject.domain for subject in claim.subjects], claim.grade) for claim in found]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The council was judged to be good.", [([WHOLE], "good")]),
        ("Inspectors judged adoption to be outstanding.", [(["adoption"], "outstanding")]),
        ("Ofsted rated help and protection inadequate.", [(["help-and-protection"], "inadequate")]),
        ("It made a judgement of good for leadership.", [(["leadership"], "good")]),
        ("The judgement for care leavers was good.", [(["care-leavers"], "good")]),
        ("The overall judgement was rated inadequate.", [(["overall-effectiveness"], "inadequate")]),
        ("They were judged good overall.", [([], "good")]),
        ("The council was judged good for adoption.", [(["adoption"], "good")]),
        ("Adoption was judged good for leadership.", [([], "good")]),
        ("The council was judged good for effort.", [([], "good")]),
        ("Adoption and leadership were judged good.", [(["adoption", "leadership"], "good")]),
        ("The council and adoption were judged good.", [([], "good")]),
        ("Gains had been made for care leavers and adoption was judged good.", [(["adoption"], "good")]),
        ("The quality of adoption was judged good.", [([], "good")]),
        ("Adoption was judged good, and leadership was judged inadequate.", [
            (["adoption"], "good"), (["leadership"], "inadequate"),
        ]),
        ("Adoption was judged to make good progress.", []),
        ("The home was judged good.", []),
        ("Leaders expect that adoption was judged good.", []),
        ("Adoption is good.", []),
    ],
)  # fmt: skip
def test_a_claim_needs_a_service_at_the_head_of_its_clause(sentence: str, found: Found) -> None:
    assert claims(sentence) == found


def test_a_pronoun_means_the_one_service_that_was_named() -> None:
    adoption = (Subject("adoption", "adoption"),)
    assert claims("Adoption improved after it was judged inadequate.") == [(["adoption"], "inadequate")]
    assert claims("It was judged inadequate.", Context(adoption)) == [(["adoption"], "inadequate")]
    assert claims("It was judged inadequate.", Context(others=True)) == []
    assert claims("Adoption helps care leavers who said they were judged good.") == [([], "good")]


def test_services_mean_the_whole_unless_a_part_is_spoken_of() -> None:
    assert claims("Services were judged good.") == [([WHOLE], "good")]
    assert claims("Services were judged good.", Context(domain="care-leavers")) == [([], "good")]
    assert claims("Services were judged good.", Context(domain="leadership")) == [([WHOLE], "good")]
    assert claims("For care leavers, services were judged good.") == [([], "good")]


def test_a_list_gives_each_service_its_grade() -> None:
    found = listed_in(tokens("Adoption: good Care leavers - inadequate Plans: good"), Context())
    assert [(claim.subjects[0].domain, claim.grade) for claim in found] == [
        ("adoption", "good"),
        ("care-leavers", "inadequate"),
    ]


def test_names_count_as_services_only_where_nothing_else_does() -> None:
    assert [s.domain for s in subjects_before(tokens("Kent has adoption"), 9)] == ["adoption"]
    assert [s.domain for s in subjects_before(tokens("Kent has much"), 9)] == [WHOLE]
