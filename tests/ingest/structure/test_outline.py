"""Headings whose lines stand apart are put together where only the whole is one that a rule knows."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.structure.outline import Role, Rule, rejoined

GRADE = r"\W*(?:(?:is|are)\b\W*)?(?P<rest>(?:good|inadequate)?)"
RULES = (
    Rule(r"what\s+needs\s+to\s+improve\b.{0,60}", 1, Role.RECOMMENDATIONS),
    Rule(rf"children\s+in\s+care\s+and\s+care\s+leavers{GRADE}", 1),
    Rule(rf"children\s+in\s+care{GRADE}", 1),
    Rule(r"findings(?:\s+about\s+.{0,60})?", 1),
)


def heading(text, kind=BlockKind.HEADING, size=14.0, bold=True):
    return Block(kind, text, text, Place(1), size=size, bold=bold)


def texts(*blocks):
    return [block.text for block in rejoined(blocks, RULES)]


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("What needs", "to improve?"), "What needs to improve?"),
        (("What", "needs to", "improve in this area?"), "What needs to improve in this area?"),
        (("Children in care", "and care leavers: good"), "Children in care and care leavers: good"),
        (("Children in care", "is good"), "Children in care is good"),
    ],
)
def test_lines_that_only_together_are_a_heading_are_one(lines, whole):
    assert texts(*map(heading, lines)) == [whole]
    assert texts(*(heading(line, BlockKind.PARAGRAPH) for line in lines)) == [whole]


@pytest.mark.parametrize(
    "lines", [("What needs to improve?", "Findings"), ("Findings", "Children in care"), ("Work with", "families")]
)
def test_headings_of_their_own_stay_apart(lines):
    assert texts(*map(heading, lines)) == list(lines)


def test_text_and_other_type_are_never_a_part_of_a_heading():
    assert texts(heading("What needs"), heading("to improve", BlockKind.PARAGRAPH, bold=False)) == [
        "What needs",
        "to improve",
    ]
    assert texts(heading("What needs"), heading("to improve", size=12.0)) == ["What needs", "to improve"]
