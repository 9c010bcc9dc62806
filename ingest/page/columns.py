"""Prose in columns, as newsletters and brochures print it: each column is read to its foot before the next begins.

A page has two columns where hardly a line crosses the gutter between them, both sides are lines of prose that end near
the edge of their column, and their paragraphs do not begin side by side, as the cells of a table do. Lines that cross
the gutter part the page into bands, one below the other. A side may have columns of its own.

The words of a later column are moved under the first one, so that indents and ends of lines are compared within it;
``PrintedLine.column`` tells how far.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from statistics import median

from ingest.page.lines import Column, PrintedLine, lines_of
from ingest.page.rows import WordRun

BEGINS = 0.28
"""The part of the width of the text after which a second column may begin."""

WIDE = 0.15
"""The part of the width of the text that a line of a second column fills at least."""

ROWS, BOTH = 4, 12
"""The fewest lines of a column, and of two side by side."""

MOST = 600
"""Lines and parts of lines of a page of prose at most; each is compared with the others."""

GUTTER = 0.7
"""Times the size of type between two columns at least."""

CROSSING = 0.25
"""Lines that cross the gutter, as a part of those beside it at most."""

NEAR_EDGE, FULL = 0.3, 0.5
"""The part of the width of a column within which a line ends near its edge, and the share of lines that do."""

GOES_ON = 0.25
"""The share of lines of prose that begin within a sentence."""

WORDS = 3
"""Words of a line of prose, on the average."""

APART = 1.6
"""Times the size of type: lines further apart begin a paragraph."""

LEVEL = 1.5
"""Points between lines that begin side by side."""

CELLS = 0.6
"""The share of paragraphs that begin side by side in a table."""

LARGER = 0.9
"""Points by which the type of a heading is larger."""

BAR = 1.0
"""Points by which lines of a column may begin left of its edge."""


@dataclass(frozen=True, slots=True)
class _Band:
    """Runs of words between two lines that cross the gutter; with ``right`` in two columns."""

    left: list[WordRun]
    right: list[WordRun]


def page_lines(page: int, runs: Sequence[WordRun], edge: float | None) -> list[PrintedLine]:
    """The lines of a stretch of a page in reading order; ``edge`` is that of the second column of the page, if any."""
    if edge is None or not runs:
        return lines_of(page, runs)
    return [line for column, lines in _columns(page, runs, edge) for line in _placed(lines, column)]


def _placed(lines: list[PrintedLine], column: Column | None) -> Iterator[PrintedLine]:
    return (line._replace(column=column) if column else line for line in lines)


def _columns(
    page: int, runs: Sequence[WordRun], edge: float | None
) -> Iterator[tuple[Column | None, list[PrintedLine]]]:
    """The lines of each column and of each stretch without columns."""
    if edge is None:
        yield None, lines_of(page, runs)
        return
    for band in _bands(runs, edge):
        if not band.right:
            yield None, lines_of(page, band.left)
            continue
        first = min(run.x0 for run in band.left)
        for side in (band.left, band.right):
            shift = min(run.x0 for run in side) - first
            moved = [run.moved(shift) for run in side]
            right = max(run.x1 for run in moved)
            for inner, lines in _columns(page, moved, column_edge(moved)):
                own = Column(inner.shift + shift, inner.right) if inner else Column(shift, right)
                yield own, lines


def column_edge(runs: Sequence[WordRun]) -> float | None:
    """Where the second column of a page begins, in points; None if it has one."""
    edge = _edge(runs)
    return edge if edge is not None and any(_in_columns(band) for band in _all_bands(runs, edge)) else None


def _edge(runs: Sequence[WordRun]) -> float | None:
    """Where a second column begins, in points; None if none does."""
    if not BOTH <= len(runs) <= MOST:
        return None
    left, right = min(run.x0 for run in runs), max(run.x1 for run in runs)
    width = right - left
    starts = [run.x0 for run in runs if run.x0 > left + BEGINS * width and run.x1 - run.x0 >= WIDE * width]
    if len(starts) < ROWS:
        return None
    gutter = GUTTER * _size(runs)
    crossing = {edge: sum(run.x0 < edge - BAR and run.x1 > edge - gutter for run in runs) for edge in set(starts)}
    edge = min(sorted(crossing), key=crossing.__getitem__)
    beside = sum(run.x0 >= edge - BAR for run in runs)
    return edge if crossing[edge] <= CROSSING * 2 * beside else None


def _size(runs: Sequence[WordRun]) -> float:
    """The usual size of type, in points."""
    return median(run.words[0].size for run in runs)


def _bands(runs: Sequence[WordRun], edge: float) -> list[_Band]:
    """The bands of a page with columns from the top down; those without are taken together.

    A band has columns even if it is too short to tell, unless they are the cells of rows.
    """
    bands = [_Band([], [])]
    for band in _all_bands(runs, edge):
        if band.left and band.right and not _has_rows(band.left, band.right):
            bands += [band, _Band([], [])]
        else:
            bands[-1].left.extend((*band.left, *band.right))
    return [band for band in bands if band.left]


def _all_bands(runs: Sequence[WordRun], edge: float) -> Iterator[_Band]:
    """Each line across the gutter alone, and what stands between two of them."""
    size, band = _size(runs), _Band([], [])
    beside = [run for run in runs if run.x0 >= edge - BAR]
    for run in sorted(runs, key=attrgetter("lowest")):
        if run.x0 >= edge - BAR:
            band.right.append(run)
        elif run.x1 <= edge - GUTTER * size and not _heads_both(run, beside, size):
            band.left.append(run)
        else:
            yield band
            yield _Band([run], [])
            band = _Band([], [])
    yield band


def _heads_both(run: WordRun, beside: Iterable[WordRun], size: float) -> bool:
    """Tell whether a short line on the left is a heading over both columns: it stands out, and none is beside it."""
    if run.words[0].size < size + LARGER and not all(word.bold for word in run.words):
        return False
    return not any(other.bottom > run.top - size / 2 and other.top < run.bottom + size / 2 for other in beside)


def _in_columns(band: _Band) -> bool:
    """Tell whether the two sides of a band are columns of prose."""
    left, right = band.left, band.right
    if min(len(left), len(right)) < ROWS or len(left) + len(right) < BOTH:
        return False
    both = [*left, *right]
    if any(sum(len(run.words) for run in side) < WORDS * len(side) for side in (left, right)):
        return False
    going_on = sum(run.words[0].text[0].islower() for run in both)
    full = _full(left) + _full(right)
    return going_on >= GOES_ON * len(both) and full >= FULL * len(both) and not _has_rows(left, right)


def _full(runs: Sequence[WordRun]) -> int:
    """How many lines of a column end near its edge."""
    start, end = min(run.x0 for run in runs), max(run.x1 for run in runs)
    return sum(run.x1 >= end - NEAR_EDGE * (end - start) for run in runs)


def _has_rows(left: Sequence[WordRun], right: Sequence[WordRun]) -> bool:
    """Tell whether paragraphs begin side by side, as cells in the rows of a table do."""
    begin, beside = sorted((_beginnings(left), _beginnings(right)), key=len)
    level = sum(any(abs(top - other) < LEVEL for other in beside) for top in begin)
    return len(begin) > 1 and level >= CELLS * len(begin)


def _beginnings(runs: Sequence[WordRun]) -> list[float]:
    """The heights at which paragraphs of a column begin, in points from the top of the page."""
    ordered = sorted(runs, key=lambda run: run.top)
    new = (run for above, run in pairwise(ordered) if run.bottom - above.bottom > APART * run.words[0].size)
    return [ordered[0].top, *(run.top for run in new)]
