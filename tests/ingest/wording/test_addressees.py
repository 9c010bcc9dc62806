"""Who is to act, in items and in the sentences over lists."""

import pytest

from ingest.wording.addressees import find_addressee, named_behind


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("local providers should agree one plan", "local providers"),
        ("the harbour board (HB) should check the plan", "the harbour board (HB)"),
        ("In order to keep children safe, the local authority should:", "the local authority"),
        (
            "In order to improve help to children generally the local authority should ensure that:",
            "the local authority",
        ),
        ("To improve attendance, all schools must:", "all schools"),
        ("To help children, the local authority and all partners should:", "the local authority and all partners"),
        (
            "To help children, families and schools, the local authority, with its partners, should:",
            "the local authority, with its partners",
        ),
        ("To improve schools and the help of the youth service, the local authority should:", "the local authority"),
        ("To help children, young people and the local schools partners should:", "the local schools partners"),
        ("To improve, leaders should:", None),
        ("To improve outcomes should be easy", None),
        ("In order to improve outcomes:", None),
        ("answer every referral on the day", None),
    ],
)
def test_the_words_in_front_of_should_are_the_addressee(text: str, addressee: str | None) -> None:
    assert find_addressee(text) == addressee


def test_a_whole_sentence_in_front_of_should_is_no_addressee() -> None:
    longest = "the local authority and its partners in schools, health and the police of Wexcombe"
    assert find_addressee(f"{longest} should") == longest
    assert find_addressee(f"{longest} itself should") is None


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("agree when midwives tell the duty team (NHS Wexcombe)", "NHS Wexcombe"),
        ("see each child alone (Wexcombe Council and NHS Wexcombe).", "Wexcombe Council and NHS Wexcombe"),
        ("improve assessments (Ofsted April 2011)", None),
        ("give every child a plan (if the child wants one)", None),
        ("ask the board (NHS Wexcombe) for its minutes", None),
        ("improve assessments", None),
    ],
)
def test_bodies_in_brackets_behind_the_words(text, bodies):
    assert named_behind(text) == bodies
