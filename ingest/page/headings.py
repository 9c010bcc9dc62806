"""The type of a document's body, and which lines stand out from it as headings.

The size, leading and right edge of the body are measured over the whole document. A line that is larger or bolder is
set like a heading. The level of a heading is the rank of its type among all headings: size first, then weight.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.page.lines import PrintedLine

LARGER = 0.9  # points of size by which a line stands out
OFTEN = 0.3  # of the count of the commonest leading: a leading that counts too
SIZE = 12.0  # points, where a document states no size
LEADING = 1.21  # where a document has no two lines of one paragraph
STEPS = 50  # leadings are counted in steps of 1/50 of the size
TIGHTEST, WIDEST = 0.9, 1.9  # leadings that lines of one paragraph can have
DOUBLE = 3.0  # the widest leading of a text with blank lines between its lines
MOSTLY = 4  # times as many lines stand far apart as near each other in such a text
FULL = 0.97  # of all lines: the share that ends left of the right edge
HEADING_LENGTH = 260
"""Characters; a longer text in the type of a heading is a paragraph."""


@dataclass(frozen=True, slots=True)
class BodyType:
    """The type of a document's body.

    ``size`` is the size of type and ``right`` the x position at which full lines end, both in points. ``leading`` is
    the distance between two lines of a paragraph as a multiple of the size. ``margins`` are the left edges of
    paragraph numbers, in points.
    """

    size: float = SIZE
    leading: float = LEADING
    right: float = 530.0
    margins: tuple[float, ...] = ()


def measure(lines: Iterable[PrintedLine], margins: tuple[float, ...]) -> BodyType:
    """Measure the body of a document: its commonest size, its leading and its right edge; ``margins`` are kept."""
    sizes: Counter[float] = Counter()
    leadings: Counter[int] = Counter()
    doubled: Counter[int] = Counter()
    rights: list[float] = []
    before: PrintedLine | None = None
    for line in lines:
        sizes[line.size] += len(line.text)
        rights.append(line.x1)
        if before and before.page == line.page and before.size == line.size and line.size:
            step = (line.bottom - before.bottom) / line.size
            if TIGHTEST < step < WIDEST:
                leadings[round(step * STEPS)] += 1
            elif WIDEST <= step < DOUBLE and line.text[:1].islower():
                doubled[round(step * STEPS)] += 1
        before = line
    if not rights:
        return BodyType(margins=margins)
    rights.sort()
    if doubled.total() > MOSTLY * leadings.total():
        leadings = doubled
    # List items of one line each stand further apart than the lines of a paragraph, and a long list has many of them:
    # the smallest leading that is common counts, not the commonest.
    often = max(leadings.values(), default=0) * OFTEN
    leading = min((step for step, count in leadings.items() if count >= often), default=LEADING * STEPS) / STEPS
    return BodyType(sizes.most_common(1)[0][0] or SIZE, leading, rights[int(len(rights) * FULL)], margins)


def stands_out(line: PrintedLine, body: BodyType) -> bool:
    """Tell whether a line is set like a heading: larger than the body, or as large, bold and with letters."""
    if line.size > body.size + LARGER:
        return True
    return line.bold and line.size > body.size - LARGER and any(letter.isalpha() for letter in line.text)


def rank(kinds: Iterable[tuple[float, bool]]) -> dict[tuple[float, bool], int]:
    """The level of each type (size, bold) that headings use: 1 is the largest; of one size, bold precedes regular."""
    return {kind: level for level, kind in enumerate(sorted(set(kinds), reverse=True), 1)}
