"""Running headers, footers and page numbers: what stands in the outer margins of a page and comes back on others.

In this order: figures alone in the top or bottom margin are page numbers; words there that come back at the same height on
another page, figures not compared, are running matter.
"""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.layout.lines import Line

TOP = 0.09
BOTTOM = 0.905
PAGE_NUMBER = re.compile(r"^(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?$", re.I)
HEIGHT = 6


def _outer(line: Line, height: float) -> bool:
    return line.bottom < height * TOP or line.top > height * BOTTOM


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.orig).strip("# "), round(line.bottom / HEIGHT)


def find_furniture(pages: Sequence[tuple[float, list[Line]]]) -> set[int]:
    """The identities (``id``) of the lines that are furniture; each page is given as its height and its lines."""
    outer = [(line, height) for height, lines in pages for line in lines if _outer(line, height)]
    seen: Counter[tuple[str, int]] = Counter()
    for line, _ in outer:
        text, at = _key(line)
        seen.update({(text, at + step): 1 for step in (-1, 0, 1)})
    found: set[int] = set()
    for line, _ in outer:
        if PAGE_NUMBER.match(line.orig) or seen[_key(line)] >= 2:
            found.add(id(line))
    return found
