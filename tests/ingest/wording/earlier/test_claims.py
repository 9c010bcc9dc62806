"""Which grades a sentence gives to which services."""

import pytest

from ingest.wording.earlier.claims import WHOLE, Claim, Context, Subject, claims_in, listed_in, subjects_before
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


def told(claim: Claim) -> tuple[str, str, str, str]:
    """A claim in short: its services, its grade as printed, its tokens with the end of the last, what else is known."""
    marks = [name for name in ("plain", "both", "follows") if getattr(claim, name)]
    services = ", ".join(subject.words for subject in claim.subjects)
    return services, claim.grade_words, f"{claim.start}-{claim.end}-{claim.last}", " ".join(marks)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # what goes on without a verb follows the claim in front of it, which knows where the last one ends
        ("Adoption was judged good and outstanding for care leavers and inadequate for leadership.", [
            ("Adoption", "good", "0-3-11", ""),
            ("care leavers", "outstanding", "3-7-7", "follows"),
            ("leadership", "inadequate", "7-11-11", "follows"),
        ]),
        ("Adoption was judged good, with leadership outstanding.", [
            ("Adoption", "good", "0-3-7", ""), ("leadership", "outstanding", "3-7-7", "follows"),
        ]),
        ("Adoption was judged good with outstanding capacity to improve.", [
            ("Adoption", "good", "0-3-6", ""), ("capacity to improve", "outstanding", "3-6-6", "follows"),
        ]),
        ("Adoption was judged good with outstanding leadership.", [("Adoption", "good", "0-3-3", "")]),
        # "was" alone needs its context; a judgement needs none
        ("Adoption was good.", [("Adoption", "good", "0-3-3", "plain")]),
        ("The judgement of leadership was good.", [("leadership", "good", "2-5-5", "plain")]),
        ("The rating was good for adoption.", [("adoption", "good", "0-5-5", "")]),
        ("Adoption received a good judgement.", [("Adoption", "a good", "0-4-4", "")]),
        ("Adoption has improved and was judged good.", [("Adoption", "good", "0-5-5", "")]),
        # words behind the grade
        ("Adoption was judged good in both services.", [("Adoption", "good", "0-4-4", "both")]),
        ("Leadership was judged good in all areas.", [("Leadership", "good", "0-4-4", "")]),
        ("The council was judged good for adoption and leadership.", [("adoption, leadership", "good", "0-7-7", "")]),
        ("The council was judged good for it.", [("", "good", "0-5-5", "")]),
        ("The council was judged good for homes.", [("", "good", "0-5-5", "")]),
        ("Adoption was judged good for adoption.", [("adoption", "good", "0-5-5", "")]),
        ("Adoption was judged good progress.", []),
        # another body at the head of the clause, or in the clause before
        ("Homes for adoption were judged good.", []),
        ("Homes in which they were judged good.", []),
        ("The home received a judgement of good.", [("", "good", "2-5-5", "")]),
        ("Homes improved, and adoption was judged good.", [("adoption", "good", "4-7-7", "")]),
        # what is only hoped for
        ("If adoption was judged good.", []),
        ("If plans grow, adoption was judged good.", [("adoption", "good", "4-7-7", "")]),
        ("The plans received a good judgement, if it holds.", [("", "a good", "2-4-4", "")]),
        # services of which others are only a part; of those behind a finished clause the last counts
        ("Plans were made for adoption and leadership was judged good.", [("leadership", "good", "4-9-9", "")]),
        ("Plans for adoption and leadership were judged good.", [("", "good", "2-7-7", "")]),
        ("The quality of the services was judged good.", [("", "good", "2-5-5", "")]),
        ("The early help services were judged good.", [("", "good", "1-3-3", "")]),
        ("Both services were judged good.", [("", "good", "0-3-3", "")]),
        ("Plans grew, Kent was judged good.", [("Kent", "good", "3-6-6", "")]),
        ("Kent was judged good.", [("Kent", "good", "0-3-3", "")]),
        ("Inspectors judged in 2012 that adoption was judged good.", [("adoption", "good", "4-7-7", "")]),
        ("The judgement of leadership in Kent was good.", [("leadership", "good", "2-7-7", "plain")]),
        # a grade of something that no shape knows, and one that was left
        ("Ofsted judged the quality of plans to be good.", [("", "good", "0-6-6", "")]),
        ("From good in 2012 plans fell to inadequate.", [("", "good", "0-1-1", "")]),
        ("Plans were judged good.", [("", "good", "1-3-3", "")]),
        # all that was inspected
        ("They had an overall grading of good in 2012.", [("overall", "good", "2-6-6", "")]),
        ("They had a grading of good in 2012.", [("", "good", "2-5-5", "")]),
        ("The last inspection in March 2012 was: good", [("overall", "good", "2-6-6", "plain")]),
        ("The last inspection in 2012 received a judgement of good.", [("overall", "good", "2-7-7", "")]),
    ],
)  # fmt: skip
def test_a_claim_has_its_services_its_grade_and_the_tokens_that_it_takes(
    sentence: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert [told(claim) for claim in claims_in(tokens(sentence), Context())] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adoption: good. Leadership: inadequate.", [
            ("Adoption", "good", "0-3-0"), ("Leadership", "inadequate", "4-7-0"),
        ]),
        ("Good for adoption. Inadequate: leadership", [
            ("adoption", "Good", "0-3-0"), ("leadership", "Inadequate", "4-7-0"),
        ]),
        ("Adoption in 2012: good", [("Adoption", "good", "0-5-0")]),
        ("Adoption and care leavers: good", [("Adoption, care leavers", "good", "0-5-0")]),
        ("Services: good", [("Services", "good", "0-3-0")]),
        ("Early adoption: good", []),
        ("Adoption: good plans", []),
        ("Adoption: good Plans", [("Adoption", "good", "0-3-0")]),
        ("The council and adoption: good", []),
    ],
)  # fmt: skip
def test_a_list_names_each_service_at_the_head_of_its_item(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [told(claim)[:3] for claim in listed_in(tokens(text), Context())] == expected


CARE_LEAVERS, LEADERS = Subject("care-leavers", "care leavers"), Subject("leadership", "leadership")


@pytest.mark.parametrize(
    ("sentence", "context", "found"),
    [
        ("Both services were judged good.", Context((CARE_LEAVERS, LEADERS)), ["care-leavers", "leadership"]),
        ("Both services were judged good.", Context((CARE_LEAVERS,)), []),
        ("Services were judged good.", Context((CARE_LEAVERS,)), ["care-leavers"]),
        ("Services were judged good.", Context((CARE_LEAVERS, LEADERS)), [WHOLE]),
        ("Leadership grew, services were judged good.", Context((CARE_LEAVERS,)), [WHOLE]),
        ("Adoption grew, and services were judged good.", Context((LEADERS,)), []),
        ("They were judged good.", Context((CARE_LEAVERS, LEADERS)), ["care-leavers", "leadership"]),
        ("They grew after they were judged good.", Context((LEADERS,)), ["leadership"]),
        ("Progress has been made since it was judged good.", Context((LEADERS,)), ["leadership"]),
        ("Early help grew after it was judged good.", Context((LEADERS,)), []),
        ("The council grew and it was judged good.", Context(), [WHOLE]),
        ("The council grew and it was judged good.", Context(domain="adoption"), []),
        ("The council grew and it was judged good.", Context(domain="leadership"), [WHOLE]),
        ("Kent grew and it was judged good.", Context(), [WHOLE]),
        ("Adoption grew and it was judged good.", Context(domain="care-leavers"), ["adoption"]),
    ],
)
def test_services_and_pronouns_mean_what_was_spoken_of(sentence: str, context: Context, found: list[str]) -> None:
    (claim,) = claims_in(tokens(sentence), context)
    assert [subject.domain for subject in claim.subjects] == found


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("It was judged good.", False),
        ("They received a judgement of good.", True),
        ("Adoption grew and it was judged good.", True),
        ("Adoption was judged good.", True),
    ],
)
def test_a_pronoun_behind_a_sentence_about_another_body_is_that_body(sentence: str, is_told: bool) -> None:
    assert bool(claims_in(tokens(sentence), Context(others=True))) is is_told


def test_what_names_an_inspection_is_not_what_was_judged() -> None:
    row = tokens("Adoption was judged good.")
    assert [told(claim)[0] for claim in claims_in(row, Context(), frozenset({0}))] == [""]
    goes_on = tokens("Adoption was judged good and outstanding for care leavers.")
    assert [told(claim)[0] for claim in claims_in(goes_on, Context(), frozenset({6}))] == ["Adoption"]
    named = tokens("Adoption and care leavers")
    assert [s.domain for s in subjects_before(named, 3, frozenset({0}))] == ["care-leavers"]


def test_services_named_before_are_told_once_each_by_their_first_words() -> None:
    row = tokens("Adoption, leadership, the adoption service and care leavers")
    assert {s.words for s in subjects_before(row, len(row))} == {"Adoption", "leadership", "care leavers"}
    assert [s.words for s in subjects_before(row, 2)] == ["Adoption"]
    assert subjects_before(tokens("Children in Kent"), 3) == (Subject(WHOLE, "Children"),)
    assert subjects_before(tokens("Plans grew"), 2) == ()
