"""Words of a paper that tell no grade of the authority: nothing is read, and nobody is asked."""

import pytest

from tests.ingest.structure.papers import OWN, mentioned, read, told


def test_other_authorities_and_other_bodies_are_passed_over() -> None:
    for text in (
        "Medway's services were judged good by Ofsted in 2019.",
        "Ofsted inspected the fostering service in 2019 and judged overall effectiveness good.",
    ):
        reader = read(text)
        assert (told(reader), reader.notices) == ([], [])


def test_what_goes_on_about_another_authority_is_passed_over() -> None:
    reader = mentioned(
        "Overall effectiveness was judged good. In Medway leadership was judged outstanding. It was judged good."
    )
    assert told(reader) == [(OWN, "overall-effectiveness", "good")]
    reader = mentioned("Overall effectiveness was judged good. Leadership was judged good.")
    assert told(reader) == [(OWN, "overall-effectiveness", "good"), (OWN, "leadership", "good")]


def test_what_is_good_without_being_a_grade_is_passed_over() -> None:
    reader = mentioned("Care leavers have good plans.", "Our target is that plans are good.", "Schools were good.")
    assert (told(reader), reader.notices) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "The Care Quality Commission judged the council Requires Improvement in 2024.",
        "Kent Fostering was rated Outstanding in 2022 by Ofsted.",
        "Essex (rated Outstanding) is our improvement partner.",
        "We have visited Essex, which is rated Outstanding.",
    ],
)
def test_what_is_said_of_other_services_and_authorities_alone_is_passed_over(text: str) -> None:
    reader = read(text)
    assert (told(reader), reader.notices) == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted might have rated leadership as good.",
        "Members hoped for a good judgement on leadership.",
        "Had there been more time, leadership would have been judged good.",
        "Staff came from Essex, where leadership was judged good.",
        "Leaders have good plans in all areas.",
    ],
)
def test_hopes_and_other_authorities_are_passed_over(text: str) -> None:
    reader = read(text)
    assert (told(reader), reader.notices) == ([], [])
