"""The nouns that name what is counted.

``nouns.csv`` names the unit of each noun; another noun in the plural is a unit of its own. ``other_words.csv`` lists
the words that end what is counted, and those that only look like a plural.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

PER_TEN_THOUSAND = "per 10,000"
TIMES = frozenset({"minutes", "hours", "days", "weeks", "months", "terms", "years"})
REACH = 8
"""How many words after a number may stand before the noun that it counts."""
_WORD = re.compile(r"[ \-‘’“”\"]*(?:(?P<word>[^\W\d_](?:[’'\w-]*\w)?)|(?P<other>\S))")
_WORDS = re.compile(r"[^\W\d_][’'\w-]*")


@cache
def nouns() -> dict[str, str]:
    """The unit of each noun that is known."""
    return {row["noun"]: row["unit"] for row in _rows("nouns.csv")}


@cache
def words_with(role: str) -> frozenset[str]:
    """The words that have a role: "end" (of what is counted), "no noun", "little" (says nothing of what is counted)."""
    return frozenset(row["word"] for row in _rows("other_words.csv") if row["role"] == role)


def _rows(name: str) -> list[dict[str, str]]:
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def noun_after(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The unit that the words from a place on name, and where its noun ends; None if they name none."""
    hyphened = text.startswith("-", at)
    previous = ""
    for _ in range(REACH):
        found = _WORD.match(text, at, end)
        if found is None or not (word := found["word"]):
            return None
        word, at = word.lower(), found.end()
        unit = nouns().get(f"{previous} {word}") or _unit(word, hyphened=hyphened)
        if unit is not None:
            return unit, at
        if word in words_with("end") or hyphened or (word in {"and", "or"} and not previous):
            return None
        previous = word
    return None


def _unit(word: str, *, hyphened: bool) -> str | None:
    known = nouns().get(word) or nouns().get(word.rpartition("-")[2])
    if hyphened:
        return known if known in TIMES else None
    if known is not None:
        return known
    is_plural = word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is", "’s", "'s"))
    return word if is_plural and word not in words_with("no noun") else None


def last_noun(text: str) -> str | None:
    """The unit of the last known noun in a text; units of time are none that a number can go on counting."""
    for word in reversed(_WORDS.findall(text.lower())):
        if (unit := nouns().get(word)) is not None and unit not in TIMES:
            return unit
    return None
