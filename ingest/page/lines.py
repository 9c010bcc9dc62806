"""Lines of a page: from words with boxes to printed lines, by geometry alone.

Words of one line overlap in height. A line is cut where a wide gap stands in it, for then it belongs to two columns; the
gap between a number or bullet and its text is no such gap. The columns of a stretch are read one after the other.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.blocks import Box
from ingest.page.lists import LineMarker, find_marker
from ingest.page.words import PrintedWord, spell

COLUMN_GAP = 2.6
GLUED_GAP = 0.12
SPACE = 0.4
ALIGNED = 1.0
MIXED_HEIGHTS = 1.6
DESCENT = 0.21
RAISED = 0.12
SMALL = 0.85
CONTENTS_GAP = 1.4
LEADER = re.compile(r"[.…_·\s]{3,}$")
NOTE = re.compile(r"^\d{1,3}$")
MARKER = re.compile(r"^(?:\(?\w{1,4}[.)]|\d{1,3}(?:\.\d{1,3})*\.?|[^\w\s(]|o)$")


class TextLine(NamedTuple):
    """A printed line of one column.

    ``text`` is what is read, without raised figures; ``orig`` has every word. ``bold`` is True when every word is, ``strong``
    counts the letters that are. ``first_width`` is the width of the first word, ``marker`` the bullet, number or letter
    in front. ``note`` is the figure that opens a footnote, ``page_number`` the one that ends a line of contents.
    """

    page: int
    text: str
    orig: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    strong: int
    first_width: float
    marker: LineMarker | None
    note: str | None
    page_number: str | None

    @property
    def box(self) -> Box:
        """Where the line stands."""
        return Box(self.page, round(self.x0, 1), round(self.top, 1), round(self.x1, 1), round(self.bottom, 1))


def _base(word: PrintedWord) -> float:
    """The height of a word's base line, about."""
    return word.bottom - DESCENT * word.size


def _raise_figures(words: Sequence[PrintedWord]) -> Sequence[PrintedWord]:
    """Mark the small figures that stand above the line as raised; a bullet of another font is no measure of the line."""
    if len({word.size for word in words}) == 1:
        return words
    lettered = [word for word in words if any(letter.isalpha() for letter in word.text)]
    tallest = max(lettered or words, key=lambda word: word.size)
    limit = _base(tallest) - RAISED * tallest.size
    return [
        word._replace(raised=True)
        if word.size < tallest.size * SMALL and word.text.isdigit() and _base(word) < limit
        else word
        for word in words
    ]


def make_line(page: int, words: Sequence[PrintedWord]) -> TextLine:
    """One line of words that stand side by side."""
    words = _raise_figures(words)
    plain = [word for word in words if not word.raised] or words
    sizes: dict[float, int] = {}
    for word in plain:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    text = spell(words)
    full = spell(words, raised=True)
    first = words[0]
    return TextLine(
        page,
        text,
        text if full == text else full,
        min(word.x0 for word in words),
        min(word.top for word in plain),
        max(word.x1 for word in words),
        max(word.bottom for word in plain),
        max(sizes, key=lambda size: sizes[size]),
        all(word.bold or not word.text.strip("–-—•") for word in plain),
        sum(len(word.text) for word in plain if word.bold),
        first.x1 - first.x0,
        find_marker(words),
        first.text if len(words) > 1 and NOTE.match(first.text) else None,
        _page_number(words),
    )


def _page_number(words: Sequence[PrintedWord]) -> str | None:
    """The figure at the end of a line of contents: it stands after a wide gap or leader dots."""
    last = words[-1]
    if len(words) < 2 or len(last.text) > 3 or not last.text.isdigit():
        return None
    before = words[-2]
    wide = last.x0 - before.x1 > CONTENTS_GAP * max(last.size, before.size)
    return last.text if wide or LEADER.search(before.text) else None


def _runs(words: Iterable[PrintedWord]) -> list[list[PrintedWord]]:
    """Stretches of words that follow each other in the file and on the page: a cheap first sorting."""
    runs: list[list[PrintedWord]] = []
    last: PrintedWord | None = None
    for word in words:
        if (
            last is not None
            and word.x0 >= last.x1 - 1
            and abs(word.top + word.bottom - last.top - last.bottom) < min(word.size, last.size) * 0.8
        ):
            runs[-1].append(word)
        else:
            runs.append([word])
        last = word
    return runs


def _figures(run: list[PrintedWord]) -> bool:
    return all(word.text.isdigit() for word in run)


def _rows(words: Iterable[PrintedWord]) -> list[list[PrintedWord]]:
    """Words that share a height, from the top of the page down, each row from left to right."""
    runs = sorted(_runs(words), key=lambda run: max(w.bottom + w.top for w in run))
    rows: list[list[PrintedWord]] = []
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


def _glue(row: list[PrintedWord]) -> list[PrintedWord]:
    glued = row[:1]
    for before, word in pairwise(row):
        apart = word.spaced and word.size == before.size
        touches = not apart and word.x0 - before.x1 < GLUED_GAP * word.size and before.text[-1].isalnum()
        glued.append(word._replace(glued=True) if touches and not word.glued else word)
    return glued


def _parts(row: list[PrintedWord], columns: list[list[TextLine]]) -> list[list[PrintedWord]]:
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


def make_lines(page: int, words: Iterable[PrintedWord]) -> list[TextLine]:
    """The lines of a page, or of a cell, in reading order: columns side by side are read one after the other."""
    lines: list[TextLine] = []
    columns: list[list[TextLine]] = []
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


def _overlaps(line: TextLine, column: list[TextLine]) -> bool:
    return line.x0 < max(part.x1 for part in column) and line.x1 > min(part.x0 for part in column)


def _fits(columns: list[list[TextLine]], parts: list[TextLine]) -> bool:
    """Tell whether each part stands under no more than one of the open columns, near enough to go on with them."""
    below = max(line.bottom for column in columns for line in column)
    if parts[0].top - below > 2 * parts[0].size:
        return False
    return all(sum(_overlaps(part, column) for column in columns) <= 1 for part in parts)


def _share(columns: list[list[TextLine]], parts: list[TextLine]) -> None:
    for part in parts:
        for column in columns:
            if _overlaps(part, column):
                column.append(part)
                break
        else:
            columns.append([part])
            columns.sort(key=lambda column: min(line.x0 for line in column))
