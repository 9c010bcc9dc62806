"""The headings and columns of tables without drawn lines.

A row of headings is one that plans have, or "Judgement" and "Grade". Columns are told by the gaps that run down between
all rows under them; a cell that fills its column may leave less room, where words of several rows begin at one place.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, takewhile

from ingest.page.aligned_rows import (
    EDGE,
    FEWEST_COLUMNS,
    Columns,
    Words,
    left_of,
    right_of,
    top_of,
)
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
NEAR = 1.35  # at most, from one line of a heading to the next
GUTTER = 0.3  # at least, between two columns; a space between words is narrower

ALIGNED = 1.0
"""Points in which left edges of one column may differ."""

NARROW = 2
"""Rows more than which begin at one place where a column has no room."""

LOOKED_AT = 24
"""Lines from the headings on in which the starts of columns are looked for."""


def may_head(words: Iterable[PrintedWord]) -> bool:
    """Tell whether the page has words that the headings of such a table have: most pages have none."""
    return not HEADING_WORDS.isdisjoint([word[0][:4] for word in words])


def split(row: Words, starts: Collection[int] = ()) -> list[Words]:
    """The words of a row that stand together; a word at one of the starts of columns stands apart."""
    parts = [row[:1]]
    for before, word in pairwise(row):
        distance = word.x0 - before.x1
        if distance > GAP * word.size or (distance > GUTTER * word.size and _step(word.x0) in starts):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def parts_of(rows: Sequence[Words], at: int, lines: int, starts: Collection[int] = ()) -> list[Words]:
    """The headings that stand in some lines, each with all of its words."""
    parts: list[Words] = []
    for row in rows[at : at + lines]:
        for part in split(row, starts):
            over = [p for p in parts if left_of(part) < right_of(p) and right_of(part) > left_of(p)]
            if len(over) == 1:
                over[0].extend(part)
            else:
                parts.append(part)
    return sorted(parts, key=left_of)


def heading_at(rows: Sequence[Words], at: int) -> int:
    """How many lines from a row on are the headings of a table of actions or judgements; 0 where they are none."""
    if len(rows[at]) > LONGEST_ALONE and len(split(rows[at])) == 1:
        return 0
    if heads_judgements([spell(part) for part in split(rows[at])]):
        return 1
    starts = starts_in(rows[at + 1 : at + LOOKED_AT]) if may_head(rows[at]) else ()
    for lines in range(_lines_near(rows, at), 0, -1):
        texts = [spell(part) for part in parts_of(rows, at, lines, starts)]
        known = all(map(is_known_heading, texts)) if lines > 1 else True
        if len(texts) >= FEWEST_COLUMNS and known and heads_actions(texts):
            return lines
    return 0


def _lines_near(rows: Sequence[Words], at: int) -> int:
    """How many lines from a row on may be one heading: they stand as near as the lines of a cell."""
    most = min(HEADING_LINES, len(rows) - at)
    steps = (top_of(rows[at + more]) - top_of(rows[at + more - 1]) for more in range(1, most))
    return 1 + sum(1 for _ in takewhile(lambda step: step < NEAR * rows[at][0].size, steps))


def _step(x: float) -> int:
    """A left edge in steps in which those of one column are compared."""
    return round(x / ALIGNED)


def starts_in(rows: Sequence[Words]) -> set[int]:
    """Where the parts of several rows begin, in steps: a full cell may leave less room than there is elsewhere.

    In a narrow column none leaves more; there three rows have to begin at one place.
    """
    wide = Counter(_step(left_of(part)) for row in rows for part in split(row)[1:])
    narrow = Counter(
        _step(word.x0)
        for row in rows
        for before, word in pairwise(row)
        if GUTTER * word.size < word.x0 - before.x1 <= GAP * word.size
    )
    return {step for step in wide | narrow if wide[step] > 1 or wide[step] + narrow[step] > NARROW}


def _gaps(rows: Sequence[Words], starts: Collection[int]) -> list[tuple[float, float]]:
    """The stretches of a page's width in which no row has words."""
    spans = sorted((left_of(part), right_of(part)) for row in rows for part in split(row, starts))
    gaps: list[tuple[float, float]] = []
    end = spans[0][1]
    for left, right in spans[1:]:
        if left > end:
            gaps.append((end, left))
        end = max(end, right)
    return gaps


def columns_under(rows: Sequence[Words], headings: Sequence[Words], starts: Collection[int]) -> Columns | None:
    """The columns under the headings; None where no gap runs down between two of them."""
    gaps = [gap for gap in _gaps(rows, starts) if gap[1] - gap[0] >= GUTTER * rows[0][0].size]
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
