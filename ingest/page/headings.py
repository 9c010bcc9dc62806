"""Which type is a heading's: the body's size and weight are measured, what is bolder or larger stands out.

The level of a heading is the rank of its type among all headings of the document: size first, then weight.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.page.lines import TextLine

LARGER = 0.9
OFTEN = 0.3
LEADING = 1.21
HEADING_LENGTH = 260


@dataclass(frozen=True, slots=True)
class BodyType:
    """The type of a document's body.

    ``size`` is in points; ``leading`` the distance of two lines of a paragraph, as a multiple of the size; ``right`` where
    full lines end; ``margins`` the left edges of paragraph numbers.
    """

    size: float = 12.0
    leading: float = LEADING
    right: float = 530.0
    margins: tuple[float, ...] = ()


def measure(lines: Iterable[TextLine], margins: tuple[float, ...]) -> BodyType:
    """Measure the body of a document: the commonest size, leading and right edge."""
    sizes: Counter[float] = Counter()
    leadings: Counter[int] = Counter()
    rights: list[float] = []
    before: TextLine | None = None
    for line in lines:
        sizes[line.size] += len(line.text)
        rights.append(line.x1)
        if before and before.page == line.page and before.size == line.size and line.size:
            step = (line.bottom - before.bottom) / line.size
            if 0.9 < step < 1.9:
                leadings[round(step * 50)] += 1
        before = line
    if not rights:
        return BodyType(margins=margins)
    rights.sort()
    # Items of one line each stand further apart than lines of a paragraph, and in a list of many they are the most.
    often = max(leadings.values(), default=0) * OFTEN
    leading = min((step for step, count in leadings.items() if count >= often), default=LEADING * 50) / 50
    return BodyType(sizes.most_common(1)[0][0] or 12.0, leading, rights[int(len(rights) * 0.97)], margins)


def stands_out(line: TextLine, body: BodyType) -> bool:
    """Tell whether the line is set like a heading: larger than the body, or bold throughout at no less than its size."""
    if line.size > body.size + LARGER:
        return True
    return line.bold and line.size > body.size - LARGER and any(letter.isalpha() for letter in line.text)


def rank(kinds: Iterable[tuple[float, bool]]) -> dict[tuple[float, bool], int]:
    """The level of each type (size, bold) that headings use: 1 is the largest, bold before plain of one size."""
    return {kind: level for level, kind in enumerate(sorted(set(kinds), reverse=True), 1)}
