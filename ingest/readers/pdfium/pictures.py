"""How much of a page its pictures cover: a page without words that shows something was not read.

Words that are drawn as outlines count as a picture; a rule, a frame or a logo does not make a page one.
"""

from collections.abc import Iterable

import pypdfium2.raw as c

from ingest.readers.pdfium import calls
from ingest.readers.pdfium.objects import PaintedObject

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
