"""Lines of a page: from words with boxes to printed lines, by geometry alone.

Words of one line overlap in height. A line is cut where a wide gap stands in it, for then it belongs to two columns; the
gap between a number or bullet and its text is no such gap. The columns of a stretch are read one after the other.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.blocks import Box

COLUMN_GAP = 2.6
GLUED_GAP = 0.12
SPACE = 0.4
ALIGNED = 1.0
MIXED_HEIGHTS = 1.6
MARKER = re.compile(r"^(?:\(?\w{1,4}[.)]|\d{1,3}(?:\.\d{1,3})*\.?|[^\w\s(]|o)$")


class Word(NamedTuple):
    """A word and where it stands, in points from the top left corner of its page.

    ``size`` is the size of type in points; ``raised`` marks figures that stand above the line: footnote markers.
    ``glued`` tells that no space stands between this word and the one before, ``spaced`` that the file has one there.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    raised: bool = False
    glued: bool = False
    spaced: bool = False


class Line(NamedTuple):
    """A printed line of one column, words from left to right. ``bold`` is True when every word is."""

    page: int
    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool

    @property
    def text(self) -> str:
        """The words as they are read, without raised figures."""
        return spell(self.words)

    @property
    def orig(self) -> str:
        """Every word of the line, raised figures too."""
        return spell(self.words, raised=True)

    @property
    def box(self) -> Box:
        """Where the line stands."""
        return Box(self.page, round(self.x0, 1), round(self.top, 1), round(self.x1, 1), round(self.bottom, 1))

    @property
    def mid(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def spell(words: Iterable[Word], raised: bool = False) -> str:
    """Write words on one line; raised figures only if they are asked for."""
    pieces: list[str] = []
    for word in words:
        if word.raised and not raised:
            continue
        if pieces and not word.glued:
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces).strip()


def _raise_figures(words: Sequence[Word]) -> Sequence[Word]:
    """Mark the small figures that stand above the line as raised; a bullet of another font is no measure of the line."""
    lettered = [word for word in words if any(letter.isalpha() for letter in word.text)]
    tallest = max(lettered or words, key=lambda word: word.size)
    if tallest.size == min(word.size for word in words):
        return words
    return [
        word._replace(raised=True)
        if word.size < tallest.size * 0.8 and word.text.isdigit() and word.bottom < tallest.bottom - 0.5
        else word
        for word in words
    ]


def make_line(page: int, words: Sequence[Word]) -> Line:
    """One line of words that stand side by side."""
    words = _raise_figures(words)
    plain = [word for word in words if not word.raised] or words
    sizes: dict[float, int] = {}
    for word in plain:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    return Line(
        page,
        tuple(words),
        min(word.x0 for word in words),
        min(word.top for word in plain),
        max(word.x1 for word in words),
        max(word.bottom for word in plain),
        max(sizes, key=lambda size: sizes[size]),
        all(word.bold or not word.text.strip("–-—•") for word in plain),
    )


def _runs(words: Iterable[Word]) -> list[list[Word]]:
    """Stretches of words that follow each other in the file and on the page: a cheap first sorting."""
    runs: list[list[Word]] = []
    last: Word | None = None
    for word in words:
        if (
            last is not None
            and word.x0 >= last.x1 - 1
            and abs(word.top + word.bottom - last.top - last.bottom) < word.size * 0.8
        ):
            runs[-1].append(word)
        else:
            runs.append([word])
        last = word
    return runs


def _figures(run: list[Word]) -> bool:
    return all(word.text.isdigit() for word in run)


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words that share a height, from the top of the page down, each row from left to right."""
    runs = sorted(_runs(words), key=lambda run: max(w.bottom + w.top for w in run))
    rows: list[list[Word]] = []
    top = bottom = 0.0
    for run in runs:
        run_top, run_bottom = min(w.top for w in run), max(w.bottom for w in run)
        overlap = min(bottom, run_bottom) - max(top, run_top)
        low, high = sorted((bottom - top, run_bottom - run_top))
        alike = not rows or high < MIXED_HEIGHTS * low or _figures(run if run_bottom - run_top == low else rows[-1])
        if rows and overlap > 0.5 * low and alike:
            rows[-1].extend(run)
            top, bottom = min(top, run_top), max(bottom, run_bottom)
        else:
            rows.append(list(run))
            top, bottom = run_top, run_bottom
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return rows


def _glue(row: list[Word]) -> list[Word]:
    glued = row[:1]
    for before, word in pairwise(row):
        apart = word.spaced and word.size == before.size
        touches = not apart and word.x0 - before.x1 < GLUED_GAP * word.size and before.text[-1].isalnum()
        glued.append(word._replace(glued=True) if touches and not word.glued else word)
    return glued


def _parts(row: list[Word], columns: list[list[Line]]) -> list[list[Word]]:
    """Cut a row where columns part: at a wide gap, or where an open column begins after more than a space."""
    edges = [min(line.x0 for line in column) for column in columns[1:]]
    parts = [row[:1]]
    for before, word in pairwise(row):
        gap = (word.x0 - before.x1) / max(word.size, before.size, 1)
        wide = gap > COLUMN_GAP or (gap > SPACE and any(abs(word.x0 - edge) < ALIGNED for edge in edges))
        only_marker = len(parts[-1]) == 1 and MARKER.match(before.text)
        page_number = word is row[-1] and word.text.isdigit()
        if wide and not only_marker and not page_number:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def make_lines(page: int, words: Iterable[Word]) -> list[Line]:
    """The lines of a page, or of a cell, in reading order: columns side by side are read one after the other."""
    lines: list[Line] = []
    columns: list[list[Line]] = []
    for row in _rows(words):
        parts = [make_line(page, part) for part in _parts(_glue(row), columns)]
        if columns and not _fits(columns, parts):
            lines.extend(line for column in columns for line in column)
            columns = []
        if len(parts) == 1 and not columns:
            lines.extend(parts)
        else:
            _share(columns, parts)
    lines.extend(line for column in columns for line in column)
    return lines


def _overlaps(line: Line, column: list[Line]) -> bool:
    return line.x0 < max(part.x1 for part in column) and line.x1 > min(part.x0 for part in column)


def _fits(columns: list[list[Line]], parts: list[Line]) -> bool:
    """Tell whether each part stands under no more than one of the open columns, near enough to go on with them."""
    below = max(line.bottom for column in columns for line in column)
    if parts[0].top - below > 2 * parts[0].size:
        return False
    return all(sum(_overlaps(part, column) for column in columns) <= 1 for part in parts)


def _share(columns: list[list[Line]], parts: list[Line]) -> None:
    for part in parts:
        for column in columns:
            if _overlaps(part, column):
                column.append(part)
                break
        else:
            columns.append([part])
            columns.sort(key=lambda column: min(line.x0 for line in column))
