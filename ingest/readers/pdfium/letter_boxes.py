"""The boxes of many letters of a page at once: asked in one go, so that little Python runs between the questions."""

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from struct import Struct

import pypdfium2.raw as c

from ingest.readers.pdfium import calls

BATCH = 2048
"""Letters that are asked for before their boxes are taken."""

EDGES = Struct("4f")
_boxes = (c.FS_RECTF * BATCH)()
_each = [ctypes.byref(_boxes, EDGES.size * at) for at in range(BATCH)]
_filled = memoryview(_boxes).cast("B")


def letter_boxes(page: ctypes.c_void_p, letters: Sequence[int]) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of letters of a text page, with the room of their type, in the space of the file.

    ``letters`` are positions in the text of the page, each of which must be there.
    """
    found: list[tuple[float, float, float, float]] = []
    for start in range(0, len(letters), BATCH):
        batch = letters[start : start + BATCH]
        deque(map(calls.loose_box, repeat(page), batch, _each), maxlen=0)
        found += EDGES.iter_unpack(_filled[: EDGES.size * len(batch)])
    return found
