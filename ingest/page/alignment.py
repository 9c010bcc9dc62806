"""Tables of actions or judgements without drawn columns: ruled by the alignment of their words.

A table begins with a row of headings that plans have, or with "Judgement" and "Grade". Its columns are clear where the
same gaps run down between all of its rows; it ends where words stand in a gap, where other headings follow, or far
below the last row. A line over all columns that stands between two drawn lines is a row of one cell. Its rows are told
by ``aligned_rows``; a table whose rows are not clear, or that goes on below a line across its columns, is left as it
is, and so are fewer than three rows if a heading is unknown. At the top of the next page a table goes on in the same
columns.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from ingest.page.aligned_columns import LOOKED_AT, columns_under, heading_at, may_head, parts_of, split, starts_in
from ingest.page.aligned_rows import (
    EDGE,
    FEWEST_ROWS,
    PAIR,
    WIDER,
    Columns,
    Words,
    bottom_of,
    left_of,
    right_of,
    starts_of,
    top_of,
)
from ingest.page.layout import SheetWords
from ingest.page.rows import printed_rows
from ingest.page.tables import DrawnLine
from ingest.page.words import spell
from ingest.wording.plan_columns import is_known_heading

FAR = 4.0
"""From one row to the next, at most, as a multiple of the size of type."""

LOOKED_BELOW = 5
"""Lines below a table in which another of its rows is looked for."""

AT_TOP = 3
"""Rows of words at the top of a page, running headers among them, behind which a table goes on at the latest."""


class OpenTable(NamedTuple):
    """A table that may go on overleaf."""

    columns: Columns
    headings: str


def rule_tables(sheets: Sequence[SheetWords]) -> list[SheetWords]:
    """Draw lines into the pages, around the cells of tables of actions that have none; name those that have to stay."""
    ruled: list[SheetWords] = []
    table: OpenTable | None = None
    for sheet in sheets:
        if table is None and not may_head(sheet.words):
            ruled.append(sheet)
            continue
        page = _Page(sheet)
        page.rule(table)
        table, changed = page.open, page.lines or page.unread
        ruled.append(replace(sheet, drawn=[*sheet.drawn, *page.lines], unread=page.unread) if changed else sheet)
    return ruled


class _Page:
    """A page that is being ruled.

    ``lines`` are those around cells, ``unread`` the headings of tables whose rows cannot be told, ``open`` the table
    at its foot.
    """

    def __init__(self, sheet: SheetWords) -> None:
        self._rows = printed_rows(sheet.words)
        self._drawn = sheet.drawn
        self.lines: list[DrawnLine] = []
        self.unread: list[str] = []
        self.open: OpenTable | None = None

    def rule(self, table: OpenTable | None) -> None:
        """Rule the rest of a table of the page before, and the tables that begin here."""
        at = self._rest(table) if table else 0
        while at < len(self._rows):
            heading = heading_at(self._rows, at)
            at += self._table(at, heading) if heading and not _is_ruled(self._drawn, self._rows[at]) else 1

    def _rest(self, table: OpenTable) -> int:
        """Rule the rest of a table, and return how many lines it has with those above it."""
        begin, end = _rest(self._rows, table.columns, self._drawn)
        if end > begin:
            self._take(self._rows[begin:end], 0, table, 1, at_foot=end >= len(self._rows) - 1)
        return end

    def _table(self, at: int, heading: int) -> int:
        """Rule the table whose headings stand in some lines from one on, and return how many lines are done."""
        rows, drawn = self._rows, self._drawn
        starts = starts_in(rows[at : at + LOOKED_AT])
        end = _end(rows, at, heading, drawn, starts)
        headings = parts_of(rows, at, heading, starts)
        is_pair = len(headings) == PAIR
        if is_pair and any(_is_ruled(drawn, row) for row in rows[at:end]):
            return heading
        columns = columns_under(_in_columns(rows, at, end, drawn), headings, starts)
        texts = [*map(spell, headings)]
        if columns is None or (not is_pair and _goes_on_below(rows, end, columns)):
            self.unread += [] if is_pair else [", ".join(texts)]
            return heading
        fewest = 1 if all(map(is_known_heading, texts)) else FEWEST_ROWS
        table = OpenTable(columns, ", ".join(texts))
        return end - at if self._take(rows[at:end], heading, table, fewest, at_foot=end >= len(rows) - 1) else heading

    def _take(self, rows: Sequence[Words], heading: int, table: OpenTable, fewest: int, *, at_foot: bool) -> bool:
        """Rule some rows of a table, or name it; tells whether they were ruled."""
        made = _drawn(rows, heading, table.columns, self._drawn, fewest)
        self.lines += made
        if not made and table.columns.number > PAIR:
            self.unread.append(table.headings)
        if at_foot:
            self.open = table if made else None
        return bool(made)


def _is_across(rows: Sequence[Words], at: int, drawn: Sequence[DrawnLine]) -> bool:
    """Tell whether a row is one line of words between two lines that are drawn across and reach beyond it."""
    row = rows[at]
    if at == 0 or len(split(row)) > 1:
        return False
    below = top_of(rows[at + 1]) if at + 1 < len(rows) else bottom_of(row) + FAR * row[0].size
    level = [line for line in drawn if line.x0 <= left_of(row) and line.x1 >= right_of(row) + FAR * row[0].size]
    gaps = ((bottom_of(rows[at - 1]) - EDGE, top_of(row) + EDGE), (bottom_of(row) - EDGE, below + EDGE))
    return all(any(start <= line.top <= line.bottom <= stop for line in level) for start, stop in gaps)


def _in_columns(rows: Sequence[Words], begin: int, end: int, drawn: Sequence[DrawnLine]) -> list[Words]:
    """The rows without those of one cell over all columns."""
    return [rows[at] for at in range(begin, end) if at == begin or not _is_across(rows, at, drawn)]


def _end(rows: Sequence[Words], at: int, heading: int, drawn: Sequence[DrawnLine], starts: Collection[int]) -> int:
    """Where the table ends whose headings stand at a row: in front of the first row that does not go on with it."""
    headings = parts_of(rows, at, heading, starts)
    end = at + heading
    while end < len(rows):
        row, before = rows[end], rows[end - 1]
        far = top_of(row) - bottom_of(before) > FAR * row[0].size
        if far or heading_at(rows, end):
            break
        within = _in_columns(rows, at, end + 1, drawn)
        if within[-1] is row and columns_under(within, headings, starts) is None:
            break
        end += 1
    if len(headings) == PAIR and (columns := columns_under(rows[at:end], headings, starts)):
        return _behind_grades(rows, at + heading, end, columns)
    return _without_tail(rows, at + heading, end)


def _goes_on_below(rows: Sequence[Words], end: int, columns: Columns) -> bool:
    """Tell whether lines stand in the columns of a table right below a line that does not, which seemed to end it."""
    for at in range(end, min(end + LOOKED_BELOW, len(rows))):
        line = rows[at]
        if top_of(line) - bottom_of(rows[at - 1]) > FAR * line[0].size or heading_at(rows, at):
            return False
        if at > end and columns.fit(line) and len(columns.filled(line)) > 1:
            return True
    return False


def _behind_grades(rows: Sequence[Words], begin: int, end: int, columns: Columns) -> int:
    """The end of a table of judgements: behind its last grade, and the lines that go on at once with what is graded."""
    graded = [at for at in range(begin, end) if 1 in columns.filled(rows[at])]
    if not graded:
        return begin
    last = graded[-1] + 1
    while last < end and not _stands_apart(rows, last, begin):
        last += 1
    return last


def _without_tail(rows: Sequence[Words], begin: int, end: int) -> int:
    """The end without lines of one part below the table: a heading, or the foot of the page."""
    while end > begin and len(split(rows[end - 1])) == 1 and _stands_apart(rows, end - 1, begin):
        end -= 1
    return end


def _stands_apart(rows: Sequence[Words], at: int, begin: int) -> bool:
    """Tell whether more space stands over a row than between the lines of the table."""
    spaces = [top_of(below) - top_of(above) for above, below in pairwise(rows[begin:at])]
    return bool(spaces) and top_of(rows[at]) - top_of(rows[at - 1]) > min(spaces) + WIDER * rows[at][0].size


def _rest(rows: Sequence[Words], columns: Columns, drawn: Sequence[DrawnLine]) -> tuple[int, int]:
    """Where, at the top of a page, the rest of a table begins and ends."""
    begin = next((at for at, row in enumerate(rows[:AT_TOP]) if _is_rest(row, columns)), None)
    if begin is None or heading_at(rows, begin):
        return 0, 0
    end = begin + 1
    while end < len(rows) and not heading_at(rows, end):
        if not columns.fit(rows[end]) and not _is_across(rows, end, drawn):
            break
        if top_of(rows[end]) - bottom_of(rows[end - 1]) > FAR * rows[end][0].size:
            break
        end += 1
    if columns.number == PAIR:
        return begin, _behind_grades(rows, begin, end, columns)
    return begin, _without_tail(rows, begin + 1, end)


def _is_rest(row: Words, columns: Columns) -> bool:
    """Tell whether a line stands in columns: in several, or within a sentence that goes on in a later one."""
    filled = columns.filled(row)
    goes_on = 0 not in filled and row[0].text[:1].islower()
    return columns.fit(row) and (len(filled) > 1 or goes_on)


def _is_ruled(drawn: Sequence[DrawnLine], row: Words) -> bool:
    """Tell whether lines are drawn down between the words of a row."""
    top, bottom, left, right = top_of(row), bottom_of(row), left_of(row), right_of(row)
    return any(
        line.top < bottom
        and line.bottom > top
        and left < line.x0 <= line.x1 < right
        and line.x1 - line.x0 < line.bottom - line.top
        for line in drawn
    )


def _outer(columns: Columns, drawn: Sequence[DrawnLine], top: float, bottom: float) -> tuple[float, float]:
    """The left and right side of a table: those of its words, or of lines that are drawn across and reach beyond."""
    left, right = columns.edges[0], columns.edges[-1]
    within = (line for line in drawn if top <= line.top <= line.bottom <= bottom)
    level = [line for line in within if line.x0 <= left and line.x1 >= right]
    return min((left, *(line.x0 for line in level))), max((right, *(line.x1 for line in level)))


def _under_headings(rows: Sequence[Words], heading: int, columns: Columns) -> bool:
    """Tell whether the words of each cell stand under the heading of their column: a few rows tell no more of it."""
    heads = columns.cells(word for row in rows[:heading] for word in row)
    cells = [(column, words) for row in rows[heading:] for column, words in columns.cells(row).items()]
    return all(
        column in heads and left_of(words) < right_of(heads[column]) and right_of(words) > left_of(heads[column])
        for column, words in cells
    )


def _drawn(
    rows: Sequence[Words], heading: int, columns: Columns, drawn: Sequence[DrawnLine], fewest: int
) -> list[DrawnLine]:
    """The lines around the cells of a table; none where its rows are not clear, or too few."""
    body = rows[heading:]
    starts = starts_of(body, columns, drawn, goes_on=not heading) if body else []
    if len(starts) < fewest or (heading and len(starts) < FEWEST_ROWS and not _under_headings(rows, heading, columns)):
        return []
    top, bottom = top_of(rows[0]) - EDGE, bottom_of(rows[-1]) + EDGE
    tops = [heading + start for start in starts if heading + start > 0]
    between = [(bottom_of(rows[at - 1]) + top_of(rows[at])) / 2 for at in tops]
    ys = (top, *between, bottom)
    left, right = _outer(columns, drawn, top, bottom)
    edges = (left, *columns.edges[1:-1], right)
    across = [DrawnLine(left, y, right, y) for y in ys]
    firsts = [0, *tops] if heading else [heading + start for start in starts]
    parted = [_is_across(rows, at, drawn) and columns.spans(rows[at]) for at in firsts]
    down = [
        DrawnLine(x, upper, x, lower)
        for (upper, lower), is_one in zip(pairwise(ys), parted, strict=True)
        for x in ((left, right) if is_one else edges)
    ]
    return [*across, *down]
