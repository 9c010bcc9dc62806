"""What stands in front of a line: bullets in their levels, paragraph numbers, letters.

A number counts only at a number margin. Sentences wrap so that a line begins "18. This"; such lines stand at the
hanging indent of a numbered paragraph, where no number is printed. The margins of a document are measured first: the places where
most of its numbers stand, without those that are the hanging indent of a busier one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from ingest.page.words import PrintedWord, spell

SURE_BULLETS = frozenset(
    "\uf06e\u25fc\u25aa\u25a0\u25cf\u2022\uf0a7\uf0b7\uf0a8\uf0fc\uf0d8\u0083\u25e6\u2023\u00b7\u2043\uf076\uf02d\uf0be\u25cb\u25a1\u25fb\u25ab\u2794\u27a2\u25ba\u2713\u2714"
)
DASH_BULLETS = frozenset("-\u2013\u2014\u2212\u2500\u2015\u0336o\u00a7*")
TAB = 0.42
MARGIN = 3.5
HANGING = (10.0, 55.0)
NUMBER = re.compile(r"^(\d{1,3}|\d{1,2}(?:\.\d{1,3}){1,3})\.?$")
GLUED_NUMBER = re.compile(r"^(\d{1,3})\.([^\W\d].*|[‘“'\"(].*)$")
LETTER = re.compile(r"^(?:\(?[a-z]\)|[a-z]\.|\(?[ivx]{1,4}\)|[ivx]{1,4}\.)$")


class MarkerKind(Enum):
    """What a marker is."""

    BULLET = 1
    NUMBER = 2
    LETTER = 3


class LineMarker(NamedTuple):
    """A marker as printed, the number in it, where it stands, and the text of its line after it with its left edge."""

    kind: MarkerKind
    printed: str
    number: str | None
    x0: float
    text: str
    text_x: float


def _marker(kind: MarkerKind, printed: str, number: str | None, x0: float, rest: Sequence[PrintedWord]) -> LineMarker:
    return LineMarker(kind, printed, number, x0, spell(rest), rest[0].x0 if rest else x0)


def _tabbed(first: PrintedWord, second: PrintedWord) -> bool:
    return second.x0 - first.x1 > TAB * max(first.size, second.size)


def _bullet(first: PrintedWord, rest: Sequence[PrintedWord]) -> LineMarker | None:
    sign = first.text
    if sign[0] in SURE_BULLETS:
        if len(sign) > 1:
            rest = (first._replace(text=sign[1:]), *rest)
        return _marker(MarkerKind.BULLET, sign[0], None, first.x0, rest)
    if sign in DASH_BULLETS and rest and _tabbed(first, rest[0]):
        return _marker(MarkerKind.BULLET, sign, None, first.x0, rest)
    return None


def _number(first: PrintedWord, rest: Sequence[PrintedWord]) -> LineMarker | None:
    if match := NUMBER.match(first.text):
        if first.text.endswith(".") or "." in first.text:
            return _marker(MarkerKind.NUMBER, first.text, match[1], first.x0, rest) if rest else None
        if len(rest) > 1 and rest[0].text == ".":
            return _marker(MarkerKind.NUMBER, f"{first.text}.", match[1], first.x0, rest[1:])
    if match := GLUED_NUMBER.match(first.text):
        share = first.x0 + (first.x1 - first.x0) * (len(match[1]) + 1) / len(first.text)
        glued = first._replace(text=match[2], x0=share)
        return _marker(MarkerKind.NUMBER, f"{match[1]}.", match[1], first.x0, (glued, *rest))
    return None


def find_marker(words: Sequence[PrintedWord]) -> LineMarker | None:
    """The bullet, number or letter in front of a line. Whether a number stands at a number margin is not yet asked."""
    first, rest = words[0], words[1:]
    if first.raised:
        return None
    if first.text[0].isdigit():
        return _number(first, rest)
    if (not first.text[0].isalnum() or first.text == "o") and (marker := _bullet(first, rest)):
        return marker
    if rest and len(first.text) <= 6 and LETTER.match(first.text) and _tabbed(first, rest[0]):
        return _marker(MarkerKind.LETTER, first.text, None, first.x0, rest)
    return None


def number_margins(markers: Iterable[LineMarker | None]) -> tuple[float, ...]:
    """The left edges at which the numbers of paragraphs stand, from the markers of all lines."""
    places = Counter(round(marker.x0) for marker in markers if marker and marker.kind is MarkerKind.NUMBER)
    margins: list[tuple[float, int]] = []
    for place, _ in places.most_common():
        if any(abs(place - margin) <= MARGIN for margin, _ in margins):
            continue
        count = sum(n for at, n in places.items() if abs(at - place) <= MARGIN)
        hanging = any(HANGING[0] < place - margin < HANGING[1] and count < busier * 0.3 for margin, busier in margins)
        if not hanging:
            margins.append((place, count))
    return tuple(margin for margin, _ in margins)


def at_margin(x: float, margins: Iterable[float]) -> bool:
    """Tell whether a number stands at one of the margins."""
    return any(abs(x - margin) <= MARGIN + 1 for margin in margins)
