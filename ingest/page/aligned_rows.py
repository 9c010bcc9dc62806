"""The rows of a table without drawn lines: which of its lines begin one.

In this order: lines drawn across the table; wider space between rows, each of which fills at least half of the columns;
a reference in front of each row, behind wider space; every line, where all fill both of two columns, or most of more
and none stands as near as lines of one cell; else, where all lines stand equally near, the cells that are filled again.
There a line goes on in cells that had no room left for its first word, or in small letters. What is not sure gives no
rows.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.page.tables import DrawnLine
from ingest.page.words import PrintedWord, spell

FEWEST_ROWS = 3
FEWEST_COLUMNS = 3
PAIR = 2

# Distances as multiples of the size of type.
SPACE = 0.3  # between two words
WIDER = 0.2  # by which the space between rows is wider than that between lines

APART = 1.7  # from one line to the next where no cell goes on

EDGE = 2.0
"""Points between the words of a table and the lines around it."""
ACROSS = 0.6
"""The part of a table's width that a line drawn between rows spans at least."""
REFERENCE = re.compile(r"[A-Z]{0,4}\s?\d{1,3}(?:[.)]\d{0,3})*[a-z]?[.)]?")
Words = list[PrintedWord]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns of a table begin and end, in points."""

    edges: tuple[float, ...]

    def fit(self, words: Iterable[PrintedWord]) -> bool:
        """Tell whether no word stands across an edge, or outside."""
        inner = self.edges[1:-1]
        return all(
            self.edges[0] <= word.x0
            and word.x1 <= self.edges[-1]
            and not any(word.x0 < edge < word.x1 for edge in inner)
            for word in words
        )

    def spans(self, words: Words) -> bool:
        """Tell whether words begin in the first column and go beyond it."""
        return words[0].x0 < self.edges[1] < right_of(words)

    @property
    def number(self) -> int:
        """How many columns there are."""
        return len(self.edges) - 1

    def cells(self, words: Iterable[PrintedWord]) -> dict[int, Words]:
        """The words of a line by the columns in which they stand."""
        found: dict[int, Words] = {}
        for word in words:
            middle = (word.x0 + word.x1) / 2
            found.setdefault(sum(edge < middle for edge in self.edges[1:-1]), []).append(word)
        return found

    def filled(self, words: Iterable[PrintedWord]) -> frozenset[int]:
        """The columns in which words stand."""
        return frozenset(self.cells(words))


def left_of(words: Iterable[PrintedWord]) -> float:
    """Where words begin on the page, in points."""
    return min(word.x0 for word in words)


def right_of(words: Iterable[PrintedWord]) -> float:
    """Where words end."""
    return max(word.x1 for word in words)


def top_of(words: Iterable[PrintedWord]) -> float:
    """How far down the page words begin."""
    return min(word.top for word in words)


def bottom_of(words: Iterable[PrintedWord]) -> float:
    """How far down the page words end."""
    return max(word.bottom for word in words)


def starts_of(
    body: Sequence[Words], columns: Columns, drawn: Sequence[DrawnLine], *, goes_on: bool = False
) -> list[int]:
    """The lines with which rows begin; none where it is not clear. With ``goes_on`` the first may be half a row."""
    ruled = _ruled_starts(body, columns, drawn)
    if ruled:
        return ruled
    pitches = [top_of(below) - top_of(above) for above, below in pairwise(body)]
    if not pitches:
        return [0]
    wider = _wider(body, columns)
    filled = [columns.filled(line) for line in body]
    groups = _groups(filled, wider)[1 if goes_on else 0 :]
    if any(wider) and all(2 * len(group) >= columns.number for group in groups):
        spaced = [0, *(at for at, wide in enumerate(wider, 1) if wide)]
        return [] if _hide_rows(body, spaced, columns) else spaced
    if keyed := _keyed(body, columns, wider):
        return keyed
    if columns.number == PAIR and not any(wider) and all(len(cells) == PAIR for cells in filled):
        return list(range(len(body)))
    if min(pitches) > APART * body[0][0].size and all(2 * len(cells) > columns.number for cells in filled):
        return list(range(len(body)))
    starts = [at for at, cells in enumerate(filled) if cells >= filled[0]]
    if any(wider) or len(filled[0]) < FEWEST_COLUMNS:
        return []
    return starts if all(_is_clear(body, at, at in starts, columns) for at in range(1, len(body))) else []


def _wider(body: Sequence[Words], columns: Columns) -> list[bool]:
    """Whether more space stands over each line but the first than between two lines of one cell.

    The lines of cells that are centred beside higher ones stand between the lines of these, with less space.
    """
    spaces: list[float] = []
    within: list[float] = []
    lowest = bottom_of(body[0])
    bottoms = {column: bottom_of(words) for column, words in columns.cells(body[0]).items()}
    for line in body[1:]:
        spaces.append(top_of(line) - lowest)
        lowest = max(lowest, bottom_of(line))
        for column, words in columns.cells(line).items():
            within += [top_of(words) - bottoms[column]] if column in bottoms else []
            bottoms[column] = bottom_of(words)
    usual = min(within, default=min(spaces, default=0.0))
    return [space > usual + WIDER * body[0][0].size for space in spaces]


def _keyed(body: Sequence[Words], columns: Columns, wider: Sequence[bool]) -> list[int]:
    """The lines with a reference in front, each behind wider space, where all cells of a row begin with it."""
    cells = [columns.cells(line) for line in body]
    starts = [at for at, line in enumerate(cells) if 0 in line]
    if starts[:1] != [0] or not all(wider[at - 1] for at in starts[1:]):
        return []
    refs = [spell(cells[at][0]) for at in starts]
    rows = [cells[at:end] for at, end in pairwise([*starts, len(cells)])]
    together = all(line.keys() <= row[0].keys() for row in rows for line in row)
    return starts if together and all(REFERENCE.fullmatch(ref) for ref in refs) else []


def _groups(filled: Sequence[frozenset[int]], wider: Sequence[bool]) -> list[frozenset[int]]:
    """The columns that are filled in each row, its lines taken together."""
    groups = [filled[0]]
    for cells, wide in zip(filled[1:], wider, strict=True):
        if wide:
            groups.append(cells)
        else:
            groups[-1] |= cells
    return groups


def _hide_rows(body: Sequence[Words], starts: Collection[int], columns: Columns) -> bool:
    """Tell whether a line inside a row looks like the first of another.

    Several cells begin anew and none goes on, or one of at least three.

    A cell begins anew with a large letter or a figure although the line above it had room left for its first word.
    """
    above: dict[int, Words] = {}
    for at, line in enumerate(body):
        cells = columns.cells(line)
        both = {} if at in starts else {column: words for column, words in cells.items() if column in above}
        small = any(words[0].text[:1].islower() for words in cells.values())
        anew = sum(_had_room(above[column], words, columns.edges[column + 1]) for column, words in both.items())
        if not small and (anew > 1 or (anew and len(both) >= FEWEST_COLUMNS)):
            return True
        above = cells if at in starts else above | cells
    return False


def _had_room(above: Words, words: Words, edge: float) -> bool:
    """Tell whether the line above in a cell, whose right edge is given, had room left for the first word of a line."""
    first = words[0]
    return above[-1].x1 + SPACE * first.size + first.x1 - first.x0 < edge - EDGE


def _is_clear(body: Sequence[Words], at: int, starts: bool, columns: Columns) -> bool:
    """Tell whether a line surely begins a row, or surely goes on with the one above, where all lines stand as near.

    A line goes on in the cells that had no room left for its first word, or in small letters. A row begins where no
    cell does the latter, and one of them had room left.
    """
    above, line = columns.cells(body[at - 1]), columns.cells(body[at])
    small = [words[0].text[:1].islower() for words in line.values()]
    room = [
        _had_room(above[column], words, columns.edges[column + 1]) for column, words in line.items() if column in above
    ]
    if starts:
        return not any(small) and any(room)
    return len(room) == len(line) and not any(free for free, low in zip(room, small, strict=True) if not low)


def _ruled_starts(body: Sequence[Words], columns: Columns, drawn: Sequence[DrawnLine]) -> list[int]:
    """The lines behind which a line is drawn across the table, in one piece or under each cell."""
    across = _across(drawn, ACROSS * (columns.edges[-1] - columns.edges[0]))
    between = [
        at
        for at, (above, below) in enumerate(pairwise(body), 1)
        if any((top_of(above) + bottom_of(above)) / 2 < y < (top_of(below) + bottom_of(below)) / 2 for y in across)
    ]
    return [0, *between] if len(between) >= FEWEST_ROWS - 1 else []


def _across(drawn: Iterable[DrawnLine], width: float) -> list[float]:
    """The heights at which level lines are as wide together, in points."""
    widths: dict[int, float] = {}
    for line in drawn:
        if line.bottom - line.top < line.x1 - line.x0:
            level = round((line.top + line.bottom) / 2)
            widths[level] = widths.get(level, 0.0) + line.x1 - line.x0
    return [float(level) for level, together in widths.items() if together >= width]
