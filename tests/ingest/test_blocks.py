"""Blocks: what is derived from the places and cells that they hold."""

from ingest.blocks import Block, BlockKind, Box, Place, TableCell, TableRow


def test_boxes_are_written_in_tenths_of_a_point() -> None:
    place = Place(3, None, (Box(3, 72.04, 100.25, 300.06, 112), Box(4, 1, 2, 3, 4.449)))
    assert place.box_lists == [[3, 72.0, 100.2, 300.1, 112], [4, 1, 2, 3, 4.4]]
    assert Place().box_lists == []


def test_a_row_has_a_text_for_each_cell_and_a_cell_one_for_its_paragraphs() -> None:
    row = TableRow((TableCell(("Leaders should improve:", "plans")), TableCell(), TableCell(("Good",))))
    assert row.texts == ("Leaders should improve: plans", "", "Good")


def test_a_block_stands_on_the_page_on_which_it_begins() -> None:
    place = Place(2, None, (Box(2, 72, 700, 500, 712), Box(3, 72, 80, 300, 92)))
    assert Block(BlockKind.PARAGRAPH, "Staff", "Staff", place).page == 2
    assert Block(BlockKind.PARAGRAPH, "Staff", "Staff", Place(line=7)).page is None
