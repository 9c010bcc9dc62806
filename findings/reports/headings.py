"""Headings that carry their grade: the heading alone, so that the grade can stand beside it as on every other page.

Only the display is shortened, and only where the heading ends with the very grade that was read; what was read stays as it is printed.
"""

from __future__ import annotations

import re

from inspections.models import Judgement

# Between the name of a domain and its grade: nothing, a colon, or a verb ("is", "are:", "is that it is", "requires improvement").
LINK = r"(?:\s*[:–-]\s*|\s+(?:is|are)\s*:?\s+|\s+)"


def without_grade(heading: str, judgement: Judgement) -> str:
    """The heading without the judgement's grade at its end."""
    names = {judgement.grade_wording, judgement.grade.name if judgement.grade else ""}
    for name in sorted(filter(None, names), key=len, reverse=True):
        bare = re.sub(rf"{LINK}{re.escape(name)}\s*\.?\s*$", "", heading, count=1, flags=re.IGNORECASE)
        if bare != heading and bare.strip():
            return bare.strip()
    return heading
