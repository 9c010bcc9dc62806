"""Whether sheets hold several pages each, as booklets and "two (or four) pages on a sheet" are printed.

The lines of pages side by side share rows, and the running lines of pages one above the other stand in the text, so
that neither can be read in their order with certainty. A sheet is one when it is wider than high, neither a word nor a
drawn line crosses its middle, and in both halves enough rows are prose: whole lines without a gap, of which a table has
few (``is_spread``). However the pages are arranged, their running lines and page numbers come again at the same place
in each of them, which the lines of one page do not on sheet after sheet; or their type is tiny and their column narrow
(``Imposition``).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from ingest.page.rows import printed_rows
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


DIVISIONS = ((1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (2, 3), (3, 2), (2, 4), (4, 2))
"""Columns and rows of the pages on a sheet."""

LOOKED_AT = 8
"""Sheets at the beginning of a file that are looked at, because looking takes a third of the time of reading."""

OUTERMOST = 2
"""Rows at the head and at the foot of a page among which its running lines are; a stamp may be one."""

STRIP = 40.0
"""Points at the head and at the foot of a page in which these rows are looked for."""

SAME_ROW = 2.0
"""Points between the feet of words of a row."""

MOST_PAGES = 8
"""Pages on a sheet."""

NEAR = 4.0
"""Points by which the same running line may stand elsewhere on the next page."""

NEAR_NUMBER = 10.0
"""The same up and down for page numbers, which stand left and right in turn."""

FEWEST_CELLS = 3
"""Pages on a sheet on which a running line must come again, where the file has only that sheet."""

TINY, NARROW, FULL = 7.5, 0.45, 20
"""Type in points, part of the width of a sheet, and rows: prose that is smaller, narrower and longer was reduced."""

ONE_PAGE, UNREDUCED = 525_000.0, 10.5
"""Square points of a sheet, and points of type: no smaller sheet holds several pages of type that is as large."""

FEWEST_LEVEL = 3
"""Lines of a table; a sheet of several pages may have a frame around all of them."""

FIGURES = re.compile(r"\d+")


class RunningRow(NamedTuple):
    """A row at the head or foot of a part of a sheet: its words as printed, and its place in that part in points."""

    text: str
    x0: float
    top: float

    @property
    def form(self) -> str:
        """The words without what changes from page to page."""
        return FIGURES.sub("#", self.text)

    def comes_again(self, other: "RunningRow") -> bool:
        """Tell whether the other row is this one on another page; page numbers are then other ones.

        Numbers of lines stand too far apart to be page numbers of one sheet.
        """
        near = abs(self.x0 - other.x0) <= NEAR and abs(self.top - other.top) <= NEAR
        if self.text.isdecimal() and other.text.isdecimal():
            return near and 0 < abs(int(self.text) - int(other.text)) <= MOST_PAGES
        return near and self.form == other.form and (self.text != other.text or any(map(str.isalpha, self.text)))


class Imposition:
    """Looks at the sheets of a file, one after the other, for pages that are printed several on a sheet."""

    def __init__(self) -> None:
        self._looked = 0
        self._behind: list[int] = []
        self._found: dict[tuple[int, int, str], dict[int, int]] = {}
        self._reduced: list[int] = []

    def look(
        self, number: int, words: Sequence[PrintedWord], width: float, height: float, drawn: Sequence[DrawnLine] = ()
    ) -> None:
        """Look at a sheet of a size in points; ``number`` is its place in the file, from 1.

        A table that goes over its middle shows it to be one page.
        """
        if words and self._looked == LOOKED_AT:
            self._behind.append(number)
        if not words or self._looked == LOOKED_AT:
            return
        self._looked += 1
        sizes = sorted(word.size for word in words)
        type_size = sizes[len(sizes) // 2]
        if (width * height <= ONE_PAGE and type_size >= UNREDUCED) or _is_table(drawn, width):
            return
        for columns, rows in DIVISIONS:
            for form, cells in _repeated(words, number, (width / columns, height / rows), columns * rows).items():
                self._found.setdefault((columns, rows, form), {})[number] = cells
        if type_size < TINY and _is_narrow(words, width):
            self._reduced.append(number)

    @property
    def sheets(self) -> list[int]:
        """The sheets that hold several pages each, with all that were not looked at, which then do, too.

        None where too few have a running line that comes again.
        """
        fewest = max(2, (self._looked + 1) // 2)
        found: set[int] = set(self._reduced if 2 * len(self._reduced) >= self._looked else ())
        for cells in self._found.values():
            alone = self._looked <= FEWEST_CELLS and max(cells.values()) >= FEWEST_CELLS
            if alone or len(cells) >= fewest:
                found.update(cells)
        return sorted(found) + (self._behind if found else [])


def _is_table(drawn: Sequence[DrawnLine], width: float) -> bool:
    """Tell whether level lines of a table go over the middle of a sheet."""
    left, right = width * (0.5 - GUTTER), width * (0.5 + GUTTER)
    return sum(line.x0 < left and line.x1 > right for line in drawn) >= FEWEST_LEVEL


def _is_narrow(words: Sequence[PrintedWord], width: float) -> bool:
    """Tell whether the words of a sheet are a long narrow column: where type is tiny, pages one above the other."""
    extent = max(word.x1 for word in words) - min(word.x0 for word in words)
    return extent <= NARROW * width and len(printed_rows(words)) >= FULL


def _repeated(words: Sequence[PrintedWord], number: int, cell: tuple[float, float], pages: int) -> dict[str, int]:
    """The forms of the running rows that come again in half of the parts of a sheet, with the number of those parts.

    Figures alone may be numbers of lines: they must come again in all parts, or in all but that of a cover. Page
    numbers that are those of the pages of this sheet count as often as must be.
    """
    width, height = cell
    cells: dict[tuple[int, int], list[PrintedWord]] = {}
    for word in words:
        place = int((word.top + word.bottom) / 2 / height), int((word.x0 + word.x1) / 2 / width)
        cells.setdefault(place, []).append(word)
    outermost = [
        list(_outermost(inside, column * width, row * height)) for (row, column), inside in sorted(cells.items())
    ]
    again: Counter[str] = Counter()
    for index, first in enumerate(outermost):
        others = [row for other in (*outermost[:index], *outermost[index + 1 :]) for row in other]
        again.update({row.form for row in first if any(row.comes_again(other) for other in others)})
    fewest = {form: len(cells) - 1 if form.strip("# ") == "" else len(cells) / 2 for form in again}
    found = {form: count for form, count in again.items() if count > 1 and count >= fewest[form]}
    if any(_is_numbered(*pair, (number - 1) * pages) for pair in pairwise(outermost)):
        found["#"] = max(found.get("#", 0), FEWEST_CELLS)
    return found


def _is_numbered(first: Sequence[RunningRow], second: Sequence[RunningRow], before: int) -> bool:
    """Tell whether two parts of a sheet have page numbers at one height, one behind the other, after those before."""
    return any(
        row.text.isdecimal() and other.text.isdecimal()
        and int(row.text) + 1 == int(other.text) and int(row.text) > before
        and abs(row.top - other.top) <= NEAR_NUMBER
        for row in first
        for other in second
    )  # fmt: skip


def _outermost(words: Sequence[PrintedWord], x0: float, top: float) -> Iterator[RunningRow]:
    """The first and last rows of a part of a sheet whose corner is given."""
    head, foot = min(word.top for word in words) + STRIP, max(word.bottom for word in words) - STRIP
    rows: list[list[PrintedWord]] = []
    for word in sorted((word for word in words if word.top <= head or word.bottom >= foot), key=_bottom):
        if not rows or word.bottom - rows[-1][-1].bottom > SAME_ROW:
            rows.append([])
        rows[-1].append(word)
    for row in (*rows[:OUTERMOST], *rows[max(OUTERMOST, len(rows) - OUTERMOST) :]):
        row.sort(key=_left)
        yield RunningRow(" ".join(word.text for word in row), row[0].x0 - x0, row[0].top - top)


_bottom, _left = attrgetter("bottom"), attrgetter("x0")
