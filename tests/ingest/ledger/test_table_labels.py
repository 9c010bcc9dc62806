from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.ledger.table_labels import heads_columns, labels_beside, rows_over_headings, ticks_in


def table(*rows: Sequence[str]) -> Block:
    made = tuple(TableRow(tuple(TableCell((text,)) for text in row)) for row in rows)
    return Block(BlockKind.TABLE, "", "", Place(), rows=made)


def test_ratings_alone_head_columns() -> None:
    assert heads_columns(("", "R", "A", "G"))
    assert heads_columns(("Ref", "Action", "Lead", "R", "A", "G"))
    assert not heads_columns(("Visit", "R", "A", "G"))
    assert not heads_columns(("", ""))


def test_the_fields_down_the_side_are_labels() -> None:
    side = (("Action", "Visit", "Write"), ("Lead", "Ann", "Bob"), ("By when", "May", "June"))
    assert [*labels_beside(table(*side))] == ["Action", "Lead", "By when"]
    assert [*labels_beside(table(("Ann", "Head", "One"), ("Bob", "Lead", "Two")))] == []
    assert [*labels_beside(table(("Lead", "Ann"), ("By when", "May")))] == ["Lead", "By when"]


def test_ticks_under_ratings_are_told() -> None:
    assert ticks_in(table(("Action", "Red", "Green"), ("Visit", "", "X"), ("Write", "late", ""))) == ["X"]
    assert ticks_in(table(("Action", "Lead"), ("Visit", "X"))) == []


def test_both_labels_of_a_row_of_a_card_are_told() -> None:
    card = table(("Ref", "1", "Status", "Red"), ("Action", "Visit", "", ""), ("Lead", "Ann", "By when", "May"))
    assert [*labels_beside(card)] == ["Ref", "Action", "Lead", "Status", "By when"]


def test_rows_over_the_headings_of_a_plan_are_told() -> None:
    heads = ("Ref", "Action", "Lead", "By when")
    over = table(("", "", "Accountability", ""), heads, ("1", "Visit", "Ann", "May"))
    assert [row.texts for row in rows_over_headings(over)] == [("", "", "Accountability", "")]
    assert len(rows_over_headings(table(("1", "2", "3", "4"), heads))) == 1
    assert rows_over_headings(table(("Visit", "", "", ""), heads)) == []
