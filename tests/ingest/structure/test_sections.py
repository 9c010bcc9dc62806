"""Sections find their parents by rank."""

from ingest.blocks import Place
from ingest.structure.sections import Sections


def test_a_section_belongs_to_the_nearest_open_one_of_higher_rank() -> None:
    sections = Sections()
    for heading, level in (
        ("The local authority", 1),
        ("Findings", 2),
        ("Adoption", 3),
        ("Leadership", 2),
        ("Board", 1),
    ):
        sections.open(heading, level, Place())
    assert [(s.anchor, s.parent) for s in sections] == [
        ("s1", None),
        ("s2", "s1"),
        ("s3", "s2"),
        ("s4", "s1"),
        ("s5", None),
    ]


def test_a_domain_is_inherited_by_the_sections_inside() -> None:
    sections = Sections()
    sections.open("Help and protection", 2, Place(), "help-and-protection")
    sections.open("Findings", 3, Place())
    assert sections.domain == "help-and-protection"
    sections.open("Recommendations", 2, Place())
    assert sections.domain is None


def test_before_the_first_heading_there_is_no_section() -> None:
    sections = Sections()
    assert (sections.current, sections.anchor, sections.domain) == (None, None, None)
