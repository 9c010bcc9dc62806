"""Paragraphs over a page break of which nothing tells whether they are one."""

from dataclasses import replace

import pytest

from ingest.blocks import Block, BlockKind, Box, Place
from ingest.page.breaks import check_breaks, points_back

ABOVE = "Plans are short and clear, and most families know what is in them before they are asked to agree."
BELOW = "These families say that they were asked early on, and that what they said was written down and heeded."


def paragraph(text: str, *boxes: Box, kind: BlockKind = BlockKind.PARAGRAPH, number: str | None = None) -> Block:
    return Block(kind, text, text, Place(boxes[0].page, None, boxes), number=number)


def codes(
    last: Box, *between: Block, number: str | None = None, above: str = ABOVE, below: str = BELOW, lines: int = 2
) -> list[str]:
    first = paragraph(above, Box(1, 72, 700, 522, 714), Box(1, 72, 716, 522, 730), last)
    boxes = (Box(2, 72, 80, 522, 94), Box(2, 72, 96, 300, 110))[:lines]
    second = paragraph(below, *boxes, number=number)
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


def test_a_paragraph_that_points_to_nothing_before_it_begins_anew() -> None:
    assert codes(FULL, below="Families were asked early on, and what each of them said was heeded.") == []


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("However, plans are late.", True),
        ("As a result, plans are late.", True),
        ("Managers see to it that such plans are rare.", True),
        ("Plans are short.", False),
        ("Managers in the early help teams read plans and notes, and they sign.", False),
    ],
)
def test_the_first_words_tell_whether_a_text_points_back(text: str, back: bool) -> None:
    assert points_back(text) is back


def test_a_single_line_is_no_half_of_a_paragraph() -> None:
    assert codes(FULL, lines=1) == []


def test_a_page_is_full_down_to_its_footnotes() -> None:
    lower = paragraph("A line further down.", Box(3, 72, 780, 300, 794))
    note = paragraph("A note.", Box(1, 72, 790, 300, 800), kind=BlockKind.FOOTNOTE)
    high = Box(1, 72, 690, 519, 704)
    assert codes(high, lower) == []
    assert codes(high, replace(note, place=Place(1, None, (Box(1, 72, 750, 300, 760),)))) != []


TORN = "Kettles sing in each kitchen of the harbour, and what the bakers hear of it through their"
REST = "windows tells them how warm the morning is going to be."


def inside(above: str, below: str, *before: Block) -> list[str]:
    first, second = paragraph(above, Box(1, 72, 300, 400, 314)), paragraph(below, Box(1, 72, 330, 400, 344))
    return [notice.message for notice in check_breaks([*before, first, second])]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (TORN, REST),
        (TORN + " windows.", REST),
        ("Kettles", "sing in each kitchen"),
        (TORN, ", as they say."),
        (TORN + " windows.", ". Bakers hear it."),
        (TORN, "-made jam is late."),
        (TORN, "’s kettle is late."),
    ],
)
def test_a_paragraph_that_begins_within_a_sentence_is_doubted(above: str, below: str) -> None:
    (message,) = inside(above, below)
    assert f"“{below[:40]}”" in message


def test_new_sentences_items_of_lists_addresses_and_the_imprint_are_not_doubted() -> None:
    imprint = paragraph("© Crown copyright 2024", Box(1, 72, 280, 400, 294))
    assert inside(TORN, REST.capitalize()) == inside(TORN, REST, imprint) == inside("They hear:", REST) == []
    assert inside("Telephone 0161", "kettles@harbour.test") == inside("Ann, lead", "harbour inspector") == []
    assert inside("warm;", REST) == []
