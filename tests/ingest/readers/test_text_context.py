"""Headings and nested items, which only their neighbours tell."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.readers.text_context import mark_headings, nest_again

SENTENCE = "Leaders know the services of the town well."
UNENDED = "Leaders know the services of the town and"


def paragraph(text: str, line: int = 1, **more) -> Block:
    return Block(BlockKind.PARAGRAPH, text, text, Place(line=line), **more)


def item(text: str, level: int = 1, line: int = 1) -> Block:
    return Block(BlockKind.ITEM, text, text, Place(line=line), marker="-", level=level)


NOTE = Block(BlockKind.FOOTNOTE, "A note.", "A note.", Place(line=2))
FURNITURE = Block(BlockKind.FURNITURE, "2", "2", Place(line=3))


def heading_of(*blocks: Block, at: int = 0) -> int:
    """The level of one of the blocks as a heading; 0 when it is none."""
    found = list(mark_headings(blocks))[at]
    return found.level if found.kind is BlockKind.HEADING else 0


class TestHeadings:
    @pytest.mark.parametrize(
        ("text", "is_heading"),
        [
            ("Findings", True),
            ("What needs to improve?", True),
            (SENTENCE, False),
            ("They need:", False),
            ("and so on", False),
            ("16 and 17 year olds", True),
            ("x" * 160, False),
            ("X" * 160, True),
            ("X" * 161, False),
            ("", False),
        ],
    )
    def test_short_text_that_is_no_sentence_is_a_heading(self, text: str, is_heading: bool) -> None:
        assert bool(heading_of(paragraph(text))) is is_heading

    def test_only_paragraphs_outside_of_frames_are(self) -> None:
        assert not heading_of(item("Findings"))
        assert not heading_of(paragraph("Findings", boxed=True))

    @pytest.mark.parametrize(("number", "level"), [(None, 1), ("3", 1), ("3.1", 2), ("1.3.2", 3)])
    def test_the_depth_of_a_number_is_the_level(self, number: str | None, level: int) -> None:
        assert heading_of(paragraph("Findings", number=number)) == level

    @pytest.mark.parametrize(
        ("before", "is_heading"),
        [
            (paragraph(UNENDED), False),
            (item(UNENDED), False),
            (paragraph(SENTENCE), True),
            (paragraph("Leaders know and"), True),
            (Block(BlockKind.TABLE, UNENDED, UNENDED, Place()), True),
        ],
    )
    def test_the_rest_of_a_paragraph_that_breaks_off_is_none(self, before: Block, is_heading: bool) -> None:
        assert bool(heading_of(before, paragraph("16 and 17 year olds"), at=1)) is is_heading

    def test_a_numbered_heading_continues_nothing_and_one_in_capitals_neither(self) -> None:
        assert heading_of(paragraph(UNENDED), paragraph("16 and 17 year olds", number="4"), at=1)
        assert heading_of(paragraph(UNENDED), paragraph("Findings"), at=1)

    @pytest.mark.parametrize(
        ("after", "is_heading"),
        [
            (paragraph("and their carers."), False),
            (paragraph("and their carers.", bold=True), True),
            (paragraph("and their carers.", number="4"), True),
            (paragraph(SENTENCE), True),
            (item("and their carers."), True),
        ],
    )
    def test_what_the_next_paragraph_continues_is_none(self, after: Block, is_heading: bool) -> None:
        assert bool(heading_of(paragraph("Children"), after)) is is_heading

    def test_notes_and_furniture_are_no_neighbours(self) -> None:
        assert not heading_of(paragraph("Children"), NOTE, FURNITURE, paragraph("and their carers."))
        assert not heading_of(paragraph(UNENDED), NOTE, FURNITURE, paragraph("16 and 17 year olds"), at=3)

    def test_all_other_blocks_stay_as_they_are(self) -> None:
        blocks = [paragraph(SENTENCE), NOTE, item("visits"), FURNITURE]
        assert list(mark_headings(blocks)) == blocks


class TestNesting:
    def levels(self, *blocks: Block) -> list[int]:
        return [block.level for block in nest_again(blocks) if block.kind is BlockKind.ITEM]

    def test_items_behind_an_unended_inner_item_and_a_gap_are_inner_items(self) -> None:
        inner = item("ten were adopted", 2, line=1)
        found = list(nest_again([inner, NOTE, FURNITURE, item("four went home", line=4), item("two moved", line=5)]))
        assert [block.level for block in found] == [2, 0, 0, 2, 2]
        assert found[1:3] == [NOTE, FURNITURE]

    def test_the_list_ends_with_an_item_that_ends_like_a_sentence(self) -> None:
        inner = item("ten were adopted", 2, line=1)
        assert self.levels(inner, item("four went home.", line=4), item("Homes", line=5)) == [2, 2, 1]

    def test_without_a_gap_or_behind_an_ended_item_the_level_stays(self) -> None:
        assert self.levels(item("ten were adopted", 2, line=1), item("Homes", line=2)) == [2, 1]
        assert self.levels(item("ten were adopted.", 2, line=1), item("Homes", line=4)) == [2, 1]

    def test_an_outer_item_or_a_paragraph_before_tells_nothing(self) -> None:
        assert self.levels(item("ten were adopted", 1, line=1), item("Homes", line=4)) == [1, 1]
        assert self.levels(paragraph("ten were adopted", level=2), item("Homes", line=4)) == [1]
        assert self.levels(item("ten were adopted", 2), paragraph("and more", line=4), item("Homes", line=8)) == [2, 1]

    def test_deeper_items_keep_their_level(self) -> None:
        assert self.levels(item("ten were adopted", 2, line=1), item("of them two", 3, line=4)) == [2, 3]
