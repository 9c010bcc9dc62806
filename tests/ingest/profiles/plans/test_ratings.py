"""Ratings that stand in colours."""

from collections.abc import Sequence

from ingest.blocks import Block, BlockKind, Place, TableCell, TableRow
from ingest.profiles.plans.actions import read_actions
from ingest.profiles.plans.links import Recommended
from ingest.profiles.plans.rows import ActionTable

GREEN, AMBER, ACCENT = (TableCell(colour=colour) for colour in ("00B050", "FFC000", "theme 5"))


def read(head: Sequence[str], *rows: Sequence[str | TableCell]) -> tuple[list[str | None], list[tuple[str, str]]]:
    """The ratings of actions, and the notices about them."""
    made = tuple(
        TableRow(
            tuple(one if isinstance(one, TableCell) else TableCell((one,) if one else ()) for one in row),
            Place(line=line),
        )
        for line, row in enumerate((head, *rows), 1)
    )
    actions, notices = read_actions(
        [ActionTable(Block(BlockKind.TABLE, "", "", Place(), rows=made))], Recommended(), {}
    )
    return [action.rag for action in actions], [(notice.code, notice.message) for notice in notices]


def test_a_colour_with_a_name_is_the_rating_and_is_told_once() -> None:
    head = ("Action", "Lead", "RAG")
    ratings, notices = read(head, ("Visit", "Ann", GREEN), ("Plan", "Bob", AMBER), ("Train", "Cat", "Red"))
    assert ratings == ["Green", "Amber", "Red"]
    told = "The ratings of 2 of 3 actions were read from the colours of their cells, the first of them “Visit”."
    assert notices == [("rating-from-colour", told)]


def test_a_colour_without_a_name_is_told_and_not_read() -> None:
    ratings, notices = read(("Action", "Lead", "RAG"), ("Visit", "Ann", ACCENT), ("Plan", "Bob", ""))
    assert (ratings, [code for code, _ in notices]) == ([None, None], ["rating-missing"])
    assert "1 of 2 actions" in notices[0][1]


def test_colours_of_another_column_may_rate_actions() -> None:
    def coloured(*colours: str) -> list[tuple[str, str]]:
        rows = [(TableCell((f"Visit {at}",), colour=colour), "Ann") for at, colour in enumerate(colours)]
        return read(("Action", "Lead"), *rows)[1]

    assert [code for code, _ in coloured("FF0000", "", "00B050")] == ["rating-missing"]
    assert "column action have different colours (red, green)" in coloured("FF0000", "", "00B050")[0][1]
    assert coloured("FF0000", "", "FF0000") == []
