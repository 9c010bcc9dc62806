"""Which texts of a page may not be visible, told by what is cheap to ask. Most pages have none.

A text is suspect when it is written in a rendering mode other than filling, in a light or transparent colour, on a
layer, or when a clip path cuts into it or, around a form, into the place where it stands. Its words are when something
filled is painted over them, or under them in nearly their colour, and when an annotation that covers stands over them.
Words outside of the page, under a redaction that was marked and not applied, or too small to be seen need no further
questions.
"""

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pypdfium2.raw as c

from ingest.page.words import PrintedWord
from ingest.readers.pdfium import calls
from ingest.readers.pdfium.objects import PaintedObject, Rectangle
from ingest.readers.pdfium.space import PageSpace

LIGHT = 180
"""The darkest channel of a light colour, of 255."""

OPAQUE = 160
"""The least opacity of a colour that shows, of 255."""

CLOSE = 70
"""The greatest difference, of 255, between a channel of two colours of which one may not show on the other."""

SMALLEST = 1.5
"""Points; type that is smaller is not read by anybody."""

THIN = 3.0
"""Points; what is thinner covers no word."""

TOUCH = 1.0
"""Points by which boxes overlap that only touch."""

COVERING = frozenset(
    {
        c.FPDF_ANNOT_FREETEXT,
        c.FPDF_ANNOT_SQUARE,
        c.FPDF_ANNOT_CIRCLE,
        c.FPDF_ANNOT_POLYGON,
        c.FPDF_ANNOT_HIGHLIGHT,
        c.FPDF_ANNOT_STAMP,
        c.FPDF_ANNOT_INK,
        c.FPDF_ANNOT_REDACT,
    }
)

RECTANGLE = (4, 5)
"""Segments of a path that is a rectangle."""

LAYER = "OC"
NAME_LENGTH = 16
"""Bytes of the name of a mark that are looked at."""


Colour = tuple[int, int, int]

OVER_ALL = 1 << 30
"""The place of annotations in the order of painting."""


class Area(NamedTuple):
    """Something filled: its box in the space of the file, its place in the order of painting, and its colour."""

    box: Rectangle
    order: int
    colour: Colour | None = None


@dataclass(slots=True)
class Suspicion:
    """Texts that may not be visible, as addresses of objects of pdfium, and areas whose words may not be.

    ``pictures`` and ``redacted`` are boxes in the space of the file; words in the latter are not visible.
    """

    texts: set[int] = field(default_factory=set)
    areas: list[Area] = field(default_factory=list)
    pictures: list[Rectangle] = field(default_factory=list)
    redacted: list[Rectangle] = field(default_factory=list)


class _Paint:
    """The colour in which an object is filled; asked for every object of a page, so that its values are made once."""

    __slots__ = ("alpha", "blue", "green", "red")

    def __init__(self) -> None:
        self.red, self.green, self.blue, self.alpha = (ctypes.c_uint() for _ in range(4))

    def ask(self, handle: int) -> bool:
        """Ask for the colour of an object; tells whether it has one."""
        return bool(calls.fill_colour(handle, self.red, self.green, self.blue, self.alpha))

    @property
    def colour(self) -> Colour:
        """The colour that was asked for last."""
        return self.red.value, self.green.value, self.blue.value

    @property
    def hardly_shows(self) -> bool:
        """Tell whether it is light or transparent."""
        return min(self.colour) >= LIGHT or self.alpha.value < OPAQUE


def colour_of(handle: int) -> Colour:
    """The colour in which an object is filled."""
    paint = _Paint()
    paint.ask(handle)
    return paint.colour


def suspect(page: Any, objects: Sequence[PaintedObject], layers: bool) -> Suspicion:
    """Look for texts of an open page that may not be visible; ``layers`` tells whether the file has any."""
    found, paint = Suspicion(), _Paint()
    for order, item in enumerate(objects):
        if item.kind == c.FPDF_PAGEOBJ_TEXT:
            if _is_suspect(item, paint, layers):
                found.texts.add(item.handle)
        elif item.kind != c.FPDF_PAGEOBJ_PATH or _is_filled(item.handle):
            _add_area(found, item, order, paint)
    _add_annotations(found, page)
    return found


def _is_suspect(text: PaintedObject, paint: _Paint, layers: bool) -> bool:
    """Tell whether a text may not be visible, by how it is written, its colour, its layer and what cuts it off."""
    handle = text.handle
    if calls.render_mode(handle) != c.FPDF_TEXTRENDERMODE_FILL or not paint.ask(handle) or paint.hardly_shows:
        return True
    if layers and (text.matrix or _on_layer(handle)):
        return True
    return _is_clipped(handle) or bool(text.forms and _is_cut_off(text))


def _add_area(found: Suspicion, item: PaintedObject, order: int, paint: _Paint) -> None:
    """Add a picture or something filled that is large enough to cover words."""
    box = item.box()
    if not box or box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
        return
    coloured = item.kind == c.FPDF_PAGEOBJ_PATH and paint.ask(item.handle)
    found.areas.append(Area(box, order, paint.colour if coloured else None))
    if item.kind == c.FPDF_PAGEOBJ_IMAGE:
        found.pictures.append(box)


_EDGES = tuple(ctypes.c_float() for _ in range(4))
"""Left, bottom, right and top: pdfium fills them for each text of a page, so that they are made once."""


def _is_clipped(text: int) -> bool:
    """Tell whether a clip path leaves out more of a text than what touches its edge.

    Programs clip nearly every text, to its own box, so that no more is asked than its corners.
    """
    clip = calls.clip_of(text)
    paths = calls.count_clips(clip)
    if paths <= 0 or not calls.bounds_of(text, *_EDGES):
        return False
    x0, low, x1, high = (edge.value for edge in _EDGES)
    for path in range(paths):
        xs, ys = _corners(clip, path)
        if xs and (x0 < min(xs) - THIN or x1 > max(xs) + THIN or low < min(ys) - THIN or high > max(ys) + THIN):
            return True
    return False


def _is_cut_off(text: PaintedObject) -> bool:
    """Tell whether the clip path of a form around a text leaves out more of the text than what touches its edge."""
    box = text.box()
    for form, around in text.forms if box else ():
        clip = calls.clip_of(form)
        for path in range(calls.count_clips(clip)):
            points = list(zip(*_corners(clip, path), strict=True))
            placed = [around.place(x, y) for x, y in points] if around else points
            if placed and _sticks_out(box, placed):
                return True
    return False


def _sticks_out(box: Rectangle | None, points: Sequence[tuple[float, float]]) -> bool:
    xs, ys = zip(*points, strict=True)
    return box is not None and (
        box[0] < min(xs) - THIN or box[2] > max(xs) + THIN or box[1] < min(ys) - THIN or box[3] > max(ys) + THIN
    )


def _corners(clip: int, path: int) -> tuple[list[float], list[float]]:
    """The points of a clip path; of a rectangle, two corners that face each other."""
    count = calls.count_clip_segments(clip, path)
    x, y = ctypes.c_float(), ctypes.c_float()
    xs, ys = [], []
    for index in (0, 2) if count in RECTANGLE else range(count):
        if calls.point_of(calls.clip_segment_at(clip, path, index), x, y):
            xs.append(x.value)
            ys.append(y.value)
    return xs, ys


def _is_filled(path: int) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(calls.draw_mode(path, fill, stroke)) and fill.value != c.FPDF_FILLMODE_NONE


def _on_layer(handle: int) -> bool:
    """Tell whether an object stands in a stretch of the page that belongs to a layer."""
    buffer = (ctypes.c_ushort * NAME_LENGTH)()
    length = ctypes.c_ulong()
    for index in range(calls.count_marks(handle)):
        mark = calls.mark_at(handle, index)
        calls.name_of_mark(mark, buffer, NAME_LENGTH * 2, length)
        if bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", "replace") == LAYER:
            return True
    return False


def _add_annotations(found: Suspicion, page: Any) -> None:
    rect, corners = c.FS_RECTF(), c.FS_QUADPOINTSF()
    for index in range(c.FPDFPage_GetAnnotCount(page)):
        annotation = c.FPDFPage_GetAnnot(page, index)
        kind = c.FPDFAnnot_GetSubtype(annotation)
        if kind in COVERING and c.FPDFAnnot_GetRect(annotation, rect):
            whole = rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)
            boxes: list[Rectangle] = []
            for number in range(c.FPDFAnnot_CountAttachmentPoints(annotation)):
                if c.FPDFAnnot_GetAttachmentPoints(annotation, number, corners):
                    xs = corners.x1, corners.x2, corners.x3, corners.x4
                    ys = corners.y1, corners.y2, corners.y3, corners.y4
                    boxes.append((min(xs), min(ys), max(xs), max(ys)))
            if kind == c.FPDF_ANNOT_REDACT:
                found.redacted += boxes or [whole]
            else:
                found.areas += [Area(box, OVER_ALL) for box in boxes or [whole]]
        c.FPDFPage_CloseAnnot(annotation)


def words_in_doubt(words: Sequence[PrintedWord], found: Suspicion, space: PageSpace) -> tuple[bool, bool]:
    """Whether a word is surely not visible, by its place or its size, and whether one stands in an area."""
    width, height = space.shown_size
    if not words:
        return False, False
    _, lefts, tops, rights, bottoms, sizes, *_ = zip(*words, strict=True)
    away = min(rights) <= 0 or min(bottoms) <= 0 or max(lefts) >= width or max(tops) >= height or min(sizes) < SMALLEST
    if not found.redacted and not found.areas:
        return away, False
    middles = [
        ((x0 + x1) / 2, (top + bottom) / 2) for x0, top, x1, bottom in zip(lefts, tops, rights, bottoms, strict=True)
    ]
    away = away or any(_holds_any(space.shown(*box), middles) for box in found.redacted)
    return away, any(_holds_any(space.shown(*area.box), middles) for area in found.areas)


def _holds_any(area: Rectangle, points: Iterable[tuple[float, float]]) -> bool:
    """Tell whether one of the points lies in an area."""
    left, top, right, bottom = area
    return any(top <= y <= bottom and left <= x <= right for x, y in points)


def keep_covering(found: Suspicion, objects: Sequence[PaintedObject]) -> None:
    """Drop the areas under texts of another colour, which are the ground of tables and pages."""
    texts = [
        (order, item, box)
        for order, item in enumerate(objects)
        if item.kind == c.FPDF_PAGEOBJ_TEXT and (box := item.box())
    ]
    found.areas = [
        area
        for area in found.areas
        if any(
            paints_over(area, order, item.handle)
            for order, item, (x0, low, x1, high) in texts
            if x0 < area.box[2] - TOUCH and x1 > area.box[0] + TOUCH
            if low < area.box[3] - TOUCH and high > area.box[1] + TOUCH
        )
    ]


def paints_over(area: Area, order: int, text: int) -> bool:
    """Tell whether something filled stands over a text at a place in the order of painting, or under it alike."""
    if area.order > order:
        return True
    return area.colour is not None and all(
        abs(one - other) < CLOSE for one, other in zip(area.colour, colour_of(text), strict=True)
    )


def holds(area: Rectangle, box: Rectangle) -> bool:
    """Tell whether the middle of a box lies in an area."""
    return _holds_any(area, [((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)])
