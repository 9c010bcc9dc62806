"""The straight lines drawn on a page: rules, the sides of boxes, and thin filled boxes that look like lines."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as c

from ingest.page.tables import DrawnLine
from ingest.readers.pdfium.space import PageSpace

THICKEST = 3.5
"""Points; what is drawn thicker is an area and not a line."""

BOX_SEGMENTS = 6
"""A drawn path with no more segments is a box."""

MAX_SEGMENTS = 2000
"""Segments of one path that are looked at; a path with more is a drawing."""


def drawn_lines(page: Any, space: PageSpace) -> list[DrawnLine]:
    """The lines drawn on an open page of pdfium, on the page as it is shown."""
    lines: list[DrawnLine] = []
    for index in range(c.FPDFPage_CountObjects(page)):
        item = c.FPDFPage_GetObject(page, index)
        if c.FPDFPageObj_GetType(item) == c.FPDF_PAGEOBJ_PATH:
            lines.extend(_lines_of(item, space))
    return lines


def _lines_of(path: Any, space: PageSpace) -> Iterator[DrawnLine]:
    """The lines of one path: the path itself if it is thin, else the sides of a stroked box, else its segments."""
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    if not c.FPDFPageObj_GetBounds(path, left, low, right, high):
        return
    x0, top, x1, bottom = space.shown(left.value, low.value, right.value, high.value)
    if x1 - x0 <= THICKEST or bottom - top <= THICKEST:
        yield DrawnLine(x0, top, x1, bottom)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(path, fill, stroke)
    if not stroke.value:
        return
    if c.FPDFPath_CountSegments(path) > BOX_SEGMENTS:
        yield from _segments(path, space)
        return
    yield DrawnLine(x0, top, x1, top)
    yield DrawnLine(x0, bottom, x1, bottom)
    yield DrawnLine(x0, top, x0, bottom)
    yield DrawnLine(x1, top, x1, bottom)


def _segments(path: Any, space: PageSpace) -> Iterator[DrawnLine]:
    """The straight horizontal and vertical segments of a path."""
    matrix = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for index in range(min(c.FPDFPath_CountSegments(path), MAX_SEGMENTS)):
        segment = c.FPDFPath_GetPathSegment(path, index)
        c.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if before and c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_LINETO:
            (x0, x1), (low, high) = sorted((before[0], point[0])), sorted((before[1], point[1]))
            line = DrawnLine(*space.shown(x0, low, x1, high))
            if line.x1 - line.x0 <= THICKEST or line.bottom - line.top <= THICKEST:
                yield line
        before = point
