"""Where one block ends and the next begins. Full lines of the body end at 522 points, a step of its lines is 14.4."""

import pytest

from ingest.blocks import Block, BlockKind, Place
from ingest.page.flow import Flow, place_of
from ingest.page.headings import BodyType
from tests.ingest.page.words import line

BODY = BodyType(size=12, leading=1.2, right=522, margins=(72,))
FULL = "Leaders know the services of the town well and have a plan for each of them"  # 75 letters: to 522 points
STEP = 14.4


def flow_of(*lines, **more) -> list[Block]:
    """The blocks of lines; each is given as ``line`` takes it."""
    flow = Flow(BODY)
    for text, *place in lines:
        named = place.pop() if place and isinstance(place[-1], dict) else {}
        flow.add(line(text, *place, **named), **more)
    return flow.blocks()


def texts(*lines, **more) -> list[str]:
    return [block.text for block in flow_of(*lines, **more)]


def test_lines_of_a_paragraph_are_one_block_that_remembers_them() -> None:
    (block,) = flow_of((FULL, 72, 100), ("and for all others.", 72, 100 + STEP))
    assert block.kind is BlockKind.PARAGRAPH
    assert block.text == f"{FULL} and for all others."
    assert block.orig == f"{FULL}\nand for all others."
    assert [box.top for box in block.place.boxes] == [100, 114.4]
    assert (block.page, block.size, block.bold, block.boxed, block.indent, block.level) == (1, 12, False, False, 72, 0)


class TestSpaceAndRoom:
    def test_more_than_a_quarter_more_than_the_leading_parts_paragraphs(self) -> None:
        assert len(texts((FULL, 72, 100), (FULL, 72, 117.9))) == 1
        assert len(texts((FULL, 72, 100), (FULL, 72, 118.1))) == 2

    def test_a_line_that_stands_higher_begins_another_column(self) -> None:
        assert len(texts((FULL, 72, 300), (FULL, 72, 100))) == 2

    def test_room_for_the_next_word_ends_a_sentence_and_its_paragraph(self) -> None:
        ended = FULL[:-12] + "."  # to 456 points
        assert len(texts((ended, 72, 100), ("They say so.", 72, 100 + STEP))) == 2
        assert len(texts((ended[:-1], 72, 100), ("they say so.", 72, 100 + STEP))) == 1
        assert len(texts((FULL[:-1] + ".", 72, 100), ("They say so.", 72, 100 + STEP))) == 1

    def test_a_word_needs_its_space_before_it(self) -> None:
        line_of = FULL[:69] + "."  # to 492 points, 30 points from the edge: a word of two letters needs 12 + 4.8
        assert len(texts((line_of, 72, 100), ("So it is.", 72, 100 + STEP))) == 2
        assert len(texts((line_of, 72, 100), ("Its end.", 72, 100 + STEP))) == 1

    def test_much_room_ends_any_paragraph(self) -> None:
        assert len(texts(("Leaders know", 72, 100), ("what they do.", 72, 100 + STEP))) == 2

    def test_the_edge_of_a_frame_is_the_right_edge_of_its_lines(self) -> None:
        lines = ("Leaders know", 72, 100), ("what they do.", 72, 100 + STEP)
        assert len(texts(*lines, right=150)) == 1

    def test_lines_of_other_size_are_no_paragraph(self) -> None:
        assert len(texts((FULL, 72, 100), (FULL, 72, 100 + STEP, {"size": 10.7}))) == 1
        assert len(texts((FULL, 72, 100), (FULL, 72, 100 + STEP, {"size": 10.5}))) == 2

    def test_framed_and_other_lines_are_no_paragraph(self) -> None:
        flow = Flow(BODY)
        flow.add(line(FULL, 72, 100))
        flow.add(line(FULL, 72, 100 + STEP), boxed=True)
        assert [block.boxed for block in flow.blocks()] == [False, True]


class TestIndent:
    @pytest.mark.parametrize(("first", "blocks"), [(77, 1), (100, 1), (111, 1), (113, 2)])
    def test_the_first_line_of_a_paragraph_may_be_indented(self, first: float, blocks: int) -> None:
        text = FULL[: int((522 - first) // 6) - 1] + "."
        assert len(texts((text, first, 100), ("They say so.", 72, 100 + STEP))) == blocks

    def test_an_indent_like_that_of_the_first_line_opens_the_next_paragraph(self) -> None:
        ended = FULL[:-1] + "."
        lines = ((FULL[:-3], 90, 100), (ended, 72, 100 + STEP), (FULL[:-3], 90, 100 + 2 * STEP))
        assert texts(*lines) == [f"{FULL[:-3]} {ended}", FULL[:-3]]

    def test_another_indent_opens_a_paragraph_behind_a_sentence_only(self) -> None:
        ended = FULL[:-1] + "."
        assert len(texts((ended, 72, 100), ("They say so.", 100, 100 + STEP))) == 2
        assert len(texts((FULL, 72, 100), ("as they say.", 100, 100 + STEP))) == 1

    def test_behind_an_unended_sentence_only_lower_case_goes_on_at_another_indent(self) -> None:
        assert len(texts((FULL, 72, 100), ("Children say so.", 100, 100 + STEP))) == 2
        assert len(texts((FULL[:-1] + ".", 72, 100), ("as they say.", 100, 100 + STEP))) == 2

    def test_from_the_second_line_on_the_line_before_counts(self) -> None:
        first = (FULL[:-6] + ".", 100, 100)
        ended = FULL[:-1] + "."
        assert len(texts(first, (ended, 72, 114), ("They say so.", 72, 128))) == 1

    def test_text_behind_a_marker_hangs_or_goes_back_to_the_marker(self) -> None:
        item = ("•\t" + FULL[:-4] + ".", 72, 100)
        assert len(texts(item, ("They say so.", 98, 100 + STEP))) == 1
        assert len(texts(item, ("They say so.", 72, 100 + STEP))) == 1
        assert len(texts(item, ("They say so.", 130, 100 + STEP))) == 2


class TestHeadings:
    def test_larger_or_bold_lines_are_headings(self) -> None:
        blocks = flow_of(("Findings", 72, 100, {"bold": True}), (FULL, 72, 114.4), ("Summary", 72, 160, {"size": 14}))
        assert [block.kind for block in blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.HEADING]
        assert [(block.bold, block.size) for block in blocks] == [(True, 12), (False, 12), (False, 14)]

    def test_a_full_heading_goes_on_and_a_short_one_ends(self) -> None:
        bold = {"bold": True}
        assert len(texts((FULL, 72, 100, bold), ("protection", 72, 114.4, bold))) == 1
        assert len(texts((FULL[:50], 72, 100, bold), ("protection", 72, 114.4, bold))) == 2

    def test_a_sentence_that_ends_in_bold_stays_one_paragraph(self) -> None:
        blocks = flow_of((FULL, 72, 100), ("protection", 72, 114.4, {"bold": True}))
        assert [(block.kind, block.bold) for block in blocks] == [(BlockKind.PARAGRAPH, False)]

    def test_very_long_text_in_the_type_of_a_heading_is_a_paragraph(self) -> None:
        bold = {"bold": True}
        lines = [(FULL, 72, 100 + STEP * n, bold) for n in range(4)]
        assert [block.kind for block in flow_of(*lines)] == [BlockKind.PARAGRAPH]
        assert [block.kind for block in flow_of(*lines[:3])] == [BlockKind.HEADING]


class TestNumbers:
    def test_a_number_at_its_margin_opens_a_paragraph_without_it(self) -> None:
        one, two = flow_of(("1.\t" + FULL[:-5], 72, 100), ("2.\tPlans are short.", 72, 100 + STEP))
        assert (one.number, one.marker, one.text, one.indent) == ("1", "1.", FULL[:-5], 104)
        assert (two.kind, two.number, two.text) == (BlockKind.PARAGRAPH, "2", "Plans are short.")

    def test_a_number_elsewhere_is_text(self) -> None:
        (block,) = flow_of(("18.\tThis helps them.", 200, 100))
        assert (block.number, block.text) == (None, "18. This helps them.")

    def test_a_number_at_the_indent_of_the_text_is_text(self) -> None:
        body = BodyType(size=12, leading=1.2, right=522, margins=(72, 104))
        flow = Flow(body)
        for given in (line("17.\t" + FULL[:-5], 72, 100), line("18. This helps them.", 110, 114.4)):
            flow.add(given)
        assert [block.number for block in flow.blocks()] == ["17"]

    def test_a_number_behind_a_full_unended_line_is_text_unless_it_follows(self) -> None:
        first = ("5. " + FULL[:-3], 72, 100)
        assert [block.number for block in flow_of(first, ("18. This helps.", 72, 114.4))] == ["5"]
        assert [block.number for block in flow_of(first, ("6. This helps.", 72, 114.4))] == ["5", "6"]
        ended = ("5. " + FULL[:-4] + ".", 72, 100)
        assert [block.number for block in flow_of(ended, ("18. This helps.", 72, 114.4))] == ["5", "18"]
        nearly_full = ("5. " + FULL[:67] + "s", 72, 100)  # to 498 points: 6 points more than the figure
        assert [block.number for block in flow_of(nearly_full, ("18. This helps.", 72, 114.4))] == ["5"]
        apart = ("18. This helps.", 72, 130)
        assert [block.number for block in flow_of(first, apart)] == ["5", "18"]
        short = ("5. " + FULL[:-9], 72, 100)
        assert [block.number for block in flow_of(short, ("18. This helps.", 72, 114.4))] == ["5", "18"]

    def test_in_a_cell_a_number_stands_at_its_left_edge(self) -> None:
        assert [block.number for block in flow_of(("4.\tVisits", 305, 100), left=300.0)] == ["4"]
        assert [block.number for block in flow_of(("4.\tVisits", 313, 100), left=300.0)] == [None]


class TestItems:
    def levels(self, *items: tuple[object, ...]) -> list[tuple[str, int]]:
        return [(block.text, block.level) for block in flow_of(*items)]

    def test_items_nest_by_the_left_edge_of_their_markers(self) -> None:
        assert self.levels(
            ("•\tone", 72, 100), ("–\ttwo", 90, 120), ("o\tthree", 108, 140), ("–\tfour", 90, 160), ("•\tfive", 72, 180)
        ) == [("one", 1), ("two", 2), ("three", 3), ("four", 2), ("five", 1)]

    def test_letters_are_items_too_and_keep_their_marker(self) -> None:
        (block,) = flow_of(("a)\tvisits", 72, 100))
        assert (block.kind, block.marker, block.level) == (BlockKind.ITEM, "a)", 1)

    @pytest.mark.parametrize("between", ["1.\tPlans", "Text at the margin of all"])
    def test_a_number_or_text_left_of_the_items_ends_the_list(self, between: str) -> None:
        assert self.levels(("•\tone", 90, 100), (between, 72, 130), ("–\ttwo", 120, 160))[-1] == ("two", 1)

    def test_a_heading_ends_the_list_and_text_of_an_item_does_not(self) -> None:
        assert (
            self.levels(("•\tone", 72, 100), ("Findings", 110, 130, {"bold": True}), ("–\ttwo", 120, 160))[-1][1] == 1
        )
        assert self.levels(("•\tone", 72, 100), ("More of it", 98, 130), ("–\ttwo", 120, 160))[-1][1] == 2

    def test_the_margins_of_bound_pages_move_the_items(self) -> None:
        assert self.levels(("•\tone", 72, 100), ("•\ttwo", 84, 100, 2)) == [("one", 1), ("two", 1)]
        assert self.levels(("•\tone", 72, 100), ("–\ttwo", 84, 100, 2)) == [("one", 1), ("two", 2)]
        assert self.levels(("•\tone", 72, 100), ("•\ttwo", 90, 100, 2)) == [("one", 1), ("two", 2)]


class TestPageBreaks:
    def test_an_unended_sentence_goes_on_wherever_it_stands(self) -> None:
        assert len(texts((FULL, 72, 700), ("and they say so.", 90, 100, 2))) == 1

    def test_an_ended_one_goes_on_only_at_a_hanging_indent(self) -> None:
        ended = FULL[:-4] + "."
        assert len(texts((ended, 72, 700), ("They say so.", 72, 100, 2))) == 2
        assert len(texts(("1.\t" + ended, 72, 700), ("They say so.", 104, 100, 2))) == 1
        assert len(texts(("1.\t" + ended, 72, 700), ("They say so.", 72, 100, 2))) == 2
        assert len(texts(("1. " + ended, 72, 700), ("They say so.", 90, 100, 2))) == 1

    def test_headings_other_sizes_and_pages_far_on_go_on_with_nothing(self) -> None:
        assert len(texts((FULL, 72, 700), ("Findings", 72, 100, 2, {"bold": True}))) == 2
        assert len(texts((FULL, 72, 700, {"bold": True}), ("findings", 72, 100, 2))) == 2
        assert len(texts((FULL, 72, 700), ("and so on.", 72, 100, 2, {"size": 11}))) == 2
        assert len(texts((FULL, 72, 700), ("and so on.", 72, 100, 3))) == 1
        assert len(texts((FULL, 72, 700), ("and so on.", 72, 100, 4))) == 2


class TestFinishedBlocks:
    FURNITURE = Block(BlockKind.FURNITURE, "2", "2", Place(1))
    TABLE = Block(BlockKind.TABLE, "a\tb", "a\tb", Place(1))

    def around(self, block: Block) -> Flow:
        flow = Flow(BODY)
        flow.add(line(FULL, 72, 100))
        flow.put(block)
        flow.add(line("and for all others.", 72, 100 + STEP))
        return flow

    def test_a_paragraph_goes_on_behind_furniture_and_not_behind_a_table(self) -> None:
        assert [block.kind for block in self.around(self.FURNITURE).blocks()] == ["paragraph", "furniture"]
        assert [block.kind for block in self.around(self.TABLE).blocks()] == ["paragraph", "table", "paragraph"]

    def test_a_table_ends_the_lists(self) -> None:
        flow = Flow(BODY)
        flow.add(line("•\tone", 72, 100))
        flow.put(self.TABLE)
        flow.add(line("–\ttwo", 90, 130))
        assert [block.level for block in flow.blocks()] == [1, 0, 1]


def test_the_place_of_lines_is_their_page_and_their_boxes() -> None:
    lines = [line("one", page=3), line("two", page=4)]
    assert place_of(lines) == Place(3, None, tuple(given.box for given in lines))
    assert place_of([]) == Place()
