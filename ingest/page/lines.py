"""Lines of a page: words with boxes become printed lines, by geometry alone.

Words that overlap in height stand on one row. A row is cut at a wide gap, because its parts then belong to different
columns; the gap between a number or bullet and its text is not counted. Columns that stand side by side are read one
after the other; where the first holds labels, their values stand beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from ingest.blocks import Box
from ingest.page.lists import LineMarker, find_marker
from ingest.page.rows import WordRun, rows_of, word_runs
from ingest.page.turns import Turn
from ingest.page.words import PrintedWord, spell

# Distances as multiples of the size of type.
COLUMN_GAP = 2.6  # between two columns
GLUED_GAP = 0.12  # at most, between parts of one word
SPACE = 0.4  # at least, before a word at which an open column begins
CLOSE = 0.39  # less than a space, so that nothing more need be asked
CONTENTS_GAP = 1.4  # before the page number in a list of contents
DESCENT = 0.21  # from the bottom of a word's box up to its base line
RAISED = 0.12  # at least, from the base line of the text up to that of a raised figure

LABELLED = 2  # columns, of which the first may hold labels
ALIGNED = 1.0  # points between left edges that are one
SMALL = 0.85  # ratio of sizes below which a figure may be a raised one
LEADER = re.compile(r"[.…_·\s]{3,}$")
NOTE = re.compile(r"^\d{1,3}$")
MARKER = re.compile(r"^(?:\(?\w{1,4}[.)]|\d{1,3}(?:\.\d{1,3})*\.?|[^\w\s(]|o)$")


class Column(NamedTuple):
    """A column of a page: how far its words were moved left to stand under the first one, and its right edge there."""

    shift: float
    right: float


class PrintedLine(NamedTuple):
    """A printed line of one column, with its box in points from the top left corner of the page.

    ``text`` leaves out raised figures, ``orig`` has every word. ``size`` is the size of type of most letters in
    points. ``bold`` is True when every word is bold, ``strong`` counts the bold letters. ``first_width`` is the width
    of the first word in points. ``marker`` is the bullet, number or letter in front of the line. ``note`` is the
    figure with which the line begins, if a footnote may begin there; ``page_number`` the figure with which a line of
    contents ends. ``turn`` is that of text on its side, whose places are those of its own frame; ``column`` that of
    prose in columns, whose places are those of the first column.
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
    turn: Turn | None = None
    column: Column | None = None

    @property
    def box(self) -> Box:
        """The page of the line and its box on the page as it is shown, in tenths of a point."""
        x0, top, x1, bottom = self.x0, self.top, self.x1, self.bottom
        if self.column:
            x0, x1 = x0 + self.column.shift, x1 + self.column.shift
        if self.turn:
            x0, top, x1, bottom = self.turn.shown((x0, top, x1, bottom))
        return Box(self.page, round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1))


def _base(word: PrintedWord) -> float:
    """Estimate how far down the page the base line of a word lies, in points."""
    return word.bottom - DESCENT * word.size


def _raise_figures(words: Sequence[PrintedWord]) -> Sequence[PrintedWord]:
    """Mark small figures above the base line of the tallest word as raised.

    Bullets are often set in a larger font; they are measured only when no word of the line has letters.
    """
    lettered = [word for word in words if any(letter.isalpha() for letter in word.text)]
    tallest = max(lettered or words, key=lambda word: word.size)
    limit = _base(tallest) - RAISED * tallest.size
    return [
        word._replace(raised=True)
        if word.size < tallest.size * SMALL and word.text.isdigit() and _base(word) < limit
        else word
        for word in words
    ]


def make_line(page: int, words: Sequence[PrintedWord]) -> PrintedLine:
    """Make one line of words that stand side by side, given from left to right. Raised figures are found here."""
    texts, lefts, tops, rights, bottoms, sizes, bolds, raised, glued, _ = zip(*words, strict=True)
    text = orig = spell(words) if any(glued) else " ".join(texts).strip()
    if any(raised) or sizes.count(sizes[0]) < len(sizes):
        words = _raise_figures(words)
        text, orig = spell(words), spell(words, raised=True)
        plain = [word for word in words if not word.raised] or words
        texts, _, tops, _, bottoms, sizes, bolds, *_ = zip(*plain, strict=True)
    first = words[0]
    return PrintedLine(
        page,
        text,
        text if orig == text else orig,
        min(lefts),
        min(tops),
        max(rights),
        max(bottoms),
        _usual_size(sizes, texts),
        all(bold or not printed.strip("–-—•") for bold, printed in zip(bolds, texts, strict=True)),
        sum(len(printed) for bold, printed in zip(bolds, texts, strict=True) if bold) if any(bolds) else 0,
        _first_end(words) - first.x0,
        find_marker(words),
        first.text if len(words) > 1 and NOTE.match(first.text) else None,
        _page_number(words),
    )


def _first_end(words: Sequence[PrintedWord]) -> float:
    """The right edge of the first word of a line, which may be printed in pieces."""
    pieces = takewhile(lambda word: word.glued and not word.raised, words[1:])
    return max((piece.x1 for piece in pieces), default=words[0].x1)


def _usual_size(sizes: Sequence[float], texts: Sequence[str]) -> float:
    """The size of most letters of words, the first of several."""
    if sizes.count(sizes[0]) == len(sizes):
        return sizes[0]
    letters: dict[float, int] = dict.fromkeys(sizes, 0)
    for size, text in zip(sizes, texts, strict=True):
        letters[size] += len(text)
    return max(letters, key=letters.__getitem__)


def _page_number(words: Sequence[PrintedWord]) -> str | None:
    """The figure that ends a line of contents, after a wide gap or leader dots; None for any other line."""
    last = words[-1]
    if len(words) < 2 or len(last.text) > 3 or not last.text.isdigit():
        return None
    before = words[-2]
    wide = last.x0 - before.x1 > CONTENTS_GAP * max(last.size, before.size)
    return last.text if wide or LEADER.search(before.text) else None


def _glue(row: list[PrintedWord]) -> list[PrintedWord]:
    """Mark words that touch the word before as glued to it, unless the file has a space there."""
    glued = row[:1]
    for before, word in pairwise(row):
        near = word.x0 - before.x1 < GLUED_GAP * word.size and not word.glued
        touches = near and not (word.spaced and word.size == before.size) and before.text[-1].isalnum()
        glued.append(word._replace(glued=True) if touches else word)
    return glued


def _parts(row: list[PrintedWord], columns: list[list[PrintedLine]]) -> list[list[PrintedWord]]:
    """Cut a row at wide gaps, and where an open column begins after more than a space.

    The gap after a number or bullet, and the gap before the figure that ends a row, are no gaps between columns.
    """
    edges = [min(line.x0 for line in column) for column in columns[1:]]
    parts = [row[:1]]
    for before, word in pairwise(row):
        distance = word.x0 - before.x1
        if distance < word.size * CLOSE:
            parts[-1].append(word)
            continue
        gap = distance / max(word.size, before.size, 1)
        wide = gap > COLUMN_GAP or (gap > SPACE and any(abs(word.x0 - edge) < ALIGNED for edge in edges))
        only_marker = len(parts[-1]) == 1 and MARKER.match(before.text)
        page_number = word is row[-1] and word.text.isdigit()
        if wide and not only_marker and not page_number:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def make_lines(page: int, words: Iterable[PrintedWord]) -> list[PrintedLine]:
    """The lines of a cell, in reading order: columns side by side are read one after the other."""
    return lines_of(page, word_runs(words))


def lines_of(page: int, runs: Iterable[WordRun]) -> list[PrintedLine]:
    """The lines of runs of words, in reading order."""
    lines: list[PrintedLine] = []
    columns: list[list[PrintedLine]] = []
    for row in rows_of(runs):
        parts = [make_line(page, part) for part in _parts(_glue(row), columns)]
        if columns and not _fits(columns, parts):
            lines.extend(_in_order(columns))
            columns = []
        if len(parts) == 1 and not columns:
            lines.extend(parts)
        else:
            _share(columns, parts)
    lines.extend(_in_order(columns))
    return lines


def _in_order(columns: list[list[PrintedLine]]) -> list[PrintedLine]:
    """The lines of columns, one column after the other; where one has labels only, each is followed by its value."""
    lines = [line for column in columns for line in column]
    if len(columns) == LABELLED and all(line.text.endswith(":") for line in columns[0]):
        lines.sort(key=lambda line: line.bottom - (line.size / 2 if line.text.endswith(":") else 0))
    return lines


def _overlaps(line: PrintedLine, column: list[PrintedLine]) -> bool:
    return line.x0 < max(part.x1 for part in column) and line.x1 > min(part.x0 for part in column)


def _fits(columns: list[list[PrintedLine]], parts: list[PrintedLine]) -> bool:
    """Tell whether a row can go on with the open columns: it is near, and no part stands under two of them."""
    below = max(line.bottom for column in columns for line in column)
    if parts[0].top - below > 2 * parts[0].size:
        return False
    return all(sum(_overlaps(part, column) for column in columns) <= 1 for part in parts)


def _share(columns: list[list[PrintedLine]], parts: list[PrintedLine]) -> None:
    """Put each part of a row under the column that it overlaps; a part under none opens a column."""
    for part in parts:
        for column in columns:
            if _overlaps(part, column):
                column.append(part)
                break
        else:
            columns.append([part])
            columns.sort(key=lambda column: min(line.x0 for line in column))
