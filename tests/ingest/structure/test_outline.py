"""Headings whose lines stand apart are put together where only the whole is one that a rule knows."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.structure.outline import Opening, Outline, Role, Rule, bare_heading, rejoin_headings

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
    return [block.text for block in rejoin_headings(blocks, RULES)]


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


LEADERS = Rule(r"leaders(?:\s*:\s*(?P<rest>.*))?", 2, inside=frozenset({"care"}))
ONCE = Rule("the local authority", 1, once=True)


def test_an_opening_has_the_heading_as_printed_and_the_grade_behind_it():
    outline = Outline((*RULES, LEADERS))
    assert outline.opening(heading("Findings  about help:")) == Opening(RULES[3], "Findings  about help:")
    assert outline.opening(heading("Leaders: - good -")) == Opening(LEADERS, "Leaders: - good -", "good")
    assert outline.opening(heading("Findings in brief")) is None
    assert outline.opening(heading(f"Findings about {'x' * 60}")) is not None
    assert outline.opening(heading(f"Findings about {'x' * 61}")) is None


def test_a_heading_that_divides_other_lists_opens_inside_its_domains_or_with_a_grade():
    outline = Outline((LEADERS,))
    assert outline.opening(heading("Leaders"), "care") == Opening(LEADERS, "Leaders")
    assert outline.opening(heading("Leaders"), "help") is None
    assert outline.opening(heading("Leaders")) is None
    assert outline.opening(heading("Leaders: good"), "help") == Opening(LEADERS, "Leaders: good", "good")


def test_a_heading_that_opens_once_is_known_later_but_opens_nothing():
    outline = Outline((ONCE,))
    line = heading("The local authority")
    assert outline.knows(line) == Opening(ONCE, line.text)
    assert outline.opening(line) == Opening(ONCE, line.text)
    assert outline.opening(line) is None
    assert outline.knows(line) == Opening(ONCE, line.text)
    assert outline.opening(line) is None


@pytest.mark.parametrize(
    "more", [{"number": "3"}, {"marker": "-"}, {"kind": BlockKind.ITEM}, {"kind": BlockKind.TABLE}]
)
def test_numbered_paragraphs_items_and_tables_open_nothing(more):
    assert Outline(RULES).opening(replace(heading("Findings"), **more)) is None
    assert Outline(RULES).opening(heading("Findings", BlockKind.PARAGRAPH, bold=False)) is not None


def test_a_heading_is_compared_on_one_line_without_marks_at_its_end():
    assert bare_heading("Children\u2019s \n needs .:; ") == "Children's needs"
