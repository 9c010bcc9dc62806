"""Functions of pdfium that are asked for each letter or each object of a page, as quick as Python can call them.

They take and give objects of pdfium as addresses, where pypdfium2 has typed pointers, and keep the interpreter's lock:
so the colour of a text takes 0.7 µs and not 1.7 µs. Documents are read in processes and not in threads, so that nothing
waits for the lock. The functions that are asked for each word (``Letter…``) do not even check what they are given.
"""

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as c

OPAQUE = "_t__"
"""How the names of pdfium's own types end, of which a program sees nothing but the address."""


def _untyped(kind: Any) -> Any:
    """The type of an argument or result, with an address in place of a pointer to an object of pdfium."""
    target = getattr(kind, "_type_", None)
    return ctypes.c_void_p if getattr(target, "__name__", "").endswith(OPAQUE) else kind


def _by_address(function: Any) -> Callable[..., Any]:
    prototype = ctypes.PYFUNCTYPE(_untyped(function.restype), *map(_untyped, function.argtypes))
    return prototype(address_of(function))


def address_of(handle: Any) -> int:
    """The address of an object or a function of pdfium; 0 for none."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _unchecked(function: Any) -> Callable[..., Any]:
    return ctypes.PYFUNCTYPE(function.restype)(address_of(function))


Letter = Callable[[ctypes.c_void_p, int], int]
"""A function that is asked about a letter of a text page. The page must be a ``c_void_p``: an ``int`` is cut short."""

LetterBox = Callable[[ctypes.c_void_p, int, Any], int]
"""The same, with an ``FS_RECTF`` to be filled, given by ``ctypes.byref``."""

object_at = _by_address(c.FPDFPage_GetObject)
object_in_form = _by_address(c.FPDFFormObj_GetObject)
count_in_form = _by_address(c.FPDFFormObj_CountObjects)
kind_of = _by_address(c.FPDFPageObj_GetType)
bounds_of = _by_address(c.FPDFPageObj_GetBounds)
object_matrix = _by_address(c.FPDFPageObj_GetMatrix)
fill_colour = _by_address(c.FPDFPageObj_GetFillColor)
set_active = _by_address(c.FPDFPageObj_SetIsActive)
render_mode = _by_address(c.FPDFTextObj_GetTextRenderMode)
draw_mode = _by_address(c.FPDFPath_GetDrawMode)
count_segments = _by_address(c.FPDFPath_CountSegments)
segment_at = _by_address(c.FPDFPath_GetPathSegment)
point_of = _by_address(c.FPDFPathSegment_GetPoint)
kind_of_segment = _by_address(c.FPDFPathSegment_GetType)
clip_of = _by_address(c.FPDFPageObj_GetClipPath)
count_clips = _by_address(c.FPDFClipPath_CountPaths)
count_clip_segments = _by_address(c.FPDFClipPath_CountPathSegments)
clip_segment_at = _by_address(c.FPDFClipPath_GetPathSegment)
count_marks = _by_address(c.FPDFPageObj_CountMarks)
mark_at = _by_address(c.FPDFPageObj_GetMark)
name_of_mark = _by_address(c.FPDFPageObjMark_GetName)
painter_of = _by_address(c.FPDFText_GetTextObject)
loose_box: LetterBox = _unchecked(c.FPDFText_GetLooseCharBox)
font_weight: Letter = _unchecked(c.FPDFText_GetFontWeight)
is_unmapped: Letter = _unchecked(c.FPDFText_HasUnicodeMapError)
letter_code = _by_address(c.FPDFText_GetUnicode)
letter_angle = _by_address(c.FPDFText_GetCharAngle)
letter_origin = _by_address(c.FPDFText_GetCharOrigin)
font_size = _by_address(c.FPDFText_GetFontSize)
letter_matrix = _by_address(c.FPDFText_GetMatrix)
