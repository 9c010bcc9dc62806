"""What is printed over or beside the text and is no part of it: stamps across lines, and numbers of lines in a margin.

Both are told by words, before lines are made of them, because they share rows with the text:

- a stamp ("DRAFT", "OFFICIAL SENSITIVE") is far larger than the text and stands over words of it; or it is larger,
  repeated at the same place on half of the pages, and stands over words on one of them;
- numbers of lines stand alone at one edge outside of the text, one beside each row or each fifth or so, and count by
  the same step down the page; at least on half of the pages with as many rows. Numbers under a word of their own, or
  between level lines, are a column of a table, also where it goes on at other pages.

Slanted stamps are told by the reader (``SheetWords.overprint``).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from ingest.page.layout import SheetWords
from ingest.page.tables import DrawnLine
from ingest.page.words import PrintedWord

# Multiples of the usual size of type.
LARGER = 1.2  # of a stamp that is repeated
FAR_LARGER = 2.5  # of one that is not

PLACE = 8.0  # points in which places are compared
CORE = 0.25  # of the height of a stamp at its top and bottom in which it covers nothing

ALIGNED = 2.5  # points between the edges of numbers of lines
STEPS = (1, 2, 5, 10)
FEWEST = {1: 10, 2: 8, 5: 4, 10: 3}
"""The fewest numbers of lines of a page by their step."""

HEADING_ABOVE = 3.5
"""Heights of a number over the first one in which the heading of its column stands."""

ROWS = (0.8, 1.2)
"""Rows of text beside numbers of lines, as a share of those that they count; blank lines may be counted too."""


def set_overprint_apart(sheets: Sequence[SheetWords]) -> list[SheetWords]:
    """Move the words of stamps and the numbers of lines to ``overprint``."""
    taken = [_Taken(sheet) for sheet in sheets]
    _take_stamps(taken)
    _take_line_numbers(taken)
    return [page.sheet() for page in taken]


class _Taken:
    """A page and the words that are no part of its text, as stretches."""

    def __init__(self, sheet: SheetWords) -> None:
        self.whole = sheet
        self.words = list(sheet.words)
        self.stretches: list[list[PrintedWord]] = []

    def take(self, words: Sequence[PrintedWord]) -> None:
        """Take words away as one stretch."""
        if words:
            own = {id(word) for word in words}
            self.words = [word for word in self.words if id(word) not in own]
            self.stretches.append(list(words))

    def sheet(self) -> SheetWords:
        """The page without the words that were taken."""
        if not self.stretches:
            return self.whole
        return replace(self.whole, words=self.words, overprint=[*self.whole.overprint, *self.stretches])


def _take_stamps(pages: Sequence[_Taken]) -> None:
    sizes: Counter[float] = Counter()
    for page in pages:
        sizes.update(map(attrgetter("size"), page.words))
    usual = sizes.most_common(1)[0][0] if sizes else 0
    if max(sizes, default=0) < usual * LARGER:
        return
    large = [[word for word in page.words if word.size >= usual * LARGER] for page in pages]
    places = Counter(place for words in large for place in {_place(word) for word in words})
    often = {place for place, count in places.items() if count >= max(2, len(pages) / 2)}

    def may_be_stamp(word: PrintedWord) -> bool:
        return word.size >= usual * FAR_LARGER or _place(word) in often

    covering = [
        [word for word in words if may_be_stamp(word) and _covers(word, page.words)]
        for page, words in zip(pages, large, strict=True)
    ]
    stamps = {_place(word) for words in covering for word in words} & often
    for page, words, over in zip(pages, large, covering, strict=True):
        far_larger = {id(word) for word in over if word.size >= usual * FAR_LARGER}
        page.take([word for word in words if id(word) in far_larger or _place(word) in stamps])


def _place(word: PrintedWord) -> tuple[str, int, int]:
    return word.text, round(word.x0 / PLACE), round(word.top / PLACE)


def _covers(stamp: PrintedWord, words: Sequence[PrintedWord]) -> bool:
    """Tell whether smaller words stand under a word."""
    margin = (stamp.bottom - stamp.top) * CORE
    top, bottom = stamp.top + margin, stamp.bottom - margin
    return any(
        top < (word.top + word.bottom) / 2 < bottom and word.x0 < stamp.x1 and word.x1 > stamp.x0
        for word in words
        if word.size * LARGER <= stamp.size
    )


def _take_line_numbers(pages: Sequence[_Taken]) -> None:
    figures = _figures(pages)
    for left in (True, False):
        if all(len(of_page) < min(FEWEST.values()) for of_page in figures):
            return
        found = [_line_numbers(of_page, page.words, left) for of_page, page in zip(figures, pages, strict=True)]
        countable = sum(len(_rows(page.words)) >= min(FEWEST.values()) for page in pages) if any(found) else 0
        if not any(found) or sum(map(bool, found)) < countable / 2:
            continue
        if any(_is_column(numbers, page) for numbers, page in zip(found, pages, strict=True) if numbers):
            continue
        first = min(word.x0 for numbers in found for word in numbers)
        last = max(word.x1 for numbers in found for word in numbers)
        for page, numbers in zip(pages, found, strict=True):
            page.take(numbers or _rest(page.words, first, last))
        figures = _figures(pages)


def _figures(pages: Sequence[_Taken]) -> list[list[PrintedWord]]:
    return [[word for word in page.words if word[0].isdigit()] for page in pages]


def _line_numbers(figures: Sequence[PrintedWord], words: Sequence[PrintedWord], left: bool) -> list[PrintedWord]:
    """The numbers of the lines of a page in its left or right margin, from the top down; empty if it has none.

    They are among the ``figures`` that stand on it, and may be set flush left or flush right.
    """
    if len(figures) < min(FEWEST.values()):
        return []
    found: list[PrintedWord] = []
    for edge in (attrgetter("x0"), attrgetter("x1")):
        for place, count in Counter(round(edge(word)) for word in figures).most_common(3):
            if count < min(FEWEST.values()):
                break
            column = sorted((w for w in figures if abs(edge(w) - place) <= ALIGNED), key=lambda word: word.top)
            numbers = max(_stretches(column), key=len, default=[])
            if len(numbers) > max(1, len(found)) and _number_lines(numbers, words, left):
                found = numbers
    return found


def _stretches(column: Sequence[PrintedWord]) -> Iterator[list[PrintedWord]]:
    """The stretches of figures that count by the same step."""
    stretch: list[PrintedWord] = []
    for before, word in pairwise(column):
        step = int(word.text) - int(before.text)
        if stretch and step == int(stretch[1].text) - int(stretch[0].text):
            stretch.append(word)
        else:
            if stretch:
                yield stretch
            stretch = [before, word] if step in STEPS else []
    if stretch:
        yield stretch


def _number_lines(numbers: Sequence[PrintedWord], words: Sequence[PrintedWord], left: bool) -> bool:
    """Tell whether figures that count stand outside of the text and beside as many rows as they count."""
    step = int(numbers[1].text) - int(numbers[0].text)
    if len(numbers) < FEWEST[step]:
        return False
    own = {id(word) for word in numbers}
    top, bottom = numbers[0].top, numbers[-1].bottom
    beside = [w for w in words if id(w) not in own and top <= (w.top + w.bottom) / 2 <= bottom]
    edge = max(word.x1 for word in numbers) if left else min(word.x0 for word in numbers)
    if not beside or any((word.x0 < edge) if left else (word.x1 > edge) for word in beside):
        return False
    rows = len(_rows(beside))
    counted = (len(numbers) - 1) * step + 1
    return rows <= counted * ROWS[1] and (rows >= counted * ROWS[0] or step == 1)


def _is_column(numbers: Sequence[PrintedWord], page: _Taken) -> bool:
    """Tell whether figures that count are a column of a table: under a heading, or with level lines between them."""
    left, right = min(word.x0 for word in numbers), max(word.x1 for word in numbers)
    top, bottom = numbers[0].top, numbers[-1].bottom
    height = HEADING_ABOVE * (numbers[0].bottom - top)
    above = [word for word in page.words if word.bottom <= top + 1 and word.bottom > top - height]
    if any(left - ALIGNED <= word.x0 < right or left < word.x1 <= right + ALIGNED for word in above):
        return True
    level = {round(line.top) for line in page.whole.drawn if line.x0 < left and line.x1 > right and _is_level(line)}
    return sum(top < y < bottom for y in level) >= len(numbers) / 2


def _is_level(line: DrawnLine) -> bool:
    return line.x1 - line.x0 > 2 * (line.bottom - line.top)


def _rows(words: Sequence[PrintedWord]) -> list[float]:
    """The heights of the rows in which words stand, those of the first words."""
    rows: list[float] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        middle = (word.top + word.bottom) / 2
        if not rows or middle - rows[-1] > (word.bottom - word.top) / 2:
            rows.append(middle)
    return rows


def _rest(words: Sequence[PrintedWord], first: float, last: float) -> list[PrintedWord]:
    """The numbers of lines of a page with too few of them to tell, by the margin of those of other pages."""
    column = [w for w in words if w.text.isdigit() and first - ALIGNED <= w.x0 and w.x1 <= last + ALIGNED]
    return max(_stretches(sorted(column, key=lambda word: word.top)), key=len, default=[])
