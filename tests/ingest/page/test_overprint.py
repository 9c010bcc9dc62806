"""Stamps over the text and numbers of lines beside it are set apart; numbers and large words of the text are not."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from ingest.page.layout import SheetWords
from ingest.page.overprint import set_overprint_apart
from ingest.page.tables import DrawnLine
from ingest.page.words import PrintedWord
from tests.ingest.page.words import row, word

Beside = Callable[[int, float], list[PrintedWord]]


def page(number: int, *more: PrintedWord, rows: int = 24, beside: Beside | None = None) -> SheetWords:
    """A page of rows of text, with other words, and with words beside each row."""
    words = [*more]
    for n in range(rows):
        top = 80 + 14.0 * n
        words += row(f"Staff plan the visits of page {number}", 72, top)
        words += beside(n + 1, top) if beside else []
    return SheetWords(number, 842, words)


def apart(*sheets: SheetWords) -> list[list[str]]:
    """What is set apart on each page."""
    done = set_overprint_apart(sheets)
    for before, after in zip(sheets, done, strict=True):
        assert len(before.words) == len(after.words) + sum(map(len, after.overprint))
    return [[word.text for stretch in sheet.overprint for word in stretch] for sheet in done]


def every(step: int, x: float = 40, flush_right: bool = False, start: int = 0) -> Beside:
    def numbers(n: int, top: float) -> list[PrintedWord]:
        if (start + n) % step:
            return []
        text = str(start + n)
        return [word(text, x - (4 * len(text) if flush_right else 0), top, 8)]

    return numbers


@pytest.mark.parametrize("step", [1, 5])
@pytest.mark.parametrize("x", [40, 560])
@pytest.mark.parametrize("flush_right", [False, True])
def test_numbers_of_lines_are_set_apart(step: int, x: float, flush_right: bool) -> None:
    beside = every(step, x, flush_right)
    numbers = [str(n) for n in range(step, 25, step)]
    assert apart(page(1, beside=beside), page(2, beside=beside)) == [numbers, numbers]


def test_numbers_of_lines_go_on_over_pages_and_on_to_a_short_one() -> None:
    found = apart(page(1, beside=every(1)), page(2, beside=every(1, start=24)), page(3, rows=3, beside=every(1)))
    assert found[1][0] == "25"
    assert found[2] == ["1", "2", "3"]


def test_numbers_of_paragraphs_are_no_numbers_of_lines() -> None:
    def of_paragraphs(n: int, top: float) -> list[PrintedWord]:
        return [word(str(n // 3 + 1), 40, top)] if n % 3 == 0 else []

    assert apart(page(1, beside=of_paragraphs), page(2, beside=of_paragraphs)) == [[], []]


def test_figures_inside_of_the_text_or_on_one_page_of_many_are_no_numbers_of_lines() -> None:
    assert apart(page(1, beside=every(1, 200)), page(2, beside=every(1, 200))) == [[], []]
    assert apart(page(1, beside=every(1)), page(2), page(3)) == [[], [], []]


def test_a_stamp_stands_over_words_and_is_repeated_or_far_larger() -> None:
    assert apart(page(1, word("DRAFT", 90, 204, 16)), page(2, word("DRAFT", 90, 204, 16))) == [["DRAFT"], ["DRAFT"]]
    assert apart(page(1, word("DRAFT", 90, 204, 16)), page(2)) == [[], []]
    assert apart(page(1, word("DRAFT", 90, 200, 40)), page(2)) == [["DRAFT"], []]


def test_a_large_word_that_covers_nothing_is_a_heading() -> None:
    assert apart(page(1, word("Summary", 90, 30, 40)), page(2, word("Summary", 90, 30, 40))) == [[], []]
    assert apart(SheetWords(1, 842, [])) == [[]]


def test_numbers_under_a_heading_or_between_lines_are_a_column_of_a_table() -> None:
    numbers = every(1)
    headed = page(1, *row("Ref", 40, 66), beside=numbers)
    assert apart(headed) == [[]]
    assert apart(headed, page(2, beside=every(1, start=24))) == [[], []]
    lines = [DrawnLine(30, 90 + 14.0 * n, 520, 90.5 + 14.0 * n) for n in range(24)]
    assert apart(replace(page(1, beside=numbers), drawn=lines)) == [[]]
    assert len(apart(replace(page(1, beside=numbers), drawn=lines[:5]))[0]) == 24
