import pytest

from ingest.blocks import BlockKind
from ingest.readers.passages import (
    Cell,
    Grid,
    Passage,
    blocks_of,
    cell_of,
    colour_of,
    in_cell,
    is_of_cells,
    lines_in,
    passages_of,
    squared,
)


@pytest.mark.parametrize(
    ("marker", "kind", "number", "text"),
    [
        ("7.", BlockKind.PARAGRAPH, "7", "Plans are clear."),
        ("3.14", BlockKind.PARAGRAPH, "3.14", "Plans are clear."),
        ("(2)", BlockKind.PARAGRAPH, "2", "Plans are clear."),
        ("a)", BlockKind.ITEM, None, "Plans are clear."),
        ("iv.", BlockKind.ITEM, None, "Plans are clear."),
        ("•", BlockKind.ITEM, None, "Plans are clear."),
        ("Recommendation 4", BlockKind.PARAGRAPH, None, "Recommendation 4 Plans are clear."),
    ],
)
def test_a_set_marker_says_what_a_paragraph_is(marker: str, kind: BlockKind, number: str | None, text: str) -> None:
    (block,) = blocks_of([Passage("Plans are clear.", "paragraph 1", marker=marker)])
    assert (block.kind, block.number, block.text) == (kind, number, text)


def test_rows_made_with_tabs_are_one_table_until_an_empty_paragraph() -> None:
    parts = [Passage("Domain\tGrade", "paragraph 1"), Passage("Care\tGood", "paragraph 2"), Passage("", "")]
    first, second = blocks_of([*parts, Passage("Lead\tAnn", "paragraph 3")])
    assert [row.texts for row in first.rows] == [("Domain", "Grade"), ("Care", "Good")]
    assert [row.place.where for row in first.rows] == ["paragraph 1", "paragraph 2"]
    assert [row.texts for row in second.rows] == [("Lead", "Ann")]


def test_places_count_paragraphs_and_rows() -> None:
    grid = Grid((("row 1", (Cell(("a",)), Cell(("b",)))), ("row 2", (Cell(("c",)), Cell()))))
    blocks = blocks_of([Passage("Plans", "p 1"), grid, Passage("Visits are made.", "p 2")])
    assert [block.place.line for block in blocks] == [1, 2, 4]
    assert [row.place.line for row in blocks[1].rows] == [2, 3]


def test_an_empty_table_is_none() -> None:
    assert blocks_of([Grid((("row 1", (Cell(), Cell())),))]) == ()


def test_a_short_framed_line_is_a_heading_and_a_sentence_is_not() -> None:
    heading, text = blocks_of([Passage("Summary", "p 1", boxed=True), Passage("Plans are clear.", "p 2", boxed=True)])
    assert (heading.kind, text.kind) == (BlockKind.HEADING, BlockKind.PARAGRAPH)
    assert heading.boxed
    assert text.boxed


def test_a_line_that_goes_on_with_the_sentence_is_not_parted() -> None:
    assert lines_in("Inspection dates:\n6 to 17 May\nhere Ann\nand Ben") == [
        "Inspection dates:",
        "6 to 17 May here Ann and Ben",
    ]


WRAPPED = (
    "Bakers of Wexcombe sing to their copper kettles all through the morning of\n"
    "Monday and go on with it until the lighthouse keepers of the old harbour at\n"
    "Westmarsh have come down to hear them."
)


def test_lines_of_a_file_that_was_wrapped_by_hand_are_joined() -> None:
    (block,) = blocks_of([Passage(WRAPPED, "paragraph 1")])
    assert block.text == WRAPPED.replace("\n", " ")
    numbered = [Passage(f"{WRAPPED}\n2. Kettles sing.", "paragraph 1")]
    assert [block.text for block in blocks_of(numbered)] == [WRAPPED.replace("\n", " "), "Kettles sing."]


def test_lines_that_had_room_for_more_are_not_joined() -> None:
    texts = [
        block.text for block in blocks_of([Passage(WRAPPED.replace("of the old harbour at", "of it"), "paragraph 1")])
    ]
    assert len(texts) > 1


def test_shades_of_grey_are_no_colours() -> None:
    assert all(map(colour_of, ("FF0000", "ffc000", "92D050", "00B0F0")))
    assert not any(map(colour_of, ("FFFFFF", "000000", "F2F2F2", "E7E6E6", "auto", "", "F00")))


def test_a_line_behind_a_letter_or_number_is_one_of_its_own() -> None:
    assert lines_in("a) meet them\nb) see all\nii. train staff") == ["a) meet them", "b) see all", "ii. train staff"]


def test_bullets_make_the_paragraphs_of_a_cell_items() -> None:
    assert cell_of("We will:", "• visit", "◦ alone", "• plan") == Cell(
        ("We will:", "visit", "◦ alone", "plan"), items=(1, 3)
    )
    assert cell_of("- visit\n- plan").items == (0, 1)


@pytest.mark.parametrize(
    ("passage", "text"),
    [
        (Passage("Visit", "", marker="\uf0b7"), "• Visit"),
        (Passage("Visit", "", marker="o", depth=1), "o Visit"),
        (Passage("Visit", "", marker="•", depth=1), "◦ Visit"),
        (Passage("Visit\tall", "", marker="2."), "2. Visit all"),
        (Passage("Visit", ""), "Visit"),
    ],
)
def test_a_paragraph_of_a_cell_has_its_number_or_bullet_in_front(passage: Passage, text: str) -> None:
    assert in_cell(passage) == text


def test_a_row_of_one_text_keeps_its_bullets_as_paragraphs() -> None:
    cells = (Cell(), cell_of("Notes:", "• visits", "• plans"))
    assert [(one.text, one.marker, one.where) for one in passages_of(cells, "row 3")] == [
        ("Notes:", "", "row 3"),
        ("visits", "•", "row 3"),
        ("plans", "•", "row 3"),
    ]


def test_rows_are_filled_up_and_those_with_fewer_cells_than_most_are_told() -> None:
    def row(*texts: str) -> tuple[Cell, ...]:
        return tuple(Cell((text,) if text else ()) for text in texts)

    rows = [("row 1", row("Ref", "Action", "Lead")), ("row 2", row("1", "Ann")), ("row 3", row("2", "Visit", "Bob"))]
    grid, short = squared(rows)
    assert ([len(cells) for _, cells in grid.rows], short) == ([3, 3, 3], ["row 2"])
    assert squared([*rows[:1], ("row 2", row("Plans")), *rows[2:]])[1] == []
    assert squared([("row 1", row("a", "b", "c")), ("row 2", row("1", "2")), ("row 3", row("1", "2"))])[1] == []
    assert squared(rows[:2])[1] == []


def test_a_table_of_several_columns_in_a_cell_is_one_of_its_own() -> None:
    assert is_of_cells(2, 3)
    assert not is_of_cells(1, 3)
    assert not is_of_cells(2, 2)
