"""What a focused visit looked at, by the words of its letter."""

import pytest

from ingest.wording.visit_themes import find_theme

FRONT, PLANS, CARE, LEFT = "Front door", "Children in need/subject to a plan", "Children in care", "Care leavers"
OF = "Inspectors looked at the local authority’s arrangements for"


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        (f"{OF} care leavers.", LEFT),
        (f"{OF} children in care.", CARE),
        ("This visit reviewed the council's arrangements for children in care who live far away.", CARE),
        (f"{OF} children in need or those who are subject to protection plans.", PLANS),
        (f"{OF} children in need or children subject to a child protection plan.", PLANS),
        (f"{OF} children in need, including those who are subject to a child protection plan.", PLANS),
        (f"{OF} children in need.", PLANS),
        (f"{OF} the ‘front door’, the point at which others tell of children.", FRONT),
        (f"{OF} the ‘front door’ services that hear of children.", FRONT),
        ("Inspectors reviewed arrangements for responding to contacts and referrals at their 'front door'.", FRONT),
        (f"{OF} vulnerable adolescents.", "Vulnerable adolescents"),
        (f"{OF} achieving permanence for children.", "Achieving permanence"),
        (f"{OF} permanence for children in care.", "Achieving permanence"),
        (f"Two inspectors came. {OF} care leavers.", LEFT),
    ],
)
def test_the_sentence_names_the_theme(text: str, theme: str) -> None:
    assert find_theme(["It came in May.", text]) == theme


@pytest.mark.parametrize(
    "text",
    [
        f"{OF} the ‘front door’ and the response to harm by adults.",
        f"{OF} children in care and care leavers.",
        f"{OF} children in care, care leavers and their families.",
        f"{OF} children in need of help and protection.",
        f"{OF} the quality of matching for children in care.",
        "This visit looked at key decisions, children in care and care leavers.",
        "The council has arrangements for care leavers.",
        "",
    ],
)
def test_a_sentence_about_more_or_other_things_names_none(text: str) -> None:
    assert find_theme([text]) is None


def test_the_first_such_sentence_counts() -> None:
    assert find_theme([f"{OF} care leavers.", f"{OF} children in care."]) == LEFT
    assert find_theme([f"{OF} care leavers and others.", f"{OF} children in care."]) is None
