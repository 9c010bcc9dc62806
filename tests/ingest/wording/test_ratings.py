from collections.abc import Sequence

import pytest

from ingest.wording.ratings import is_tick, rating_columns, ticked_of


@pytest.mark.parametrize(
    ("headings", "ratings"),
    [
        (("Action", "Red", "Amber", "Green"), {1: "Red", 2: "Amber", 3: "Green"}),
        (("Action", "B", "R", "A", "G"), {1: "B", 2: "R", 3: "A", 4: "G"}),
        (("Action", "RAG R", "RAG A", "RAG G"), {1: "R", 2: "A", 3: "G"}),
        (("Action", "On track", "Overdue"), {1: "On track", 2: "Overdue"}),
        (("Action", "R", "A"), {}),
        (("Action", "Green", "Green"), {}),
        (("Action", "Complete", "Lead"), {}),
        (("A", "B", "C"), {}),
        ((), {}),
    ],
)
def test_columns_that_ratings_head(headings: Sequence[str], ratings: dict[int, str]) -> None:
    assert rating_columns(headings) == ratings


@pytest.mark.parametrize(("text", "tick"), [("✓", True), ("X", True), ("yes", True), ("•", True), ("", False),
                                            ("Xylophone", False), ("2 late", False)])  # fmt: skip
def test_ticks(text: str, tick: bool) -> None:
    assert is_tick(text) is tick


@pytest.mark.parametrize(
    ("text", "ticked"),
    [
        ("☐ Red ☒ Amber ☐ Green", "Amber"),
        ("☐Red, ☑Amber, ☐Green", "Amber"),
        ("☐ Red ☐ Amber", ""),
        ("☒ Red ☒ Amber ☐ Green", ""),
        ("✓ Done", ""),
        ("Amber", ""),
    ],
)
def test_the_one_ticked_box_of_several(text: str, ticked: str) -> None:
    assert ticked_of(text) == ticked
