"""The straight lines drawn on a page: rules, the sides of boxes, and thin filled boxes that look like lines."""

import ctypes
from collections.abc import Iterable, Iterator

import pypdfium2.raw as c

from ingest.page.tables import DrawnLine
from ingest.readers.pdfium import calls
from ingest.readers.pdfium.objects import PaintedObject, matrix_of
from ingest.readers.pdfium.space import PageSpace

THICKEST = 3.5
"""Points; what is drawn thicker is an area and not a line."""

BOX_SEGMENTS = 6
"""A drawn path with no more segments is a box."""

MAX_SEGMENTS = 2000
"""Segments of one path that are looked at; a path with more is a drawing."""


def drawn_lines(objects: Iterable[PaintedObject], space: PageSpace) -> list[DrawnLine]:
    """The lines that the objects of a page draw, in the frame of a space."""
    lines: list[DrawnLine] = []
    for item in objects:
        if item.kind == c.FPDF_PAGEOBJ_PATH:
            lines.extend(_lines_of(item, space))
    return lines


def _lines_of(path: PaintedObject, space: PageSpace) -> Iterator[DrawnLine]:
    """The lines of one path: the path itself if it is thin, else the sides of a stroked box, else its segments."""
    box = path.box()
    if not box:
        return
    x0, top, x1, bottom = space.shown(*box)
    if x1 - x0 <= THICKEST or bottom - top <= THICKEST:
        yield DrawnLine(x0, top, x1, bottom)
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    calls.draw_mode(path.handle, fill, stroke)
    if not stroke.value:
        return
    if calls.count_segments(path.handle) > BOX_SEGMENTS:
        yield from _segments(path, space)
        return
    yield DrawnLine(x0, top, x1, top)
    yield DrawnLine(x0, bottom, x1, bottom)
    yield DrawnLine(x0, top, x0, bottom)
    yield DrawnLine(x1, top, x1, bottom)


def _segments(path: PaintedObject, space: PageSpace) -> Iterator[DrawnLine]:
    """The straight horizontal and vertical segments of a path."""
    matrix = matrix_of(path.handle).then(path.matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for index in range(min(calls.count_segments(path.handle), MAX_SEGMENTS)):
        segment = calls.segment_at(path.handle, index)
        calls.point_of(segment, x, y)
        point = matrix.place(x.value, y.value)
        if before and calls.kind_of_segment(segment) == c.FPDF_SEGMENT_LINETO:
            (x0, x1), (low, high) = sorted((before[0], point[0])), sorted((before[1], point[1]))
            line = DrawnLine(*space.shown(x0, low, x1, high))
            if line.x1 - line.x0 <= THICKEST or line.bottom - line.top <= THICKEST:
                yield line
        before = point
