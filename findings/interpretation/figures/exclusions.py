"""Which printed numbers are no quantities about the authority: ages, labels, opening hours, windows of time.

``exclusions.csv`` says why, and by which words directly before a number, directly after it, or both.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

REACH = 40
"""How many characters before a number are looked at."""


@cache
def _rules() -> tuple[re.Pattern[str], re.Pattern[str], tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]]:
    before, after = [], []
    both: dict[str, list[str]] = defaultdict(list)
    with Path(__file__).with_name("exclusions.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["before"] and row["after"]:
                both[row["after"]].append(row["before"])
            elif row["before"]:
                before.append(row["before"])
            else:
                after.append(row["after"])
    pairs = tuple((_ending(words), re.compile(follows, re.IGNORECASE)) for follows, words in both.items())
    return _ending(before), re.compile("|".join(after), re.IGNORECASE), pairs


def _ending(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(patterns)})\Z", re.IGNORECASE)


def is_excluded(text: str, start: int, end: int) -> bool:
    """Whether the number or numbers printed at a place are no quantity about the authority."""
    before, after, pairs = _rules()
    words = text[max(0, start - REACH) : start]
    if after.match(text, end) or before.search(words):
        return True
    return any(follows.match(text, end) and precedes.search(words) for precedes, follows in pairs)
