"""The grades that sentences quote."""

import pytest

from ingest.wording.confusables import to_latin
from ingest.wording.reported import QuotedGrade, find_claims, grades_named, is_own_view, names_grade


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The overall judgement was rated inadequate.", [("overall-effectiveness", "inadequate")]),
        ("The capacity to improve was also deemed to be adequate.", [("capacity-to-improve", "adequate")]),
        (
            "The impact of leaders and children who need help and protection were both judged inadequate.",
            [("leadership", "inadequate"), ("help-and-protection", "inadequate")],
        ),
        (
            "Ofsted rated the looked after children's services as 'inadequate', but 'capacity to improve' was "
            "rated as 'adequate'.",
            [("children-in-care", "inadequate"), ("capacity-to-improve", "adequate")],
        ),
        ("The report found the service to be 'inadequate' overall.", [("overall-effectiveness", "inadequate")]),
        ("This was the second overall inadequate judgement.", [("overall-effectiveness", "inadequate")]),
        (
            "Children in care and care leavers were judged requires improvement to be good.",
            [("children-in-care-and-care-leavers", "requires-improvement")],
        ),
        ("It was judged good, then 'inadequate' overall.", [("overall-effectiveness", "inadequate")]),
        (
            "The service was rated 'inadequate' overall, and leadership, management and governance good.",
            [("overall-effectiveness", "inadequate"), ("leadership", "good")],
        ),
        ("The overall effectiveness was judged inadequate.", [("overall-effectiveness", "inadequate")]),
        ("The overall effectiveness was judged.", []),
        ("The overall effectiveness is good.", []),
        ("Everyone found the weather good.", []),
        ("The overall effectiveness was not judged inadequate.", []),
        ("The overall effectiveness would be judged inadequate.", []),
        ("When overall effectiveness is judged inadequate, Ofsted returns.", []),
        ("The residential home has an overall judgement of outstanding.", []),
    ],
)
def test_only_what_the_words_say_is_reported(sentence, expected):
    claims = find_claims(sentence)
    assert claims is not None
    assert [(claim.domain, claim.grade) for claim in claims] == expected


def test_a_claim_keeps_the_words_of_the_sentence():
    assert find_claims("Overall Effectiveness was judged Requires Improvement.") == (
        QuotedGrade("overall-effectiveness", "Overall Effectiveness", "requires-improvement", "Requires Improvement"),
    )


def test_a_domain_far_behind_a_grade_is_not_judged_by_it():
    assert find_claims("It was judged good by all, and the overall effectiveness was discussed.") == ()


def test_a_domain_with_two_grades_is_not_decided():
    assert find_claims("The overall effectiveness was judged inadequate and then good.") is None


def test_look_alike_letters_read_as_what_they_show():
    assert to_latin("\u0421\u0417") == "C3"
    assert to_latin("B2") == "B2"


@pytest.mark.parametrize(
    ("sentence", "is_own"),
    [
        ("Our ambition is to be outstanding.", True),
        ("We believe that services are good.", True),
        ("The council aims to be rated good.", True),
        ("The self-evaluation rated leadership good.", True),
        ("An audit judged leadership to be good.", True),
        ("The adviser has rated leadership good.", True),
        ("Leadership was judged good by partners.", True),
        ("The objectives are about services that are good.", True),
        ("Leadership was judged good by Ofsted.", False),
        ("Leadership was judged good by a team of inspectors.", False),
        ("Leadership was judged good by March 2019.", False),
        ("The aim of this paper is to tell that services were judged good.", False),
        ("Ofsted judged services to be good.", False),
    ],
)
def test_what_a_council_thinks_of_itself_or_aims_at_is_no_judgement(sentence: str, is_own: bool) -> None:
    assert is_own_view(sentence) is is_own


def test_grades_are_counted_unless_they_describe_a_word() -> None:
    assert grades_named("Adoption was judged good and leadership inadequate.") == 2
    assert grades_named("Adoption has good plans and outstanding leadership.") == 1


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Adoption remains good.", True),
        ("Leadership has moved from good to outstanding.", True),
        ("The council was rated good in all areas.", True),
        ("The council was good.", False),
        ("Leadership was still seen to be adequate (2 stars).", True),
        ("The council was deemed to be delivering an adequate service.", True),
        ("Our plan: good, timely visits.", False),
        ("Ofsted confirmed that the council is good overall.", True),
        ("The judgement of the council's services was good in every area.", True),
        ("Judged as good: leadership, help and protection.", True),
        ("The inspection was good.", True),
        ("Adoption plans are good.", False),
        ("Plans for adoption are good in 2019.", False),
        ("If adoption remains good, plans follow.", False),
        ("We have been rated Good by Ofsted.", True),
        ("The service is now Good.", True),
        ("We are a Good authority.", True),
        ("Performance of our services is \u2018inadequate\u2019, as Ofsted reports.", True),
        ("Ofsted recognised Kent as a Good authority.", True),
        ("Ofsted has given us a clean bill of health: Good across the board.", True),
        ("The inspection moved us from Requires Improvement to Good.", True),
        ("Three areas were judged Good and one Outstanding.", True),
        ("Following the Inadequate judgement, a commissioner was appointed to the council.", True),
        ("Ofsted says that children in care get a good deal.", False),
        ("Ofsted praised good practice at the front door.", False),
        ("The Good Practice Guide of the council was launched.", False),
        ("Good progress has been made by our services.", False),
        ("The council has outstanding debts.", False),
        ("The council could be rated Good next time.", False),
        ("The council was not rated Good.", False),
        ("All of our homes are rated Good.", False),
        ("The homes were rated good.", False),
        ("Having been judged to be inadequate, the council would be helped for a year.", True),
        ("The council was rated \u2018Good\u2019 and hopes for more.", True),
        ("The council would be judged inadequate.", False),
        ("The home was judged good, which would help the council.", False),
    ],
)
def test_a_sentence_may_give_a_service_a_grade_without_an_award(sentence: str, names: bool) -> None:
    assert names_grade(sentence) is names
