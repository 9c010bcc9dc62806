"""What a figure counts, in a form that is the same for the same words: "reviews were held" and "review held"."""

from __future__ import annotations

import re

from findings.interpretation.figures.units import words_with
from findings.interpretation.terms.words import stem

_WORD = re.compile(r"[^\W\d_]{2,}")


def subject_of(of: str) -> str:
    """The stems of the words that say what is counted, each once, by letter; "" if there are none."""
    words = {word for word in _WORD.findall(of.lower()) if word not in words_with("little")}
    return " ".join(sorted({stem(word) for word in words}))
