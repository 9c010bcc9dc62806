"""Headings that include their grade: the heading alone, so that the grade can be shown beside it.

Only the display is shortened, and only if the heading ends with the grade that was read. The stored heading stays as
printed.
"""

from __future__ import annotations

import re

from inspections.models import Judgement

# Between the name of a domain and its grade: a space, a colon, a dash, or a verb ("is", "are:").
LINK = r"(?:\s*[:–-]\s*|\s+(?:is|are)\s*:?\s+|\s+)"


def without_grade(heading: str, judgement: Judgement) -> str:
    """The heading without the judgement's grade at its end."""
    names = {judgement.grade_wording, judgement.grade.name if judgement.grade else ""}
    for name in sorted(filter(None, names), key=len, reverse=True):
        bare = re.sub(rf"{LINK}{re.escape(name)}\s*\.?\s*$", "", heading, count=1, flags=re.IGNORECASE)
        if bare != heading and bare.strip():
            return bare.strip()
    return heading
