"""Tables that stand beside each other on one sheet, parted: rows of a sheet go through all of them.

What heads a table of actions is looked for row by row. From its columns others are parted, in this order: those behind
an empty column that begin with the same heading, name an action of their own, have no heading in that row (a key, the
head of a table that begins lower), have one heading for several columns, or have mostly headings that plans do not
have; and those that repeat the headings of the table, also without an empty column. Columns of periods ("Q1") or of
progress belong to the table, however far they stand from it. The tables go down to the row in which the empty column
has words, and up to the titles that stand over both.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from ingest.readers.passages import Cell, Grid, Part, passages_of
from ingest.wording.plan_columns import ACTION_WORD, heads_actions, is_known_heading, is_period, squash

Row = tuple[str, tuple[Cell, ...]]
"""The place of a row in words, and its cells."""


class _Cut(NamedTuple):
    """Where tables part: the columns up to ``end`` and from ``start`` on, in the rows from ``top`` to ``bottom``."""

    end: int
    start: int
    top: int
    bottom: int


def parted(grid: Grid) -> Iterator[Part]:
    """The tables of a grid one after the other, with the titles over each; the grid itself where it is one table."""
    tables = [*_tables(grid.rows)]
    if len(tables) < 2:
        yield grid
        return
    for rows in tables:
        above = [*takewhile(_is_text_alone, rows)]
        for where, cells in above:
            yield from passages_of(cells, where)
        if table := rows[len(above) :]:
            yield Grid(table)


def _tables(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """The rows of each table, in reading order."""
    cut = next((found for at in range(len(rows)) if (found := _cut(rows, at))), None)
    if cut is None:
        yield tuple(rows)
        return
    if above := tuple(rows[: cut.top]):
        yield above
    for columns in (slice(None, cut.end), slice(cut.start, None)):
        yield from _tables([*_with_words((where, cells[columns]) for where, cells in rows[cut.top : cut.bottom])])
    if rows[cut.bottom :]:
        yield from _tables(rows[cut.bottom :])


def _cut(rows: Sequence[Row], at: int) -> _Cut | None:
    """Where the table that a row heads and one beside it are to be parted; None where they are not."""
    head = rows[at][1]
    texts = [_words(cell) for cell in head]
    if not heads_actions(texts):
        return None
    for end in range(2, len(head)):
        if not heads_actions(texts[:end]) or not _is_filled(head[end - 1]):
            continue
        bottom = _bottom(rows, at, end)
        if _is_filled(head[end]):
            if _is_again(texts[:end], texts[end:]):
                return _Cut(end, end, at, len(rows))
        elif bottom > at + 1 and (start := _next_column(rows[at:bottom], end)):
            last = _next_gap(rows[at:bottom], start)
            if _is_another(texts[:end], [cells[start:last] for _, cells in rows[at:bottom]]):
                return _Cut(end, start, _top(rows, at, end, start), bottom)
    return None


def _is_again(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether headings begin as those on their left do, and head a table of actions, too."""
    return bool(squash(right[0])) and squash(right[0]) == squash(left[0]) and heads_actions(right)


def _is_another(left: Sequence[str], right: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether columns behind an empty one are those of another table; the first of their rows may head them."""
    head = [_words(cell) for cell in right[0]]
    named = [text for text in head if text]
    used = {column for cells in right for column, cell in enumerate(cells) if _is_filled(cell)}
    if len(named) < 2:
        return not named or any(not _is_filled(right[0][column]) for column in used)
    if heads_actions(named):
        return _is_again(left, head) or any(map(ACTION_WORD.search, named))
    return sum(is_known_heading(text) or is_period(text) for text in named) * 2 < len(named)


def _bottom(rows: Sequence[Row], at: int, column: int) -> int:
    """The first row under a heading in which a column has anything in it."""
    return next((below for below in range(at + 1, len(rows)) if _is_filled(rows[below][1][column])), len(rows))


def _top(rows: Sequence[Row], at: int, end: int, start: int) -> int:
    """The first of the rows right above a heading that stand over both tables, with a title on the left at most."""
    while at and not any(map(_is_filled, rows[at - 1][1][end:start])):
        left, right = rows[at - 1][1][:end], rows[at - 1][1][start:]
        if not any(map(_words, right)) or sum(map(bool, map(_words, left))) > 1:
            break
        at -= 1
    return at


def _next_column(rows: Sequence[Row], end: int) -> int | None:
    """The first column behind an empty one that has anything in it."""
    columns = range(end + 1, len(rows[0][1]))
    return next((column for column in columns if any(_is_filled(cells[column]) for _, cells in rows)), None)


def _next_gap(rows: Sequence[Row], start: int) -> int:
    """The first empty column from another on, or the number of columns."""
    width = len(rows[0][1])
    columns = range(start, width)
    return next((column for column in columns if not any(_is_filled(cells[column]) for _, cells in rows)), width)


def _words(cell: Cell) -> str:
    return " ".join(cell.paragraphs)


def _is_filled(cell: Cell) -> bool:
    return bool(cell.paragraphs) or cell.merged


def _with_words(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if any(map(_words, row[1])))


def _is_text_alone(row: Row) -> bool:
    return sum(map(bool, map(_words, row[1]))) == 1
