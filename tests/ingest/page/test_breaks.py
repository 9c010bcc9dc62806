"""Paragraphs over a page break of which nothing tells whether they are one."""

import pytest

from ingest.blocks import Block, BlockKind, Box, Place
from ingest.page.breaks import check_breaks

ABOVE = "Plans are short and clear, and most families know what is in them before they are asked to agree."
BELOW = "Families say that they were asked early on, and that what they said was written down and heeded."


def paragraph(text: str, *boxes: Box, kind: BlockKind = BlockKind.PARAGRAPH, number: str | None = None) -> Block:
    return Block(kind, text, text, Place(boxes[0].page, None, boxes), number=number)


def codes(last: Box, *between: Block, number: str | None = None, above: str = ABOVE) -> list[str]:
    first = paragraph(above, Box(1, 72, 700, 522, 714), Box(1, 72, 716, 522, 730), last)
    second = paragraph(BELOW, Box(2, 72, 80, 522, 94), Box(2, 72, 96, 300, 110), number=number)
    return [notice.code for notice in check_breaks([first, *between, second])]


FULL = Box(1, 72, 732, 519, 746)


def test_a_full_last_line_that_ends_a_sentence_leaves_open_whether_the_paragraph_goes_on() -> None:
    foot = paragraph("2", Box(1, 500, 800, 510, 812), kind=BlockKind.FURNITURE)
    assert codes(FULL) == codes(FULL, foot) == ["paragraph-perhaps-torn"]


@pytest.mark.parametrize("last", [Box(1, 72, 732, 400, 746), Box(1, 72, 600, 519, 614)])
def test_a_line_or_a_page_with_room_left_ends_a_paragraph(last: Box) -> None:
    assert codes(last) == []


def test_what_a_number_a_heading_or_a_colon_parts_is_not_doubted() -> None:
    heading = paragraph("Plans", Box(2, 72, 60, 120, 74), kind=BlockKind.HEADING)
    assert codes(FULL, number="2") == codes(FULL, heading) == codes(FULL, above="They need:") == []


def test_text_without_boxes_is_not_doubted() -> None:
    assert check_breaks([Block(BlockKind.PARAGRAPH, ABOVE, ABOVE, Place(line=1))]) == ()
