"""Running headers, footers and page numbers: what stands in the outer margins of a page and comes back on others.

In this order: figures alone in the top or bottom margin are page numbers; figures alone at the foot of the text are,
when they count the pages; words in the margins that come back at the same height on another page, figures not compared, are
running matter, and so is the first or last line of a page, wherever it stands, that comes back on many pages, and a stamp: a line
much larger than the text that comes back at one height on another page.
"""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.page.lines import TextLine

TOP = 0.09
BOTTOM = 0.905
LOW = 0.8
PAGE_NUMBER = re.compile(r"^(?:page\s+)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?$", re.I)
HEIGHT = 6
MANY = 3
SHARE = 0.1
DEEP = 3
STAMP = 2.5


def _outer(line: TextLine, height: float) -> bool:
    return line.bottom < height * TOP or line.top > height * BOTTOM


def _key(line: TextLine) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.orig).strip("# "), round(line.bottom / HEIGHT)


def _counting(pages: Sequence[tuple[float, list[TextLine]]]) -> set[int]:
    """Figures alone at the foot of the text that are as far from the number of their page on two pages or more."""
    ahead: dict[int, list[TextLine]] = {}
    for height, lines in pages:
        last = max(lines, key=lambda line: line.bottom, default=None)
        if last and last.top > height * LOW and (match := PAGE_NUMBER.match(last.orig)):
            ahead.setdefault(int(match[1]) - last.page, []).append(last)
    return {id(line) for lines in ahead.values() if len(lines) > 1 for line in lines}


def _ends(pages: Sequence[tuple[float, list[TextLine]]]) -> set[int]:
    """The first and last lines of pages that come back at the same height on many: margins need not be as wide as usual."""
    left = [list(lines) for _, lines in pages]
    found: set[int] = set()
    for _ in range(DEEP):
        ends = [pick(lines, key=lambda line: line.bottom) for lines in left if lines for pick in (min, max)]
        seen = _counted(ends)
        again = {id(line) for line in ends if seen[_key(line)] >= max(MANY, SHARE * len(pages)) and _key(line)[0]}
        found |= again
        left = [[line for line in lines if id(line) not in again] for lines in left]
    return found


def _stamps(lines: Sequence[TextLine]) -> set[int]:
    """Lines of type far larger than most that come back on another page: "DRAFT" printed across the text."""
    sizes = Counter(line.size for line in lines)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    large = [line for line in lines if line.size > usual * STAMP]
    seen = _counted(large)
    return {id(line) for line in large if seen[_key(line)] > 1}


def _counted(lines: Sequence[TextLine]) -> Counter[tuple[str, int]]:
    """How often the words of each line come back at about its height."""
    seen: Counter[tuple[str, int]] = Counter()
    for line in lines:
        text, at = _key(line)
        seen.update({(text, at + step): 1 for step in (-1, 0, 1)})
    return seen


def find_furniture(pages: Sequence[tuple[float, list[TextLine]]]) -> set[int]:
    """The identities (``id``) of the lines that are furniture; each page is given as its height and its lines."""
    outer = [line for height, lines in pages for line in lines if _outer(line, height)]
    seen = _counted(outer)
    found = _ends(pages) | _stamps([line for _, lines in pages for line in lines])
    found |= _counting([(height, [line for line in lines if id(line) not in found]) for height, lines in pages])
    for line in outer:
        if PAGE_NUMBER.match(line.orig) or seen[_key(line)] >= 2:
            found.add(id(line))
    return found
