"""The differences between two texts, word by word, marked so that they do not depend on colour.

Words that only the first has are shown as removed, words that only the second has as added. Each carries these words
for people who listen to the page or copy from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import NamedTuple

from django.template.loader import render_to_string

WORDS = re.compile(r"\s*\S+\s*")


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """Words that both texts have, or that only this one has; never empty."""

    text: str
    is_changed: bool


class Differences(NamedTuple):
    """Both texts in parts."""

    read: tuple[ComparedPart, ...]
    effective: tuple[ComparedPart, ...]


def differences(read: str, effective: str) -> Differences:
    """The text as read and the effective text, each in parts."""
    old, new = WORDS.findall(read), WORDS.findall(effective)
    left: list[ComparedPart] = []
    right: list[ComparedPart] = []
    matcher = SequenceMatcher(None, [word.strip() for word in old], [word.strip() for word in new], autojunk=False)
    for operation, start, end, new_start, new_end in matcher.get_opcodes():
        is_changed = operation != "equal"
        left.append(ComparedPart("".join(old[start:end]), is_changed))
        right.append(ComparedPart("".join(new[new_start:new_end]), is_changed))
    return Differences(tuple(part for part in left if part.text), tuple(part for part in right if part.text))


def removed(parts: tuple[ComparedPart, ...]) -> str:
    """The text as read with what was removed marked, as a cell of the editors' admin shows it."""
    return render_to_string("components/editors/removed_text.html", {"parts": parts})


def added(parts: tuple[ComparedPart, ...]) -> str:
    """The effective text with what was added marked, as a cell of the editors' admin shows it."""
    return render_to_string("components/editors/added_text.html", {"parts": parts})
