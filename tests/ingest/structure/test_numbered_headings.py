"""Headings that print a number, in reports whose paragraphs do so too."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.structure.numbered_headings import number_headings
from ingest.structure.outline import Rule

RULES = (Rule("early help", 2), Rule("governance", 2))


def block(text: str, number: str | None = None, kind: BlockKind = BlockKind.PARAGRAPH) -> Block:
    return Block(kind, text, text, Place(line=1), number=number)


def read(*blocks: Block) -> list[tuple[bool, str | None]]:
    """Whether each block is a heading, and its number."""
    return [(b.kind is BlockKind.HEADING, b.number) for b in number_headings(blocks, RULES)]


def test_a_numbered_line_that_a_rule_knows_is_a_heading() -> None:
    assert read(block("Early help", "1"), block("Midwives ask.", "1.1")) == [(True, None), (False, "1.1")]


def test_another_line_is_one_if_the_numbers_below_go_on_from_its_own() -> None:
    foot = block("Page 3", kind=BlockKind.FURNITURE)
    assert read(block("Maternity", "2"), foot, block("Midwives ask.", "2.1"))[0] == (True, None)
    assert read(block("Maternity", "2"), block("Midwives ask.", "3.1"))[0] == (False, "2")
    assert read(block("Maternity", "2"))[0] == (False, "2")


@pytest.mark.parametrize("text", ["Midwives ask every mother.", "The hospital should:", "Mothers " * 20])
def test_sentences_announcements_and_long_lines_are_none(text: str) -> None:
    assert read(block(text, "2"), block("Midwives ask.", "2.1"))[0] == (False, "2")
