"""Sheets that hold two pages side by side, and landscape pages that do not."""

import pytest

from ingest.page.spreads import is_spread
from ingest.page.tables import DrawnLine
from ingest.page.words import PrintedWord
from tests.ingest.page.words import row

LINE = "Social workers know the children well and see them"  # 300 points at size 12
WIDTH, HEIGHT = 842, 595


def half(x: float, text: str = LINE, rows: int = 12) -> list[PrintedWord]:
    return [word for n in range(rows) for word in row(text, x, 60 + 16 * n)]


def test_two_pages_of_prose_are_a_spread() -> None:
    assert is_spread([*half(50), *half(480)], (), WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (half(50), half(480, rows=11)),
        (half(50, rows=11), half(480)),
        (half(50), half(480, "Social workers\tMay 2026\tOn track\tYes")),
        (half(50, "Social workers know"), half(480)),
        (half(150), half(480)),
        ([*half(50), *row("In the middle", 400, 20)], half(480)),
        (half(50), []),
    ],
)
def test_short_lines_tables_and_words_in_the_middle_are_none(left, right) -> None:
    assert not is_spread([*left, *right], (), WIDTH, HEIGHT)


def test_a_page_upright_or_with_a_line_across_its_middle_is_none() -> None:
    words = [*half(50), *half(480)]
    assert not is_spread(words, (), WIDTH, WIDTH / 1.19)
    assert not is_spread(words, [DrawnLine(40, 50, 800, 50)], WIDTH, HEIGHT)
    assert is_spread(words, [DrawnLine(40, 50, 400, 50), DrawnLine(450, 50, 800, 50)], WIDTH, HEIGHT)
