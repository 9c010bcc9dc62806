"""Titles whose words stand in several blocks."""

import re

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.structure.titles import broken_title, with_whole_title

TITLE = re.compile(r"inspection of .{0,40}children.s services", re.I)


def lines(*texts: str, page: int = 1) -> list[Block]:
    return [Block(BlockKind.HEADING, text, text, Place(page)) for text in texts]


@pytest.mark.parametrize(
    ("cover", "title"),
    [
        (("Inspection of Wexcombe local authority", "children\u2019s services"), 2),
        (("Inspection of", "Wexcombe", "children\u2019s services"), 3),
        (("Inspection of Wexcombe children\u2019s services", "Inspection dates: May"), None),
        (("Inspection of Wexcombe", "Inspection dates: 3 May", "children\u2019s services"), None),
        (("Wexcombe", "Inspection of children\u2019s services"), None),
        (("Inspection of roofs.", "Children\u2019s services"), None),
        (("Inspection of roofs", "Wexcombe"), None),
    ],
)
def test_a_title_is_put_together_of_lines_that_are_only_together_one(cover: tuple[str, ...], title: int | None) -> None:
    found = broken_title(lines(*cover), 0, TITLE, 160)
    assert (found and found[1]) == title


def test_a_title_does_not_run_over_a_page() -> None:
    blocks = [*lines("Inspection of Wexcombe"), *lines("children\u2019s services", page=2)]
    assert broken_title(blocks, 0, TITLE, 160) is None


def test_the_cover_has_its_whole_title_as_one_heading_and_all_else_as_before() -> None:
    blocks = lines("Ofsted", "Inspection of Wexcombe", "children\u2019s services", "Inspection dates: May", "Text")
    whole = with_whole_title(blocks, TITLE, 160, 4)
    assert [block.text for block in whole] == [
        "Ofsted",
        "Inspection of Wexcombe children\u2019s services",
        "Inspection dates: May",
        "Text",
    ]


def test_a_title_in_one_block_or_behind_the_cover_changes_nothing() -> None:
    blocks = lines("Inspection of children\u2019s services", "Inspection of", "children\u2019s services")
    assert with_whole_title(blocks, TITLE, 160, 3) == tuple(blocks)
    late = lines("One", "Two", "Inspection of", "children\u2019s services")
    assert with_whole_title(late, TITLE, 160, 2) == tuple(late)
