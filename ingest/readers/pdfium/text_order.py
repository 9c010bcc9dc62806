"""The text of a page in the order in which it is read.

pdfium puts the letters of a page in order as the page is shown. Where it is shown turned, so that its words lie on
their side or upside down, bullets and lines come in another order than in an upright copy of the page. The text is then
loaded as if the page were shown with its words upright; where letters stand does not change.
"""

import math
from collections import Counter
from typing import Any

import pypdfium2.raw as c

from ingest.readers.pdfium import calls

SAMPLED = 24
"""Letters of a page that are asked for their direction."""

SPACE = 32


def load_text(page: Any) -> Any:
    """Load the text of an open page, in the order of upright reading; empty where pdfium cannot load it."""
    loaded = c.FPDFText_LoadPage(page)
    turns = c.FPDFPage_GetRotation(page)
    if not loaded or (upright := _upright(loaded, turns)) == turns:
        return loaded
    c.FPDFText_ClosePage(loaded)
    c.FPDFPage_SetRotation(page, upright)
    try:
        return c.FPDFText_LoadPage(page)
    finally:
        c.FPDFPage_SetRotation(page, turns)


def _upright(text_page: Any, turns: int) -> int:
    """The quarter turns, clockwise, that make most sampled letters upright."""
    count = c.FPDFText_CountChars(text_page)
    page, code, angle = calls.address_of(text_page), calls.letter_code, calls.letter_angle
    letters = (i for i in range(0, count, max(1, count // SAMPLED)) if code(page, i) > SPACE)
    found = Counter(-round(math.degrees(angle(page, i)) / 90) % 4 for i in letters)
    return found.most_common(1)[0][0] if found else turns
