"""Authorities that a text speaks of as others than its own."""

import pytest

from ingest.wording.authorities import find_authorities
from ingest.wording.other_authorities import others_in


@pytest.mark.parametrize(
    "text",
    [
        "Neighbouring Essex was judged good.",
        "We have learned from Essex.",
        "Use the lessons from Essex County Council.",
        "Learn from Kent and from Essex how to do it.",
        "Officers visited Essex in May.",
        "We have also visited Essex.",
        "A study visit to Essex took place.",
        "The peer challenge by Essex helped.",
        "Our improvement partner, Essex County Council, agrees.",
        "Essex, our improvement partner, agrees.",
        "Other councils such as Essex do so.",
        "Compared with Essex this is slow.",
        "Good practice in Essex was seen.",
        "Essex has supported us since then.",
        "Essex County Council is supporting our leaders.",
        "Colleagues from Essex came.",
        "Unlike Essex, we wait.",
    ],
)  # fmt: skip
def test_another_authority(text: str) -> None:
    essex = find_authorities("Essex")[0].la_code
    assert essex in others_in([text])


@pytest.mark.parametrize(
    "text",
    [
        "Essex has supported families since then.",
        "Inspectors visited Essex in May.",
        "A monitoring visit to Essex took place.",
        "The peer review of Essex found this.",
        "Practice in Essex is improving.",
        "Adoption in Essex is good.",
        "Compared with 2019, Essex is better.",
        "We learned much. Essex has new forms.",
        "Staff in Essex know children well.",
        "Children learn in Essex schools.",
        "No name stands here.",
    ],
)
def test_no_other_authority(text: str) -> None:
    assert others_in([text]) == frozenset()
