"""Whether a sheet holds two pages side by side, as booklets and "two pages on a sheet" are printed.

The lines of two such pages share rows, so that they cannot be read in their order with certainty. A sheet is one when
it is wider than high, neither a word nor a drawn line crosses its middle, and in both halves enough rows are
prose: whole lines without a gap, of which a table has few.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.page.lines import printed_rows
from ingest.page.tables import DrawnLine
from ingest.page.words import PrintedWord

WIDER = 1.2
"""Times its height that a sheet of two pages is wide at least."""

GUTTER = 0.02
"""The part of the width, on each side of the middle, in which nothing stands."""

ROWS = 12
"""The fewest rows of a half that is a page of text."""

LONG = 0.6
"""The part of the width of a half that a line of prose fills."""

GAP = 1.5
"""Times the size of type: no space between two words of prose is as wide."""

SHARE = 0.25
"""The least share of the rows of a half that are prose: a page may begin with addresses or end with a list."""


def is_spread(words: Sequence[PrintedWord], drawn: Iterable[DrawnLine], width: float, height: float) -> bool:
    """Tell whether a sheet of a size in points holds two pages, by its words and the lines drawn on it."""
    if width < WIDER * height:
        return False
    left, right = width * (0.5 - GUTTER), width * (0.5 + GUTTER)
    if any(word.x0 < right and word.x1 > left for word in words):
        return False
    if any(line.x0 < left and line.x1 > right for line in drawn):
        return False
    halves = [word for word in words if word.x1 <= left], [word for word in words if word.x0 >= right]
    return all(_is_page(half, width / 2) for half in halves)


def _is_page(words: Sequence[PrintedWord], width: float) -> bool:
    rows = printed_rows(words)
    return len(rows) >= ROWS and sum(_is_prose(row, width) for row in rows) >= SHARE * len(rows)


def _is_prose(row: Sequence[PrintedWord], width: float) -> bool:
    """Tell whether a row of words is a long line without a gap."""
    together = all(word.x0 - before.x1 < GAP * word.size for before, word in pairwise(row))
    return together and row[-1].x1 - row[0].x0 >= LONG * width
