"""Page furniture: running headers, footers, page numbers and stamps, which are no part of the text.

Lines are compared by their words, digits ignored, and by their height on the page. A line is furniture when it is one
of these:

- one of the outermost lines of a page, wherever it stands, and repeated on many pages;
- a stamp ("DRAFT" across the page): much larger than the text, and repeated on another page;
- a number alone at the foot of the text that counts the pages;
- a number alone in the top or bottom margin, or a line there that is repeated on another page, whatever its digits;
- what a browser prints in the margins (``browser_print``).
"""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.page.browser_print import printed_around
from ingest.page.lines import PrintedLine

# Heights as parts of the height of the page, from its top.
TOP = 0.09  # the top margin ends
BOTTOM = 0.905  # the bottom margin begins
LOW = 0.8  # the foot of the text begins

PAGE_NUMBER = re.compile(
    r"^[-–—|\[(]?\s*(?:p(?:age|\.)?\s*\|?\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—|\])](?:\s*page)?)?$", re.I
)
DIGITS = re.compile(r"\d+")
HEIGHT = 6  # points in which heights are compared
MANY = 3  # pages at least
SHARE = 0.1  # of the pages of the document at least
DEEP = 3  # lines at each end of a page that may be running lines
STAMP = 2.5  # times the usual size of type


def _in_margin(line: PrintedLine, height: float) -> bool:
    return line.bottom < height * TOP or line.top > height * BOTTOM


def _key(line: PrintedLine) -> tuple[str, int]:
    """What is compared of a line: its words without digits, and its height in steps."""
    return DIGITS.sub("#", line.orig).strip("# "), round(line.bottom / HEIGHT)


def _counting(pages: Sequence[tuple[float, list[PrintedLine]]]) -> set[int]:
    """Numbers alone at the foot of the text which on two pages or more differ from the page's position by as much."""
    ahead: dict[int, list[PrintedLine]] = {}
    for height, lines in pages:
        last = max(lines, key=lambda line: line.bottom, default=None)
        if last and last.top > height * LOW and (match := PAGE_NUMBER.match(last.orig)):
            ahead.setdefault(int(match[1]) - last.page, []).append(last)
    return {id(line) for lines in ahead.values() if len(lines) > 1 for line in lines}


def _ends(pages: Sequence[tuple[float, list[PrintedLine]]]) -> set[int]:
    """First and last lines of pages that are repeated on many pages. They need not stand in a margin."""
    left = [list(lines) for _, lines in pages]
    found: set[int] = set()
    for _ in range(DEEP):
        ends = [pick(lines, key=lambda line: line.bottom) for lines in left if lines for pick in (min, max)]
        seen = _counted(ends)
        again = {id(line) for line in ends if seen[_key(line)] >= max(MANY, SHARE * len(pages)) and _key(line)[0]}
        found |= again
        left = [[line for line in lines if id(line) not in again] for lines in left]
    return found


def _stamps(lines: Sequence[PrintedLine]) -> set[int]:
    """Lines much larger than the text that are repeated on another page."""
    sizes = Counter(line.size for line in lines)
    usual = sizes.most_common(1)[0][0] if sizes else 0
    large = [line for line in lines if line.size > usual * STAMP]
    seen = _counted(large)
    return {id(line) for line in large if seen[_key(line)] > 1}


def _counted(lines: Sequence[PrintedLine]) -> Counter[tuple[str, int]]:
    """How often each line occurs; a line counts at the height steps next to its own too."""
    return Counter((text, at + step) for text, at in map(_key, lines) for step in (-1, 0, 1))


def find_furniture(pages: Sequence[tuple[float, list[PrintedLine]]]) -> set[int]:
    """Find the lines that are furniture, as their ``id``. Each page is given as its height in points and its lines."""
    in_margins = [line for height, lines in pages for line in lines if _in_margin(line, height)]
    seen = _counted(in_margins)
    found = _ends(pages) | _stamps([line for _, lines in pages for line in lines])
    for height, lines in pages:
        found |= printed_around([line for line in lines if _in_margin(line, height)])
    for line in in_margins:
        if PAGE_NUMBER.match(line.orig) or seen[_key(line)] >= 2:
            found.add(id(line))
    return found | _counting([(height, [line for line in lines if id(line) not in found]) for height, lines in pages])
