"""Furniture is known by its own words, and by how many of them there are."""

import pytest

from ingest.wording.furniture import known_kind
from inspections.vocabulary import FurnitureKind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You may reuse this information free of charge.", FurnitureKind.IMPRINT),
        ("Ofsted’s", None),
        ("This executive summary should be read alongside the rest.", FurnitureKind.STANDARD),
        (f"This executive summary should be read alongside {'kettles and ' * 25} flour.", None),
        ("Kettles sing: this executive summary should be read alongside the rest.", None),
        ("An LSCB that is good is known by its bakers.", FurnitureKind.STANDARD),
        ("Ofsted inspects services for bakers.", FurnitureKind.IMPRINT),
        ("Rosalind Pell HMI", FurnitureKind.PEOPLE),
        ("Naomi Adler, His Majesty’s Inspector", FurnitureKind.PEOPLE),
        ("Rosalind Pell bakes for HMI", None),
    ],
)
def test_a_text_is_known_from_its_beginning_and_by_its_length(text, kind):
    assert known_kind(text) is kind


def test_typographic_marks_make_no_difference():
    text = "The Office for Standards in Education, Children{}s Services and Skills inspects."
    assert known_kind(text.format("’")) is known_kind(text.format("'")) is FurnitureKind.IMPRINT
