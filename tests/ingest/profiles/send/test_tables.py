"""Rows of the tables of an area SEND report as items."""

from ingest.blocks import Block, BlockKind, Box, Place, TableCell, TableRow
from ingest.profiles.send.tables import joined, perhaps_torn, table_items

WIDTH = 500.0


def row(*texts: str, page: int = 1, right: float = WIDTH, lines: int = 1) -> TableRow:
    boxes = tuple(Box(page, 100, 10 * n, right, 10 * n + 8) for n in range(lines))
    place = Place(page, None, boxes)
    return TableRow(tuple(TableCell((text,) if text else (), place) for text in texts), place)


def table(*rows: TableRow) -> Block:
    return Block(BlockKind.TABLE, "", "", rows[0].place, rows=rows)


def items(*rows: TableRow) -> list[tuple[str, str | None, str | None]]:
    return [(block.text, block.number, body) for block, body in table_items(table(*rows))]


def test_a_row_is_an_item_with_its_number_and_the_body_that_is_responsible() -> None:
    head = row("Responsible body", "Areas for priority action")
    assert items(head, row("Wexcombe Council", "1. Leaders should act."), row("The board", "They should meet.")) == [
        ("Leaders should act.", "1", "Wexcombe Council"),
        ("They should meet.", None, "The board"),
    ]


def test_a_row_without_body_goes_on_from_the_row_above_over_a_page() -> None:
    assert items(row("Wexcombe Council", "Leaders should"), row("", "act at once.", page=2)) == [
        ("Leaders should act at once.", None, "Wexcombe Council")
    ]


def test_a_whole_sentence_beside_the_same_body_is_an_item_of_its_own() -> None:
    assert items(row("Wexcombe Council", "Leaders should act."), row("", "They should meet.")) == [
        ("Leaders should act.", None, "Wexcombe Council"),
        ("They should meet.", None, "Wexcombe Council"),
    ]


def test_a_row_in_the_middle_of_a_sentence_goes_on_from_the_row_above() -> None:
    assert items(row("Leaders should see to"), row("the visits.")) == [
        ("Leaders should see to the visits.", None, None)
    ]


def test_the_first_row_of_a_page_is_doubted_only_where_the_row_above_fills_its_last_line() -> None:
    full, short = row("Leaders should act.", lines=2), row("Leaders should act.", lines=2, right=200)
    following = row("They should meet.", page=2)
    assert list(perhaps_torn(table(full, following))) == [following]
    assert list(perhaps_torn(table(short, following))) == []
    assert list(perhaps_torn(table(full, row("They should meet.")))) == []


def test_an_item_keeps_the_words_of_its_row_and_its_place() -> None:
    numbered = row("Wexcombe Council", "2. Leaders should act.", page=3)
    ((block, _),) = table_items(table(numbered))
    assert (block.kind, block.text, block.orig, block.number, block.place, block.rows) == (
        *(BlockKind.PARAGRAPH, "Leaders should act.", "2. Leaders should act.", "2", numbered.place, ()),
    )


def test_a_whole_sentence_without_body_on_the_next_page_goes_on_from_the_row_above() -> None:
    assert items(row("Wexcombe Council", "Leaders should act."), row("", "They should meet.", page=2)) == [
        ("Leaders should act. They should meet.", None, "Wexcombe Council")
    ]


def test_rows_of_one_column_that_are_whole_or_numbered_are_items_of_their_own() -> None:
    assert items(row("Leaders should act."), row("and they should meet.")) == [
        ("Leaders should act.", None, None),
        ("and they should meet.", None, None),
    ]
    assert items(row("Leaders should act on"), row("2. 3 visits a week.")) == [
        ("Leaders should act on", None, None),
        ("3 visits a week.", "2", None),
    ]


def test_empty_rows_and_headers_are_no_items() -> None:
    assert items(row("", ""), row("Responsible bodies", "Areas for improvement")) == []


def test_the_rest_of_a_body_without_text_makes_no_empty_item() -> None:
    assert items(row("Leaders of the", "They should act."), row("local area", "", page=2), row("Board", "Meet.")) == [
        ("They should act.", None, "Leaders of the local area"),
        ("Meet.", None, "Board"),
    ]


def test_both_halves_of_a_split_row_keep_text_and_body() -> None:
    first = row("Wexcombe Council and", "They should act. They")
    assert items(first, row("the health board", "should meet.", page=2)) == [
        ("They should act. They should meet.", None, "Wexcombe Council and the health board")
    ]


def test_a_body_that_is_printed_again_beside_the_rest_of_its_row_is_one() -> None:
    rows = row("Wexcombe Council", "They should see to the"), row("Wexcombe Council", "EHC plans.", page=2)
    assert items(*rows) == [("They should see to the EHC plans.", None, "Wexcombe Council")]


def test_whole_rows_of_two_bodies_stay_two() -> None:
    rows = row("Wexcombe Council", "They should act."), row("Health board", "It should act.", page=2)
    assert [body for _, _, body in items(*rows)] == ["Wexcombe Council", "Health board"]


def test_a_row_may_go_on_in_the_next_table() -> None:
    tables = [table(row("Wexcombe Council", "They should see to")), table(row("", "the plans.", page=2))]
    assert [(block.text, body) for block, body in table_items(joined(tables))] == [
        ("They should see to the plans.", "Wexcombe Council")
    ]
