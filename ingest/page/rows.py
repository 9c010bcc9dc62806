"""Rows of printed words: what shares a height on a page, by geometry alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf
from operator import attrgetter

from ingest.page.words import PrintedWord

MIXED_HEIGHTS = 1.6  # ratio of heights from which two runs of words do not make one row
SHARED_HEIGHT = 0.5  # part of the lower run's height that two runs of a row share


@dataclass(slots=True)
class WordRun:
    """Words that follow each other; ``top`` and ``bottom`` of all of them, and twice the lowest of their middles."""

    words: list[PrintedWord]
    top: float
    bottom: float
    lowest: float

    @property
    def x0(self) -> float:
        """The left edge of the first word, in points."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge of the last word, in points."""
        return self.words[-1].x1

    def moved(self, left: float) -> WordRun:
        """The same words so many points further left."""
        if not left:
            return self
        words = [word._replace(x0=word.x0 - left, x1=word.x1 - left) for word in self.words]
        return WordRun(words, self.top, self.bottom, self.lowest)


def word_runs(words: Iterable[PrintedWord]) -> list[WordRun]:
    """Runs of words that follow each other both in the file and on the page, so that fewer pieces need sorting."""
    runs: list[WordRun] = []
    run, last_x1 = WordRun([], 0.0, 0.0, 0.0), inf
    last_top = last_bottom = last_size = 0.0
    for word in words:
        _, x0, top, x1, bottom, size, _, _, _, _ = word
        if (
            x0 >= last_x1 - 1
            and abs(top + bottom - last_top - last_bottom) < (size if size < last_size else last_size) * 0.8
        ):
            run.words.append(word)
            if top != last_top or bottom != last_bottom:
                run.top, run.bottom = min(run.top, top), max(run.bottom, bottom)
                run.lowest = max(run.lowest, top + bottom)
        else:
            run = WordRun([word], top, bottom, bottom + top)
            runs.append(run)
        last_top, last_x1, last_bottom, last_size = top, x1, bottom, size
    return runs


def _figures(run: list[PrintedWord]) -> bool:
    return all(word.text.isdigit() for word in run)


def printed_rows(words: Iterable[PrintedWord]) -> list[list[PrintedWord]]:
    """Rows of words that share a height, from the top of the page down, each from left to right."""
    return rows_of(word_runs(words))


def rows_of(runs: Iterable[WordRun]) -> list[list[PrintedWord]]:
    """The rows of runs. A run much higher than another one joins no row of it, unless the smaller is figures.

    These may be raised.
    """
    rows: list[list[PrintedWord]] = []
    top = bottom = 0.0
    for run in sorted(runs, key=attrgetter("lowest")):
        overlap = min(bottom, run.bottom) - max(top, run.top)
        low, high = sorted((bottom - top, run.bottom - run.top))
        smaller = run.words if not rows or run.bottom - run.top == low else rows[-1]
        alike = high < MIXED_HEIGHTS * low or _figures(smaller)
        if rows and overlap > SHARED_HEIGHT * low and alike:
            rows[-1].extend(run.words)
            top, bottom = min(top, run.top), max(bottom, run.bottom)
        else:
            rows.append(run.words)
            top, bottom = run.top, run.bottom
    for row in rows:
        row.sort(key=attrgetter("x0"))
    return rows
