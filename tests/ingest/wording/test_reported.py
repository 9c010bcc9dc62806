"""The grades that sentences quote."""

import pytest

from ingest.wording.lookalikes import to_latin
from ingest.wording.reported import find_claims


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The overall judgement was rated inadequate.", [("overall-effectiveness", "inadequate")]),
        (
            "The impact of leaders and children who need help and protection were both judged inadequate.",
            [("leadership", "inadequate"), ("help-and-protection", "inadequate")],
        ),
        (
            "Ofsted rated the looked after children's services as 'inadequate', but 'capacity to improve' was "
            "rated as 'adequate'.",
            [("overall-effectiveness", "inadequate"), ("capacity-to-improve", "adequate")],
        ),
        ("The report found the service to be 'inadequate' overall.", [("overall-effectiveness", "inadequate")]),
        ("This was the second overall inadequate judgement.", [("overall-effectiveness", "inadequate")]),
        (
            "Children in care and care leavers were judged requires improvement to be good.",
            [("children-in-care-and-care-leavers", "requires-improvement")],
        ),
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


def test_a_domain_with_two_grades_is_not_decided():
    assert find_claims("The overall effectiveness was judged inadequate and then good.") is None


def test_look_alike_letters_read_as_what_they_show():
    assert to_latin("\u0421\u0417") == "C3"
    assert to_latin("B2") == "B2"
