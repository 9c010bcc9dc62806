"""Fonts that do not state how high their letters are, as LibreOffice 7.4 writes them (``/Ascent 0 /Descent 0``).

For these pdfium has no boxes with the room of the type but those of the ink, which differ from letter to letter: words
would fall to pieces, and figures in front of a comma would be taken for raised ones. Where it is so, the room is that
of usual fonts above and below the point at which a letter stands.
"""

import ctypes
import re
from collections.abc import Callable, Sequence

import pypdfium2.raw as c

from ingest.readers.pdfium import calls
from ingest.readers.pdfium.letter_boxes import letter_boxes

ASCENT, DESCENT = 0.9, 0.21
"""Parts of the size of type above and below the line on which letters stand."""

LOW_LETTER = re.compile(r"[aceorsuxz]")
"""Letters whose ink is about half as high and as wide as their type."""

LOW = 0.7
"""The part of the size of type which the room of the type exceeds, and the ink of such letters does not."""

ASKED = 3
"""Letters of a page that are asked for their boxes."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points in the space of the file."""


def lacks_heights(page: ctypes.c_void_p, text: str, size_of: Callable[[int], float]) -> bool:
    """Tell whether most letters of a text page that are asked have no boxes but those of their ink."""
    found = (LOW_LETTER.search(text, len(text) * part // ASKED) for part in range(ASKED))
    asked = [match.start() for match in found if match]
    bare = 0
    for at, (left, top, right, bottom) in zip(asked, letter_boxes(page, asked), strict=True):
        bare += 0 < max(right - left, top - bottom) < LOW * size_of(at)
    return bare > len(asked) / 2


def boxes_with_room(page: ctypes.c_void_p, letters: Sequence[int]) -> list[Box]:
    """The boxes of letters with the room of usual fonts, which lies where the letters point up."""
    return [_with_room(page, at, box) for at, box in zip(letters, letter_boxes(page, letters), strict=True)]


def _with_room(page: ctypes.c_void_p, at: int, box: Box) -> Box:
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), c.FS_MATRIX()
    if not calls.letter_origin(page, at, x, y) or not calls.letter_matrix(page, at, matrix):
        return box
    size = float(calls.font_size(page, at))
    left, top, right, bottom = box
    if abs(matrix.d) >= abs(matrix.c):
        bottom, top = sorted((y.value - DESCENT * size * matrix.d, y.value + ASCENT * size * matrix.d))
    else:
        left, right = sorted((x.value - DESCENT * size * matrix.c, x.value + ASCENT * size * matrix.c))
    return left, top, right, bottom
