"""Ruled tables and frames: from the rules drawn on a page to cells, and from cells to rows.

In this order: rules that touch make one grid; their edges make a raster; raster fields with no rule between them are one
cell; fields that reach the outside without crossing a rule are none. A grid of one cell is a frame. A cell that spans several
columns or rows stands at its first one, the others stay empty, so that every row has the same number of cells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.page.words import Word

NEAR = 3.0
SPECK = 1.0
SHORT = 4.0
MAX_RULES = 3000


class Rule(NamedTuple):
    """A line drawn on the page, or the edge of a box, in points from the top left corner."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Field:
    """One cell of a grid with the words in it: its box, and its place in the raster."""

    x0: float
    top: float
    x1: float
    bottom: float
    row: int
    column: int
    columns: int
    words: list[Word] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """Cells that hang together by their rules; ``edges`` are the columns' x positions."""

    x0: float
    top: float
    x1: float
    bottom: float
    edges: tuple[float, ...]
    rows: int
    fields: list[Field]

    @property
    def columns(self) -> int:
        """How many columns the raster has."""
        return len(self.edges) - 1


class _Span(NamedTuple):
    at: float
    start: float
    end: float


def _split(rules: Iterable[Rule]) -> tuple[list[_Span], list[_Span]]:
    flat, upright = [], []
    for rule in rules:
        wide, high = rule.x1 - rule.x0, rule.bottom - rule.top
        if wide > 2 * high and wide > SPECK:
            flat.append(_Span((rule.top + rule.bottom) / 2, rule.x0, rule.x1))
        elif high > 2 * wide and high > SPECK:
            upright.append(_Span((rule.x0 + rule.x1) / 2, rule.top, rule.bottom))
    return flat, upright


def _merge(spans: list[_Span]) -> list[_Span]:
    """Rules on one line that touch or overlap are one rule."""
    merged: list[_Span] = []
    for at in _levels([span.at for span in spans]):
        row = sorted((s.start, s.end) for s in spans if abs(s.at - at) <= NEAR)
        spans = [s for s in spans if abs(s.at - at) > NEAR]
        start, end = None, 0.0
        for a, b in row:
            if start is None:
                start, end = a, b
            elif a <= end + NEAR:
                end = max(end, b)
            else:
                merged.append(_Span(at, start, end))
                start, end = a, b
        if start is not None:
            merged.append(_Span(at, start, end))
    return [span for span in merged if span.end - span.start > SHORT]


def _levels(values: Iterable[float]) -> list[float]:
    """Positions, those that lie together taken as one."""
    levels: list[list[float]] = []
    for value in sorted(values):
        if levels and value - levels[-1][-1] <= NEAR and value - levels[-1][0] <= 2 * NEAR:
            levels[-1].append(value)
        else:
            levels.append([value])
    return [sum(level) / len(level) for level in levels]


def _groups(flat: list[_Span], upright: list[_Span]) -> list[tuple[list[_Span], list[_Span]]]:
    """Rules that cross or touch each other, directly or through others."""
    parent = list(range(len(flat) + len(upright)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(flat):
        for j, v in enumerate(upright):
            if h.start - NEAR <= v.at <= h.end + NEAR and v.start - NEAR <= h.at <= v.end + NEAR:
                parent[root(i)] = root(len(flat) + j)
    groups: dict[int, tuple[list[_Span], list[_Span]]] = {}
    for i, h in enumerate(flat):
        groups.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(upright):
        groups.setdefault(root(len(flat) + j), ([], []))[1].append(v)
    return [group for group in groups.values() if len(group[0]) >= 2 and len(group[1]) >= 2]


def _covers(spans: Sequence[_Span], at: float, start: float, end: float) -> bool:
    middle = (start + end) / 2
    return any(abs(s.at - at) <= NEAR and s.start - NEAR <= middle <= s.end + NEAR for s in spans)


def _grid(flat: list[_Span], upright: list[_Span]) -> Grid | None:
    xs, ys = _levels(s.at for s in upright), _levels(s.at for s in flat)
    wide, high = len(xs) - 1, len(ys) - 1
    if wide < 1 or high < 1:
        return None
    outside = wide * high
    parent = list(range(outside + 1))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for r in range(high):
        for k in range(wide):
            here = r * wide + k
            if not _covers(upright, xs[k], ys[r], ys[r + 1]):
                parent[root(here)] = root(here - 1 if k else outside)
            if k == wide - 1 and not _covers(upright, xs[k + 1], ys[r], ys[r + 1]):
                parent[root(here)] = root(outside)
            if not _covers(flat, ys[r], xs[k], xs[k + 1]):
                parent[root(here)] = root(here - wide if r else outside)
            if r == high - 1 and not _covers(flat, ys[r + 1], xs[k], xs[k + 1]):
                parent[root(here)] = root(outside)
    cells: dict[int, list[tuple[int, int]]] = {}
    for r in range(high):
        for k in range(wide):
            if (name := root(r * wide + k)) != root(outside):
                cells.setdefault(name, []).append((r, k))
    if not cells:
        return None
    fields = []
    for members in cells.values():
        r0, r1 = min(r for r, _ in members), max(r for r, _ in members)
        k0, k1 = min(k for _, k in members), max(k for _, k in members)
        fields.append(Field(xs[k0], ys[r0], xs[k1 + 1], ys[r1 + 1], r0, k0, k1 - k0 + 1))
    fields.sort(key=lambda f: (f.row, f.column))
    return Grid(xs[0], ys[0], xs[-1], ys[-1], tuple(xs), high, fields)


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables and frames of a page, from the top down. Pages with fewer than four rules have none."""
    if not 4 <= len(rules) <= MAX_RULES:
        return []
    flat, upright = _split(rules)
    if len(flat) < 2 or len(upright) < 2:
        return []
    grids = [grid for group in _groups(_merge(flat), _merge(upright)) if (grid := _grid(*group))]
    return sorted(grids, key=lambda grid: (grid.top, grid.x0))


def take_words(grids: Sequence[Grid], words: Iterable[Word]) -> list[Word]:
    """Put each word into the cell in which its middle lies; hand back those that lie in none."""
    if not grids:
        return list(words)
    loose = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        near = [grid for grid in grids if grid.x0 <= x <= grid.x1 and grid.top <= y <= grid.bottom]
        fits = [f for grid in near for f in grid.fields if f.x0 <= x <= f.x1 and f.top <= y <= f.bottom]
        if fits:
            min(fits, key=lambda f: (f.x1 - f.x0) * (f.bottom - f.top)).words.append(word)
        else:
            loose.append(word)
    return loose
