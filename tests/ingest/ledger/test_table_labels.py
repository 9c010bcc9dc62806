from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.ledger.table_labels import heads_columns, labels_beside, ticks_in


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
