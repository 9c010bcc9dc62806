"""Which texts of a page may not be visible, told by what is cheap to ask. Most pages have none.

A text is suspect when it is written in a rendering mode other than filling, in a light or transparent colour, on a
layer, or when a clip path cuts into it or, around a form, into the place where it stands. Its words are when something
filled is painted over them, or under them in nearly their colour, and when an annotation that covers stands over them.
Words outside of the page, under a redaction that was marked and not applied, or too small to be seen need no further
questions.
"""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
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


_paint = (ctypes.c_uint * 4)()
_channels = tuple(ctypes.c_uint.from_buffer(_paint, at * ctypes.sizeof(ctypes.c_uint)) for at in range(4))
_painted = memoryview(_paint).cast("B")
"""Red, green, blue and opacity: pdfium fills them for each object of a page, so that they are made once."""


def _colour_asked(handle: int) -> bytes | None:
    """The colour and the opacity in which an object is filled, four numbers as pdfium writes them; None for none."""
    return bytes(_painted) if calls.fill_colour(handle, *_channels) else None


@lru_cache
def _hardly_shows(colour: bytes) -> bool:
    """Tell whether a colour is light or transparent."""
    *channels, alpha = memoryview(colour).cast("I")
    return min(channels) >= LIGHT or alpha < OPAQUE


def colour_of(handle: int) -> Colour:
    """The colour in which an object is filled; black for one without."""
    colour = _colour_asked(handle)
    return _channels_of(colour) if colour else (0, 0, 0)


def _channels_of(colour: bytes) -> Colour:
    red, green, blue, _ = memoryview(colour).cast("I")
    return red, green, blue


def suspect(page: Any, objects: Sequence[PaintedObject], layers: bool) -> Suspicion:
    """Look for texts of an open page that may not be visible; ``layers`` tells whether the file has any."""
    found = Suspicion()
    texts = [item for item in objects if item.kind == c.FPDF_PAGEOBJ_TEXT]
    found.texts.update(_suspects(texts, layers))
    for order, item in enumerate(objects) if len(texts) < len(objects) else ():
        if item.kind == c.FPDF_PAGEOBJ_TEXT or (item.kind == c.FPDF_PAGEOBJ_PATH and not _is_filled(item.handle)):
            continue
        _add_area(found, item, order)
    _add_annotations(found, page)
    return found


def _suspects(texts: Sequence[PaintedObject], layers: bool) -> Iterator[int]:
    """The texts that may not be visible, by how they are written, their colour, their layer and what cuts them off."""
    handles = [text.handle for text in texts]
    modes, clips = map(calls.render_mode, handles), map(calls.count_clips, map(calls.clip_of, handles))
    coloured = map(calls.fill_colour, handles, *map(repeat, _channels))  # each asked when its turn comes
    for text, mode, clipped, has_colour in zip(texts, modes, clips, coloured, strict=True):
        handle, _, matrix, forms = text
        if (
            mode != c.FPDF_TEXTRENDERMODE_FILL
            or not has_colour
            or _hardly_shows(bytes(_painted))
            or (layers and (matrix or _on_layer(handle)))
            or (clipped > 0 and _is_clipped(handle))
            or (forms and _is_cut_off(text))
        ):
            yield handle


def _add_area(found: Suspicion, item: PaintedObject, order: int) -> None:
    """Add a picture or something filled that is large enough to cover words."""
    box = item.box()
    if not box or box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
        return
    colour = _colour_asked(item.handle) if item.kind == c.FPDF_PAGEOBJ_PATH else None
    found.areas.append(Area(box, order, _channels_of(colour) if colour else None))
    if item.kind == c.FPDF_PAGEOBJ_IMAGE:
        found.pictures.append(box)


_EDGES = tuple(ctypes.c_float() for _ in range(4))
"""Left, bottom, right and top: pdfium fills them for each text of a page, so that they are made once."""

_x, _y = ctypes.c_float(), ctypes.c_float()


def _is_clipped(text: int) -> bool:
    """Tell whether a clip path leaves out more of a text than what touches its edge.

    Programs clip nearly every text, to its own box, so that no more is asked than its corners.
    """
    if not calls.bounds_of(text, *_EDGES):
        return False
    x0, low, x1, high = (edge.value for edge in _EDGES)
    clip = calls.clip_of(text)
    for path in range(calls.count_clips(clip)):
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
    xs, ys = [], []
    for index in (0, 2) if count in RECTANGLE else range(count):
        if calls.point_of(calls.clip_segment_at(clip, path, index), _x, _y):
            xs.append(_x.value)
            ys.append(_y.value)
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

    def stands_in(area: Rectangle) -> bool:
        boxes = zip(lefts, tops, rights, bottoms, strict=True)
        left, top, right, bottom = area
        return any(top <= (y0 + y1) / 2 <= bottom and left <= (x0 + x1) / 2 <= right for x0, y0, x1, y1 in boxes)

    away = away or any(stands_in(space.shown(*box)) for box in found.redacted)
    return away, any(stands_in(space.shown(*area.box)) for area in found.areas)


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
    left, top, right, bottom = area
    return top <= (box[1] + box[3]) / 2 <= bottom and left <= (box[0] + box[2]) / 2 <= right
