"""Tables of actions or judgements without drawn columns: ruled by the alignment of their words.

A table begins with a row of headings that plans have, or with "Judgement" and "Grade". Its columns are clear where the
same gaps run down between all of its rows; it ends where words stand in a gap, where other headings follow, or far
below the last row. A line over all columns that stands between two drawn lines is a row of one cell. Its rows are told
by ``aligned_rows``; a table of fewer than three, or one whose rows are not clear, is left as it is. At the top of the
next page a table goes on in the same columns.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.page.aligned_rows import (
    EDGE,
    FEWEST_COLUMNS,
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
from ingest.page.words import PrintedWord, spell
from ingest.wording.judgement_columns import heads_judgements
from ingest.wording.plan_columns import heads_actions, is_known_heading

HEADING_LINES = 3
"""Lines over which the headings of columns may run."""

HEADING_WORDS = frozenset(
    form for word in ("Acti", "What", "Task", "Obje", "Step", "Judg") for form in (word, word.upper())
)
"""How the heading of the column of actions, or of that of judgements, begins."""

LONGEST_ALONE = 4
"""Words of a line of one part that may be the first line of a heading."""

# Distances as multiples of the size of type.
GAP = 0.9  # between two headings that stand side by side
GUTTER = 0.45  # at least, between two columns
FAR = 4.0  # from one row to the next, at most

AT_TOP = 3
"""Rows of words at the top of a page, running headers among them, behind which a table goes on at the latest."""


def rule_tables(sheets: Sequence[SheetWords]) -> list[SheetWords]:
    """Draw lines into the pages, around the cells of tables of actions that have none."""
    ruled: list[SheetWords] = []
    open_columns: Columns | None = None
    for sheet in sheets:
        lines, open_columns = _rule(sheet, open_columns)
        ruled.append(replace(sheet, drawn=[*sheet.drawn, *lines]) if lines else sheet)
    return ruled


def _rule(sheet: SheetWords, open_columns: Columns | None) -> tuple[list[DrawnLine], Columns | None]:
    """The lines for the tables of a page, and the columns of the one that may go on overleaf."""
    if open_columns is None and not _may_head(sheet.words):
        return [], None
    rows = printed_rows(sheet.words)
    lines: list[DrawnLine] = []
    at, last = 0, None
    if open_columns:
        begin, end = _rest(rows, open_columns, sheet.drawn)
        made = _drawn(rows[begin:end], 0, open_columns, sheet.drawn, fewest=1) if end > begin else []
        lines, at = lines + made, end
        last = open_columns if made and end >= len(rows) - 1 else None
    while at < len(rows):
        heading = _heading(rows, at)
        if not heading or _is_ruled(sheet.drawn, rows[at]):
            at += 1
            continue
        end = _end(rows, at, heading, sheet.drawn)
        headings = _parts(rows, at, heading)
        if len(headings) == PAIR and any(_is_ruled(sheet.drawn, row) for row in rows[at:end]):
            at += heading
            continue
        columns = _columns(_in_columns(rows, at, end, sheet.drawn), headings)
        made = _drawn(rows[at:end], heading, columns, sheet.drawn) if columns else []
        lines += made
        last = columns if made and end >= len(rows) - 1 else None
        at = end if made else at + heading
    return lines, last


def _may_head(words: Iterable[PrintedWord]) -> bool:
    """Tell whether the page has words that the headings of such a table have: most pages have none."""
    return not HEADING_WORDS.isdisjoint([word[0][:4] for word in words])


def _split(row: Words) -> list[Words]:
    """The words of a row that stand together."""
    parts = [row[:1]]
    for before, word in pairwise(row):
        if word.x0 - before.x1 > GAP * word.size:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _parts(rows: Sequence[Words], at: int, lines: int) -> list[Words]:
    """The headings that stand in some lines, each with all of its words."""
    parts: list[Words] = []
    for row in rows[at : at + lines]:
        for part in _split(row):
            over = [p for p in parts if left_of(part) < right_of(p) and right_of(part) > left_of(p)]
            if len(over) == 1:
                over[0].extend(part)
            else:
                parts.append(part)
    return sorted(parts, key=left_of)


def _heading(rows: Sequence[Words], at: int) -> int:
    """How many lines from a row on are the headings of a table of actions or judgements; 0 where they are none."""
    if len(rows[at]) > LONGEST_ALONE and len(_split(rows[at])) == 1:
        return 0
    if heads_judgements([spell(part) for part in _split(rows[at])]):
        return 1
    for lines in range(min(HEADING_LINES, len(rows) - at), 0, -1):
        texts = [spell(part) for part in _parts(rows, at, lines)]
        known = all(map(is_known_heading, texts)) if lines > 1 else True
        if len(texts) >= FEWEST_COLUMNS and known and heads_actions(texts):
            return lines
    return 0


def _gaps(rows: Iterable[Words]) -> list[tuple[float, float]]:
    """The stretches of a page's width in which no row has words."""
    spans = sorted((left_of(part), right_of(part)) for row in rows for part in _split(row))
    gaps: list[tuple[float, float]] = []
    end = spans[0][1]
    for left, right in spans[1:]:
        if left > end:
            gaps.append((end, left))
        end = max(end, right)
    return gaps


def _columns(rows: Sequence[Words], headings: Sequence[Words]) -> Columns | None:
    """The columns under the headings; None where no gap runs down between two of them."""
    gaps = [gap for gap in _gaps(rows) if gap[1] - gap[0] >= GUTTER * rows[0][0].size]
    inner: list[float] = []
    for first, second in pairwise(headings):
        between = [gap for gap in gaps if gap[1] > left_of(first) and gap[0] < right_of(second)]
        fitting = [gap for gap in between if gap[0] >= left_of(first) and gap[1] <= right_of(second)]
        if not fitting:
            return None
        start, stop = max(fitting, key=lambda gap: gap[1] - gap[0])
        inner.append((start + stop) / 2)
    words = [word for row in rows for word in row]
    return Columns((left_of(words) - EDGE, *inner, right_of(words) + EDGE))


def _is_across(rows: Sequence[Words], at: int, drawn: Sequence[DrawnLine]) -> bool:
    """Tell whether a row is one line of words between two lines that are drawn across and reach beyond it."""
    row = rows[at]
    if at == 0 or len(_split(row)) > 1:
        return False
    below = top_of(rows[at + 1]) if at + 1 < len(rows) else bottom_of(row) + FAR * row[0].size
    level = [line for line in drawn if line.x0 <= left_of(row) and line.x1 >= right_of(row) + FAR * row[0].size]
    gaps = ((bottom_of(rows[at - 1]) - EDGE, top_of(row) + EDGE), (bottom_of(row) - EDGE, below + EDGE))
    return all(any(start <= line.top <= line.bottom <= stop for line in level) for start, stop in gaps)


def _in_columns(rows: Sequence[Words], begin: int, end: int, drawn: Sequence[DrawnLine]) -> list[Words]:
    """The rows without those of one cell over all columns."""
    return [rows[at] for at in range(begin, end) if at == begin or not _is_across(rows, at, drawn)]


def _end(rows: Sequence[Words], at: int, heading: int, drawn: Sequence[DrawnLine]) -> int:
    """Where the table ends whose headings stand at a row: in front of the first row that does not go on with it."""
    headings = _parts(rows, at, heading)
    end = at + heading
    while end < len(rows):
        row, before = rows[end], rows[end - 1]
        far = top_of(row) - bottom_of(before) > FAR * row[0].size
        if far or _heading(rows, end):
            break
        within = _in_columns(rows, at, end + 1, drawn)
        if within[-1] is row and _columns(within, headings) is None:
            break
        end += 1
    if len(headings) == PAIR and (columns := _columns(rows[at:end], headings)):
        return _behind_grades(rows, at + heading, end, columns)
    return _without_tail(rows, at + heading, end)


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
    while end > begin and len(_split(rows[end - 1])) == 1 and _stands_apart(rows, end - 1, begin):
        end -= 1
    return end


def _stands_apart(rows: Sequence[Words], at: int, begin: int) -> bool:
    """Tell whether more space stands over a row than between the lines of the table."""
    spaces = [top_of(below) - top_of(above) for above, below in pairwise(rows[begin:at])]
    return bool(spaces) and top_of(rows[at]) - top_of(rows[at - 1]) > min(spaces) + WIDER * rows[at][0].size


def _rest(rows: Sequence[Words], columns: Columns, drawn: Sequence[DrawnLine]) -> tuple[int, int]:
    """Where, at the top of a page, the rest of a table begins and ends."""
    begin = next((at for at, row in enumerate(rows[:AT_TOP]) if columns.fit(row) and len(columns.filled(row)) > 1), 0)
    if not rows or not columns.fit(rows[begin]) or len(columns.filled(rows[begin])) < 2:
        return 0, 0
    end = begin + 1
    while end < len(rows) and not _heading(rows, end):
        if not columns.fit(rows[end]) and not _is_across(rows, end, drawn):
            break
        if top_of(rows[end]) - bottom_of(rows[end - 1]) > FAR * rows[end][0].size:
            break
        end += 1
    if columns.number == PAIR:
        return begin, _behind_grades(rows, begin, end, columns)
    return begin, _without_tail(rows, begin + 1, end)


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


def _drawn(
    rows: Sequence[Words], heading: int, columns: Columns, drawn: Sequence[DrawnLine], fewest: int = FEWEST_ROWS
) -> list[DrawnLine]:
    """The lines around the cells of a table; none where its rows are not clear, or too few."""
    body = rows[heading:]
    starts = starts_of(body, columns, drawn) if body else []
    if len(starts) < fewest:
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
