"""Paragraphs and list items that a page break tore apart."""

from functools import reduce

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.blocks import Block, BlockKind, Box, Place
from ingest.wording.joining import (
    ends_like_a_sentence,
    goes_on_like_a_sentence,
    join_blocks,
    join_broken,
    join_place,
    join_text,
    join_texts,
)


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, number: str | None = None, boxed: bool = False) -> Block:
    return Block(kind, text, f"{text} ", Place(1), number=number, boxed=boxed)


def item(text: str) -> Block:
    return block(text, BlockKind.ITEM)


def texts(*blocks: Block) -> list[str]:
    return [joined.text for joined in join_broken(blocks)]


@pytest.mark.parametrize("text", ["Done.", "Is it done?", "must:", "a plan; ", "he said “well done.”", "(see above.)"])
def test_marks_end_a_sentence_or_announce_what_follows(text: str) -> None:
    assert ends_like_a_sentence(text)


@pytest.mark.parametrize("text", ["the plan of", "a plan,", "3.5 times", ""])
def test_without_a_mark_at_the_end_a_sentence_is_open(text: str) -> None:
    assert not ends_like_a_sentence(text)


def test_lower_case_and_figures_go_on_with_a_sentence_and_capitals_do_not() -> None:
    assert goes_on_like_a_sentence(" the council")
    assert goes_on_like_a_sentence("2019 was")
    assert goes_on_like_a_sentence("‘good’ practice")
    assert not goes_on_like_a_sentence("The council")


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("the plan ", " of the council", "the plan of the council"),
        ("well-", "known", "well-known"),
        ("2015–", "16", "2015–16"),
        ("in 2024/", "25", "in 2024/25"),
        ("and/", "or", "and/ or"),
        ("Lead /", "deputy", "Lead / deputy"),
        ("the exam\u00ad", "ple of", "the example of"),
        ("16-", "and 17-year-olds", "16- and 17-year-olds"),
        ("the plan -", "as agreed", "the plan - as agreed"),
        ("self-", "(and other) harm", "self- (and other) harm"),
        ("the plan", "", "the plan"),
        ("", "of the council", "of the council"),
    ],
)
def test_halves_are_joined_by_a_space_or_by_the_hyphen_that_was_printed(first: str, second: str, joined: str) -> None:
    assert join_text(first, second) == joined


def test_joined_blocks_begin_where_the_first_does_and_keep_words_and_boxes_of_both() -> None:
    above, below = Box(1, 0, 700, 90, 710), Box(2, 0, 50, 90, 60)
    first = Block(BlockKind.PARAGRAPH, "the plan", "the\nplan", Place(1, None, (above,)), number="7")
    second = Block(BlockKind.PARAGRAPH, "of all", "of\nall", Place(2, None, (below,)))
    whole = Block(
        BlockKind.PARAGRAPH, "the plan of all", "the\nplan\nof\nall", Place(1, None, (above, below)), number="7"
    )
    assert join_blocks(first, second) == whole
    assert join_place(Place(1, 5), Place(2, 9)) == Place(1, 5)


def test_an_open_sentence_goes_on_in_the_next_paragraph() -> None:
    assert texts(block("The plan of"), block("Wexcombe is new."), block("It works.")) == [
        "The plan of Wexcombe is new.",
        "It works.",
    ]


def test_furniture_and_footnotes_between_two_halves_stay_and_do_not_part_them() -> None:
    between = [block("Page 3", BlockKind.FURNITURE), block("1 See annex", BlockKind.FOOTNOTE)]
    assert texts(block("The plan"), *between, block("is new"), block("and works.")) == [
        "The plan is new and works.",
        "Page 3",
        "1 See annex",
    ]


def test_furniture_at_the_beginning_is_kept_and_joined_to_nothing() -> None:
    assert texts(block("Page 1", BlockKind.FURNITURE), block("the plan.")) == ["Page 1", "the plan."]


@pytest.mark.parametrize(
    "second",
    [
        block("is new", number="8"),
        Block(BlockKind.PARAGRAPH, "is new", "is new", Place(2), marker="-"),
        block("is new", BlockKind.HEADING),
        item("is new"),
        block("is new", boxed=True),
        block(""),
    ],
    ids=["numbered", "marked", "heading", "item", "framed", "empty"],
)
def test_what_begins_something_else_continues_no_sentence(second: Block) -> None:
    assert texts(block("The plan"), second) == ["The plan", second.text]


def test_nothing_continues_a_heading_and_within_a_frame_sentences_go_on() -> None:
    assert texts(block("The plan", BlockKind.HEADING), block("is new")) == ["The plan", "is new"]
    assert texts(block("The plan", boxed=True), block("is new", boxed=True)) == ["The plan is new"]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("help children", "and families", True),
        ("help children.", "and families", False),
        ("help children", "Families say so", False),
        ("help children of", "Wexcombe", True),
        ("help children, and", "Wexcombe", True),
        ("help children,", "Wexcombe", True),
        ("help the island", "Wexcombe", False),
    ],
)
def test_capitals_continue_an_item_only_where_it_breaks_off(first: str, second: str, joined: bool) -> None:
    assert len(texts(item(first), block(second))) == (1 if joined else 2)


def test_three_parts_of_a_paragraph_are_one() -> None:
    assert texts(block("Plans"), block("are"), block("late.")) == ["Plans are late."]


@example(["1\u00ad", "-", "1"])
@given(st.lists(st.text("ab1 -–\u00ad.", max_size=6), min_size=1, max_size=8))
def test_many_pieces_are_joined_as_two_are(pieces: list[str]) -> None:
    pieces = [piece.strip() for piece in pieces]
    pieces = [piece for piece in pieces if piece.strip("\u00ad ")] or ["a"]
    assert join_texts(pieces) == reduce(join_text, pieces)
