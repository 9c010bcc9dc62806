"""Without page numbers, sentences that break off and pages with the same words tell of lost and doubled pages."""

import pytest

from ingest.blocks import Block, BlockKind, Box, Place
from ingest.page.continuity import check_continuity
from ingest.readers import read
from inspections.notice_codes import NoticeCode
from tests.builders_pdf import Sheet, pdf

WHOLE = "Bakers in the harbour carry flour to every ship before dawn."
OPEN = "Bakers in the harbour carry flour to every ship and barge, and"
SHORT = 200.0
"""The right edge of a line that has room for the next word, in points; that of a full one is 500."""


def block(*lines: tuple[int, str], x1: float = 500.0, kind: BlockKind = BlockKind.PARAGRAPH, **more: str) -> Block:
    """A block of lines, each with its page."""
    boxes = tuple(Box(page, 70.0, 100.0, x1, 112.0) for page, _ in lines)
    text = "\n".join(words for _, words in lines)
    return Block(kind, text.replace("\n", " "), text, Place(boxes[0].page, boxes=boxes), **more)


WIDE = block((1, WHOLE), (1, WHOLE))


@pytest.mark.parametrize(
    "blocks",
    [
        (block((1, OPEN), (2, "The lighthouse is painted white in every second year by two keepers.")),),
        (block((1, OPEN)), block((2, "The lighthouse is painted white."), number="4", marker="4.")),
        (block((1, OPEN)), block((2, "Lighthouses"), kind=BlockKind.HEADING)),
        (block((1, OPEN), kind=BlockKind.ITEM, marker="-"), block((2, "paint the lighthouse"), marker="-")),
        (
            block((1, f"{WHOLE} Keepers of the lighthouse know what"), kind=BlockKind.ITEM, marker="-"),
            block((2, "The lighthouse is painted white."), kind=BlockKind.ITEM, marker="-"),
        ),
        (
            block((1, f"{OPEN} kettles that are not"), kind=BlockKind.ITEM, marker="-"),
            block((2, "Lighthouses"), kind=BlockKind.HEADING),
        ),
        (block((1, WHOLE)), block((2, "paint the lighthouse white in every second year, and the keepers agree."))),
        (block((1, WHOLE), (2, "paint the lighthouse white in every second year, and the keepers agree.")),),
    ],
)
def test_a_page_that_does_not_go_on_is_told(blocks):
    (notice,) = check_continuity((WIDE, *blocks))
    assert (notice.code, notice.level, notice.page) == (NoticeCode.TEXT_BREAKS_OFF, "error", 2)


@pytest.mark.parametrize(
    "blocks",
    [
        (block((1, OPEN), (2, "kettles sing in the kitchens of the lighthouse, as they did before.")),),
        (block((1, OPEN), (2, "Wexcombe bakers sing in the kitchens of the lighthouse, as before.")),),
        (block((1, WHOLE)), block((2, "The lighthouse is painted white."))),
        (block((1, OPEN), x1=SHORT), block((2, "Lighthouses"), x1=SHORT, kind=BlockKind.HEADING)),
        (block((1, OPEN + " kettles"), kind=BlockKind.ITEM, marker="-"), block((2, "paint it"), marker="-")),
        (block((1, "Rosa Plum, baker and keeper")), block((2, "Lighthouses"), kind=BlockKind.HEADING)),
        (block((1, WHOLE)), block((2, "www.lighthouse.example tells more of it to those who look, day and night"))),
        (block((1, WHOLE)), block((2, "paint the lighthouse white in every second year, all of it"), marker="-")),
        (block((1, OPEN)), block((1, "The lighthouse is painted white."), number="4", marker="4.")),
    ],
)
def test_pages_that_go_on_or_tell_nothing_give_no_notice(blocks):
    assert check_continuity((WIDE, *blocks)) == ()


def test_footnotes_and_running_lines_between_are_passed_over():
    note = block((1, "A note."), kind=BlockKind.FOOTNOTE)
    heading = block((2, "Lighthouses"), kind=BlockKind.HEADING)
    assert len(check_continuity((WIDE, block((1, OPEN)), note, heading))) == 1


def page(name: str):
    """A page of words."""

    def draw(sheet: Sheet) -> None:
        for number in range(8):
            sheet.lines(f"Bakers of {name} carry flour to harbour {number} before dawn.")

    return draw


def repeated(*names: str):
    """The pages of a file that are told to come twice."""
    notices = read(pdf(*map(page, names))).notices
    return [notice.page for notice in notices if notice.code is NoticeCode.PAGE_REPEATED]


def test_a_page_with_the_words_of_an_earlier_one_comes_twice():
    assert repeated("Alder", "Birch", "Alder", "Cedar") == [3]
    assert repeated("Alder", "Birch", "Cedar") == []
