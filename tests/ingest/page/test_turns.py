"""Boxes in a frame of turned text, and on the page as it is shown."""

import pytest

from ingest.page.turns import Turn

CORNER = (10, 20, 110, 32)  # at the top left of a frame


@pytest.mark.parametrize(
    ("quarters", "shown"),
    [(0, CORNER), (1, (20, 732, 32, 832)), (2, (485, 810, 585, 822)), (3, (563, 10, 575, 110))],
)
def test_a_box_of_a_frame_stands_where_the_turned_text_is_shown(quarters: int, shown: tuple[float, ...]) -> None:
    turn = Turn(quarters, 595, 842)
    assert turn.shown(CORNER) == shown
    assert turn.framed(shown) == CORNER
