"""What a page break tore apart is joined again, and nothing else is."""

import pytest

from ingest.blocks import Block, BlockKind, Box, Place
from ingest.wording.joining import ends_like_a_sentence, goes_on_like_a_sentence, join_blocks, join_broken, join_text


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, page: int = 1, **more: object) -> Block:
    place = Place(page, None, (Box(page, 70, 100, 500, 120),))
    return Block(**{"kind": kind, "text": text, "orig": text, "place": place, **more})


def item(text: str, **more: object) -> Block:
    return block(text, BlockKind.ITEM, marker="•", level=1, **more)


def joined(*blocks: Block) -> list[str]:
    return [one.text for one in join_broken(blocks)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("It is late.", True),
        ("They said: “Yes.”", True),
        ("Leaders must:", True),
        ("plans (late)", False),
        ("and", False),
    ],
)
def test_the_mark_of_a_sentence_or_an_announcement_ends_a_text(text, ends):
    assert ends_like_a_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "goes_on"), [("and late", True), ("(or late)", True), ("16 of them", True), ("Plans", False), ("", False)]
)
def test_lower_case_and_figures_go_on(text, goes_on):
    assert goes_on_like_a_sentence(text) is goes_on


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("plans are", "late", "plans are late"),
        ("a well-", "known risk", "a well-known risk"),
        ("16-", "and 17-year-olds", "16- and 17-year-olds"),
        ("in 2019-", "20", "in 2019-20"),
        ("one -", "two", "one - two"),
        ("", "late", "late"),
    ],
)
def test_halves_are_put_together_with_a_space_save_after_a_real_hyphen(first, second, whole):
    assert join_text(first, second) == whole


def test_a_paragraph_over_a_page_is_one_with_the_boxes_of_both():
    whole = join_blocks(block("Plans are"), block("late.", page=2))
    assert (whole.text, whole.orig, whole.page) == ("Plans are late.", "Plans are\nlate.", 1)
    assert [box.page for box in whole.place.boxes] == [1, 2]


def test_furniture_and_footnotes_between_do_not_part_it_and_keep_their_place():
    between = (block("Page 1", BlockKind.FURNITURE), block("1 A note.", BlockKind.FOOTNOTE))
    assert joined(block("Plans are"), *between, block("late.")) == ["Plans are late.", "Page 1", "1 A note."]


@pytest.mark.parametrize(
    "second",
    [
        block("late.", number="2"),
        block("late.", marker="a)"),
        block("Plans", BlockKind.HEADING),
        item("late."),
        block("late.", boxed=True),
    ],
)
def test_what_begins_something_of_its_own_is_not_a_continuation(second):
    assert len(joined(block("Plans are"), second)) == 2


def test_a_sentence_that_is_whole_is_not_joined_with_the_next():
    assert joined(block("Plans are late."), block("and so on.")) == ["Plans are late.", "and so on."]


def test_an_item_goes_on_in_capitals_only_where_it_breaks_off():
    assert joined(item("the work of the"), block("Board.")) == ["the work of the Board."]
    assert joined(item("the work of all"), block("Leaders know this.")) == ["the work of all", "Leaders know this."]
    assert joined(item("the work of all"), block("who lead.")) == ["the work of all who lead."]


def test_three_parts_of_a_paragraph_are_one():
    assert joined(block("Plans"), block("are", page=2), block("late.", page=3)) == ["Plans are late."]
