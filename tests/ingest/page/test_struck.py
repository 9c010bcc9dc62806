"""Words that drawn lines strike through: invented lines of type, 12 points high."""

import pytest

from ingest.page.struck import struck_texts
from ingest.page.tables import DrawnLine
from ingest.page.words import PrintedWord


def line_of(*texts: str, top: float = 100.0) -> list[PrintedWord]:
    """Words of 40 points each, 10 points apart, from 100 points on."""
    return [PrintedWord(text, 100 + 50 * at, top, 140 + 50 * at, top + 12, 12, False) for at, text in enumerate(texts)]


WORDS = [*line_of("Audit", "all", "plans"), *line_of("Train", "staff", top=114)]


def drawn(x0: float, x1: float, y: float, thick: float = 1.0) -> DrawnLine:
    return DrawnLine(x0, y - thick / 2, x1, y + thick / 2)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (drawn(100, 240, 107), "Audit all plans"),
        (drawn(149, 192, 106), "all"),
        (drawn(98, 142, 105, 2.4), "Audit"),
        (drawn(100, 190, 121), "Train staff"),
    ],
)
def test_a_line_through_the_middle_of_words_strikes_them(line: DrawnLine, text: str) -> None:
    assert struck_texts(WORDS, [line]) == (text,)


@pytest.mark.parametrize(
    "line",
    [
        drawn(100, 240, 111),
        drawn(100, 240, 103),
        drawn(60, 240, 107),
        drawn(100, 300, 107),
        drawn(100, 240, 107, 4),
        DrawnLine(120, 90, 121, 130),
        drawn(110, 130, 107),
        drawn(100, 105, 107),
    ],
    ids=["under them", "over them", "from the left", "to the right", "thick", "upright", "inside one", "short"],
)
def test_other_lines_strike_nothing(line: DrawnLine) -> None:
    assert struck_texts(WORDS, [line]) == ()


def test_two_lines_through_the_same_words_and_one_through_signs_are_told_once_and_not_at_all() -> None:
    lines = [drawn(100, 240, 106), drawn(100, 240, 108), drawn(150, 190, 121)]
    assert struck_texts([*WORDS[:4], WORDS[4]._replace(text="***")], lines) == ("Audit all plans",)


def test_a_page_without_lines_or_words_has_none() -> None:
    assert struck_texts(WORDS, []) == struck_texts([], [drawn(100, 240, 107)]) == ()
