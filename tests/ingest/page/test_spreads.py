"""Sheets that hold several pages each, and pages that do not."""

import pytest

from ingest.page.spreads import Imposition, is_spread
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


def sheet(*feet: str, columns: int = 1, rows: int = 2, apart: float = 0, size: float = 8) -> list[PrintedWord]:
    """A sheet with pages of prose; each has its foot, which stands at the same place of it, or ``apart`` from there."""
    width, height = WIDTH / columns, HEIGHT / rows
    found: list[PrintedWord] = []
    for place, foot in enumerate(feet):
        x0, top = place % columns * width + 30, place // columns * height
        found += [
            word
            for n in range(6)
            for word in row(f"Line {place} {'abcdef'[n]} of {'ab' * (place + n + 1)}", x0, top + 20 + n * 16, size)
        ]
        found += row(foot, x0 + apart * place, top + height - 20, size)
    return found


def imposed(*sheets: list[PrintedWord], width: float = WIDTH, height: float = HEIGHT) -> list[int]:
    """The sheets of a file that hold several pages each."""
    imposition = Imposition()
    for number, words in enumerate(sheets, 1):
        imposition.look(number, words, width, height)
    return imposition.sheets


@pytest.mark.parametrize(("columns", "rows"), [(1, 2), (2, 1), (2, 2), (1, 3), (2, 4)])
def test_a_running_line_at_the_same_place_of_each_page_tells_sheets_of_several(columns: int, rows: int) -> None:
    pages = columns * rows
    sheets = [
        sheet(*(f"Inspection of Wexcombe {1 + pages * n + k}" for k in range(pages)), columns=columns, rows=rows)
        for n in range(3)
    ]
    assert imposed(*sheets) == [1, 2, 3]


def test_type_of_full_size_is_reduced_on_no_small_sheet() -> None:
    sheets = [sheet(f"Wexcombe {2 * n + 1}", f"Wexcombe {2 * n + 2}", size=12) for n in range(3)]
    assert imposed(*sheets) == []
    assert imposed(*sheets, width=HEIGHT * 2) == [1, 2, 3]


def test_page_numbers_left_and_right_in_turn_tell_them_too() -> None:
    sheets = [sheet(f"{2 * n + 1}", f"{2 * n + 2}", apart=200) for n in range(3)]
    assert imposed(*sheets) == [1, 2, 3]


def test_stamps_and_words_across_the_middle_do_not_hide_them() -> None:
    stamp = row("Page of a bundle 17", WIDTH / 2 - 60, HEIGHT - 10, size=8)
    sheets = [[*sheet(f"Wexcombe {2 * n + 1}", f"Wexcombe {2 * n + 2}", columns=2, rows=1), *stamp] for n in range(3)]
    assert imposed(*sheets) == [1, 2, 3]


def test_sheets_behind_those_that_are_looked_at_are_named_with_them() -> None:
    sheets = [sheet(f"Wexcombe {2 * n + 1}", f"Wexcombe {2 * n + 2}") for n in range(10)]
    assert imposed(*sheets) == [*range(1, 11)]


def test_tiny_prose_in_a_narrow_column_was_reduced() -> None:
    tiny = [word for n in range(20) for word in row("Social workers know the children well", 240, 60 + 9 * n, size=6)]
    assert imposed(tiny) == [1]
    assert imposed(tiny[: len(tiny) // 2]) == []
    assert imposed([*tiny, *row("Far away", 700, 300, size=6)]) == []


@pytest.mark.parametrize(
    "sheets",
    [
        [sheet(f"Wexcombe {n}", f"Line of prose {'xyz'[n]}") for n in range(3)],
        [sheet(f"{n + 1}", f"{n + 7}", apart=30) for n in range(3)],
        [sheet("Wexcombe 1", "Wexcombe 2"), sheet("a", "b"), sheet("c", "d"), sheet("e", "f")],
        [sheet("Wexcombe 1", "Wexcombe 2", apart=30), sheet("Wexcombe 3", "Wexcombe 4", apart=40)],
        [sheet("Wexcombe 1", "Wexcombe 2")],
        [[]],
    ],
)
def test_the_lines_of_single_pages_tell_none(sheets: list[list[PrintedWord]]) -> None:
    assert imposed(*sheets) == []


def test_numbers_of_lines_in_a_margin_are_no_page_numbers() -> None:
    def numbered(page: int) -> list[PrintedWord]:
        numbers = [found for n in range(40) for found in row(f"{40 * page + n + 1}", 20, 20 + 14 * n, size=8)]
        return [
            *numbers,
            *(found for n in range(0, 40, 5) for found in row(f"{LINE} {'ab' * n}", 60, 20 + 14 * n, size=8)),
        ]

    assert imposed(*(numbered(page) for page in range(4))) == []


def test_a_table_over_the_middle_of_a_sheet_shows_it_to_be_one_page() -> None:
    words = sheet("Wexcombe 1", "Wexcombe 2", "Wexcombe 3", columns=3, rows=1)
    level = [DrawnLine(50, y, 790, y) for y in (50, 90, 130)]
    for drawn, found in ((level, []), (level[:2], [1])):
        imposition = Imposition()
        imposition.look(1, words, WIDTH, HEIGHT, drawn)
        assert imposition.sheets == found
