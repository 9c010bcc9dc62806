"""Headings of sections that no rule of the outline knows."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.profiles.graded.ilacs import NAMES
from ingest.structure.section_headings import SectionNames, named_section

HELP, CARE, LEAVERS = "help-and-protection", "children-in-care", "care-leavers"
BOTH = "children-in-care-and-care-leavers"


def heading(text: str, size: float | None = 14.0, kind: BlockKind = BlockKind.HEADING) -> Block:
    return Block(kind, text, text, Place(), size=size)


def found(text: str, domain: str | None = HELP, names: SectionNames = NAMES) -> tuple[str | None, str, str] | None:
    named = named_section(heading(text), domain, names, frozenset({14.0}))
    return (named.opening.rule.domain, named.opening.rest, named.spelt) if named else None


@pytest.mark.parametrize(
    ("text", "domain", "rest"),
    [
        ("Children in care", CARE, ""),
        ("Children looked after: good", CARE, "good"),
        ("Looked-after children", CARE, ""),
        ("Care leavers is outstanding", LEAVERS, "outstanding"),
        ("Care-experienced young people", LEAVERS, ""),
        ("Children care leavers", LEAVERS, ""),
        ("Help and protection - inadequate", HELP, "inadequate"),
        ("Children and young people who need help and protection", HELP, ""),
        ("Care leavers and children in care", BOTH, ""),
        ("The impact of leaders", "leadership", ""),
    ],
)
def test_a_short_name_opens_the_section_of_its_domain(text: str, domain: str, rest: str) -> None:
    assert found(text) == (domain, rest, "")


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("The experiences and progress of childen in care: good", CARE),
        ("Th experiences and progress of care leavrs", LEAVERS),
        ("Children in car", CARE),
        ("Help and protecton", HELP),
    ],
)
def test_a_heading_that_lacks_a_letter_is_read_and_told(text: str, domain: str) -> None:
    named = found(text)
    assert named is not None
    assert (named[0], bool(named[2])) == (domain, True)


@pytest.mark.parametrize("text", ["Permanence: good", "The experiences and progress of siblings", "Placements"])
def test_a_heading_like_those_of_domains_opens_a_section_without_one(text: str) -> None:
    assert found(text) == (None, "", "")


def test_other_headings_only_divide_the_section() -> None:
    assert named_section(heading("Placements", size=11.0), HELP, NAMES, frozenset({14.0})) is None
    assert found("Placements", HELP, SectionNames((), {})) is None
    assert found("Care leavers", BOTH) is None
    assert found("Care leavers: good", BOTH) == (LEAVERS, "good", "")
    assert named_section(heading("Care leavers", kind=BlockKind.PARAGRAPH), HELP, NAMES, frozenset()) is None


def test_a_name_near_two_domains_is_none() -> None:
    assert (
        found("children in carx", HELP, SectionNames((), {"children in cara": CARE, "children in carb": HELP})) is None
    )
