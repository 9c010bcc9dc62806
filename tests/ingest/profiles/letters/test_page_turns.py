"""What tells, in a letter without printed page numbers, that a page was lost or moved."""

from ingest.blocks import Block, BlockKind, Box, Place
from ingest.profiles.letters.focused_visit import FOCUSED_VISIT
from ingest.profiles.letters.form import LetterForm
from ingest.profiles.letters.monitoring_visit import MONITORING_VISIT
from ingest.profiles.letters.page_turns import check_page_turns

FINDING = "Plans are clear. Children know them."
OPEN = "Plans are clear. Children know what"


def block(kind: BlockKind, text: str, *pages: int) -> Block:
    boxes = tuple(Box(page, 72.0, 10.0 * n, 500.0, 10.0 * n + 9) for n, page in enumerate(pages))
    return Block(kind, " ".join(text.split("\n")), text, Place(page=pages[0], boxes=boxes))


def item(text: str, *pages: int) -> Block:
    return block(BlockKind.ITEM, text, *pages)


def heading(text: str, page: int) -> Block:
    return block(BlockKind.HEADING, text, page)


def told(*blocks: Block, form: LetterForm = FOCUSED_VISIT.form) -> list[tuple[str, int | None]]:
    return [(notice.code, notice.page) for notice in check_page_turns(blocks, form)]


START = (heading("Overview", 1), block(BlockKind.PARAGRAPH, "Leaders know their services.", 1), heading("Findings", 1))


def test_closing_words_that_go_on_from_an_open_sentence_are_told() -> None:
    closing = "Ofsted will take the findings into account."
    assert told(*START, item(f"Visits are not\n{closing}", 1, 2)) == [("text-breaks-off", 2)]
    assert told(*START, item(f"Visits are good.\n{closing}", 1, 2)) == []
    assert told(*START, item(f"Visits are not\n{closing}", 1, 1)) == []


def test_areas_that_go_on_as_findings_behind_a_page_are_told() -> None:
    areas = (heading("What needs to improve", 1), item("the oversight of plans", 1))
    assert told(START[0], *areas, item(FINDING, 2), item(FINDING, 2)) == [("text-breaks-off", 2)]
    assert told(START[0], *areas, item(FINDING, 2)) == []
    assert told(START[0], *areas, item(FINDING, 1), item(FINDING, 2), item(FINDING, 2)) == []


def test_headings_of_a_focused_visit_in_another_order_are_told_where_a_page_parts_them() -> None:
    assert told(heading("Findings", 1), item(FINDING, 1), heading("Overview", 2)) == [("page-out-of-order", 2)]
    assert told(heading("Findings", 1), item(FINDING, 1), heading("Overview", 1)) == []
    other = (heading("Findings", 1), item(FINDING, 1), heading("Overview", 2))
    assert told(*other, form=MONITORING_VISIT.form) == []


def test_a_letter_without_an_overview_whose_second_page_begins_with_a_heading_is_told() -> None:
    opening = block(BlockKind.PARAGRAPH, "This letter sums up the visit.", 1)
    assert told(opening, heading("Findings", 2), item(FINDING, 2)) == [("text-breaks-off", 2)]
    assert told(opening, heading("Findings", 1), item(FINDING, 2)) == []
    assert told(opening, heading("Overview", 2), item(FINDING, 2)) == []


def test_a_file_without_pages_tells_nothing() -> None:
    assert (
        told(*(Block(b.kind, b.text, b.orig, Place(line=1)) for b in (*START, item(OPEN, 1), item(FINDING, 2)))) == []
    )
