"""How much of a page its pictures cover, and which of them stand beside its words: what they show is not read.

Words that are drawn as outlines count as a picture; a rule, a frame or a logo does not make a page one. A picture with
words over it is the ground of a page, or a scan whose words were recognised.
"""

from collections.abc import Iterable, Sequence

import pypdfium2.raw as c

from ingest.page.words import PrintedWord
from ingest.readers.pdfium import calls
from ingest.readers.pdfium.objects import PaintedObject
from ingest.readers.pdfium.space import PageSpace

LARGE = 0.12
"""The part of a page that a picture covers at least that may show a table."""

MOST_OVER = 3
"""Words over a picture that is no ground: labels, a caption."""

OUTLINES = 200
"""Corners and curves of paths at least where letters or drawings are painted as outlines."""


def covered(objects: Iterable[PaintedObject], width: float, height: float) -> float:
    """The part of a page of this size, in points, that pictures cover: 0 to 1; outlines cover all of it."""
    area, segments = 0.0, 0
    for one in objects:
        if one.kind == c.FPDF_PAGEOBJ_PATH:
            segments += max(0, calls.count_segments(one.handle))
        elif one.kind in (c.FPDF_PAGEOBJ_IMAGE, c.FPDF_PAGEOBJ_SHADING) and (box := one.box()):
            left, low, right, high = box
            area += max(0.0, min(right, width) - max(left, 0.0)) * max(0.0, min(high, height) - max(low, 0.0))
    if segments >= OUTLINES:
        return 1.0
    return min(1.0, area / (width * height)) if width and height else 0.0


def beside_words(objects: Iterable[PaintedObject], words: Sequence[PrintedWord], space: PageSpace) -> int:
    """How many large pictures a page has over which no more than a few words stand."""
    width, height = space.shown_size
    boxes = (space.shown(*box) for one in objects if one.kind == c.FPDF_PAGEOBJ_IMAGE and (box := one.box()))
    large = [box for box in boxes if (box[2] - box[0]) * (box[3] - box[1]) >= LARGE * width * height]
    return sum(sum(_is_over(word, box) for word in words) <= MOST_OVER for box in large)


def _is_over(word: PrintedWord, box: tuple[float, float, float, float]) -> bool:
    return box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= (word.top + word.bottom) / 2 <= box[3]
