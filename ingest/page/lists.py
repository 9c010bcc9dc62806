"""What stands in front of a line: a bullet, a paragraph number or a letter.

A number counts as one only at a number margin: a sentence may wrap so that a line begins "18. This", but such lines
stand at the hanging indent of a numbered paragraph. The number margins of a document are the left edges at which most
of its numbers stand, except the hanging indents of margins with far more numbers.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from ingest.page.words import PrintedWord, spell

SURE_BULLETS = frozenset(
    "\u25fc\u25aa\u25a0\u25cf\u2022\u25e6\u2023\u00b7\u2043\u25cb\u25a1\u25fb\u25ab\u2794\u27a2\u25ba\u2713\u2714"
    "\uf02d\uf06e\uf076\uf0a7\uf0a8\uf0b7\uf0be\uf0d8\uf0fc\u0083"  # of symbol fonts
)
"""Characters that are a bullet wherever they begin a line."""

DASH_BULLETS = frozenset("-\u2013\u2014\u2212\u2500\u2015\u0336o\u00a7*")
"""Characters that are a bullet only when a tab parts them from the text."""

PIECES = 6
"""Words in which a number may be printed at most, its text glued to it included."""

TAB = 0.42  # least gap after a dash, letter or the like, as a multiple of the size of type
MARGIN = 3.5  # points by which numbers at one margin may differ
HANGING = (10.0, 55.0)  # points from a number margin to its hanging indent
FEW = 0.3  # of the numbers of a margin: fewer at its hanging indent are not numbers
WHOLE_NUMBER = r"(?:\d{1,3}|1[0-8]\d\d)"
"""The number of a paragraph; from 1900 on a number is a year."""
NUMBER = re.compile(rf"^({WHOLE_NUMBER}|\d{{1,2}}(?:\.\d{{1,3}}){{1,3}})\.?$")
GLUED_NUMBER = re.compile(rf"^({WHOLE_NUMBER})\.([^\W\d].*|[‘“'\"(].*)$")
LETTER = re.compile(r"^(?:\(?(?:[a-z]|\d{1,2})\)|[a-z]\.|\(?[ivx]{1,4}\)|[ivx]{1,4}\.)$")


class MarkerKind(Enum):
    """What kind of marker stands in front of a line."""

    BULLET = 1
    NUMBER = 2
    LETTER = 3


class LineMarker(NamedTuple):
    """The marker in front of a line.

    ``printed`` is the marker as printed ("19.", "a)"), ``number`` the number in it without a final full stop.
    ``text`` is the rest of the line. ``x0`` and ``text_x`` are the left edges of marker and text, in points.
    """

    kind: MarkerKind
    printed: str
    number: str | None
    x0: float
    text: str
    text_x: float


def _marker(kind: MarkerKind, printed: str, number: str | None, x0: float, rest: Sequence[PrintedWord]) -> LineMarker:
    return LineMarker(kind, printed, number, x0, spell(rest), rest[0].x0 if rest else x0)


def _tabbed(first: PrintedWord, second: PrintedWord) -> bool:
    """Tell whether more than a space parts two words."""
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
    """A number with a full stop in or after it: "3.14 Staff", "19. Staff", "19 . Staff" or "19.Staff"."""
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


def _whole(words: Sequence[PrintedWord]) -> tuple[PrintedWord, Sequence[PrintedWord]]:
    """The first word and those behind it; a number or letter that is printed in pieces ("2" and ".1") is one."""
    first, text = words[0], words[0].text
    found, at = first, 1
    for count, word in enumerate(words[1:PIECES], 2):
        if not word.glued or word.raised:
            break
        text += word.text
        if NUMBER.match(text) or LETTER.match(text):
            found, at = first._replace(text=text, x1=word.x1), count
    return found, words[at:]


def find_marker(words: Sequence[PrintedWord]) -> LineMarker | None:
    """Find the bullet, number or letter in front of a line, given as its words from left to right.

    Whether a number stands at a number margin is for the caller to ask (``at_margin``).
    """
    if words[0].raised:
        return None
    first, rest = _whole(words)
    if first.text[0].isdigit() and not first.text.endswith(")"):
        return _number(first, rest)
    if (not first.text[0].isalnum() or first.text == "o") and (marker := _bullet(first, rest)):
        return marker
    if rest and len(first.text) <= 6 and LETTER.match(first.text) and _tabbed(first, rest[0]):
        return _marker(MarkerKind.LETTER, first.text, None, first.x0, rest)
    return None


def number_margins(markers: Iterable[LineMarker | None]) -> tuple[float, ...]:
    """The left edges at which paragraph numbers stand, in points, busiest first, from the markers of all lines."""
    places = Counter(round(marker.x0) for marker in markers if marker and marker.kind is MarkerKind.NUMBER)
    margins: list[tuple[float, int]] = []
    for place, _ in places.most_common():
        if any(abs(place - margin) <= MARGIN for margin, _ in margins):
            continue
        count = sum(n for at, n in places.items() if abs(at - place) <= MARGIN)
        hanging = any(HANGING[0] < place - margin < HANGING[1] and count < busier * FEW for margin, busier in margins)
        if not hanging:
            margins.append((place, count))
    return tuple(margin for margin, _ in margins)


def at_margin(x: float, margins: Iterable[float]) -> bool:
    """Tell whether a left edge, in points, is one of the margins."""
    return any(abs(x - margin) <= MARGIN + 1 for margin in margins)  # margins are whole points
