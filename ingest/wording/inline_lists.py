"""Lists inside one paragraph: "1. Visit homes. 2. See children.", "(a) visit; (b) plan", "Visit homes; see children".

A list with markers begins with "1", "a" or "i", each marker follows from the one before, and all have the same form.
Behind a marker with a stop stands a capital; one with a bracket may also stand behind a stop or comma.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

MARKER = re.compile(
    r"(?:(?<=^)|(?<=\s))(?P<open>\(?)(?P<sign>\d{1,2}|[a-z]|[ivx]{2,4})(?P<close>[.)])\s+(?=(?P<capital>[“\"'‘(]*[A-Z])?)"
)
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
LETTERS = "abcdefghijkl"
SERIES = (tuple(str(number) for number in range(1, 40)), tuple(LETTERS), ROMAN)
APART = re.compile(r"[.;:,)]\s*(?:and\s+|or\s+)?$")
JOINING = re.compile(r"[\s;,]*(?:\band)?\s*$")
FEWEST_WORDS = 2
GOES_ON = re.compile(
    r"(?:however|therefore|otherwise|this|these|those|that|which|who|where|when|while|whilst|if|it|its|they|their|there"
    r"|we|our|he|she|the|an?|no|not|none|some|all|each|both|any|for|from|of|on|at|in|with|without|by|including|e\.?g"
    r"|i\.?e|to|so|as|but|or|also|then|thus|hence|see (?:also|above|below|the|annex|appendix)|please|subject"
    r"|particularly|especially|is|are|was|were|has|have|will|should|must|may|can)\b",
    re.I,
)
"""Words that go on with what stands before a semicolon; behind any other may stand another action."""


def enumerated(text: str) -> tuple[str, ...]:
    """The items of a list with markers, each with its own, and the words that announce it in front, if it has any.

    () where the text holds no such list.
    """
    found = [*MARKER.finditer(text)]
    for first in (at for at, marker in enumerate(found[:-1]) if marker["sign"] in ("1", "a", "i")):
        if text[: found[first].start()].rstrip()[-1:] not in ("", ":"):
            continue
        for series in SERIES:
            starts = _starts(text, found[first:], series)
            if len(starts) > 1:
                return _cut(text, starts)
    return ()


def _starts(text: str, markers: Sequence[re.Match[str]], series: Sequence[str]) -> list[int]:
    """Where the items begin, as far as the markers follow each other in a series."""
    form = (markers[0]["open"], markers[0]["close"])
    starts: list[int] = []
    for marker in markers:
        if len(starts) == len(series) or (marker["open"], marker["close"]) != form:
            continue
        apart = bool(starts) and bool(APART.search(text[: marker.start()]))
        begins = bool(marker["capital"]) or (form[1] == ")" and (apart or not starts))
        if begins and marker["sign"] == series[len(starts)]:
            starts.append(marker.start())
    return starts


def _cut(text: str, starts: Sequence[int]) -> tuple[str, ...]:
    parts = [text[:start] for start in starts[:1] if text[:start].strip()]
    parts += [text[start:end] for start, end in pairwise([*starts, len(text)])]
    return tuple(JOINING.sub("", part) if part is not parts[-1] else part.strip() for part in parts)


def without_marker(item: str) -> str:
    """An item without the marker in front of it."""
    match = MARKER.match(item)
    return item[match.end() :] if match else item


def parted_by_semicolons(text: str) -> tuple[str, ...]:
    """The parts of a text between semicolons, those inside brackets left together; () where there is none."""
    parts: list[str] = []
    depth = begin = 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if sign == ";" and depth <= 0:
            parts.append(text[begin:at])
            begin = at + 1
    parts = [re.sub(r"^\s*and\s+", "", part).strip() for part in (*parts, text[begin:])]
    parts = [part for part in parts if part]
    return tuple(parts) if len(parts) > 1 else ()


def may_be_several(parts: Sequence[str]) -> bool:
    """Tell whether parts between semicolons may be an action each: some words, of which the first joins to nothing."""
    return len(parts) > 1 and all(
        len(part.split()) >= FEWEST_WORDS and not (at and GOES_ON.match(part)) for at, part in enumerate(parts)
    )
