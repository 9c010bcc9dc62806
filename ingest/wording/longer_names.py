"""A name that stands inside a longer one: "Lincolnshire" in "NorthEast Lincolnshire", "Derby" in "Derby shire".

Recognition and justified lines lose or add spaces and mistake letters, so that a longer name is no longer found as it
is spelt, and the shorter one in it is. Before the shorter one counts, the words around it are compared with what the
longer one has in front and behind, without spaces and with figures read as the letters they look like. Where the parts
of the longer name are words, a letter may differ in each five or so, if they are printed like a name; a part of a word
must be exact.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

LIKE_LETTERS = str.maketrans({"0": "o", "1": "l", "5": "s", "8": "b", "|": "l", "!": "l", "$": "s", "€": "e"})
WINDOW = 48
"""Characters on each side of a name that may belong to a longer one."""
BREAK = re.compile(r"[.;:?()\[\]“”\"\n\t/]")
LETTERS_FOR_AN_ERROR = 5
SHORTEST_EXACT = 4
LONGEST_DIFFERENCE = 2


class LongerName(NamedTuple):
    """A name in which another one stands: its key, and what it has in front of and behind the other, squashed.

    ``cut`` tells that the other one begins or ends inside a word.
    """

    key: str
    before: str
    after: str
    cut: bool


def squash(text: str) -> str:
    """The letters of a text without case, spaces and marks; figures as the letters that they look like."""
    plain = text.replace("&", "and").casefold().translate(LIKE_LETTERS)
    return "".join(character for character in plain if character.isalpha())


def names_around(key: str, keys: Iterable[str]) -> tuple[LongerName, ...]:
    """The names in which a name stands, the longest first.

    A key is a name in lower case, its words parted by spaces.
    """
    inner = squash(key)
    found = []
    for other in keys:
        outer = squash(other)
        at = outer.find(inner)
        if other != key and at >= 0 and len(outer) > len(inner):
            cut = re.search(rf"\b{re.escape(key)}\b", other) is None
            found.append(LongerName(other, outer[:at], outer[at + len(inner) :], cut))
    return tuple(sorted(found, key=lambda name: (-len(name.key), name.key)))


def _fits(window: str, wanted: str, *, cut: bool, behind: bool) -> bool:
    """Tell whether a text ends (in front of a name) or begins (behind it) with a part of a longer name."""
    if not wanted:
        return True
    letters = squash(window)
    exact = letters.startswith(wanted) if behind else letters.endswith(wanted)
    if exact and (len(wanted) >= SHORTEST_EXACT or _begins_word(window, wanted, behind=behind)):
        return True
    allowed = 0 if cut else min(LONGEST_DIFFERENCE, (len(wanted) + 1) // LETTERS_FOR_AN_ERROR)
    return any(
        Levenshtein.distance(squash(candidate), wanted) <= allowed
        for candidate in _word_windows(window, len(wanted), behind=behind)
        if behind or not candidate[:1].islower()
    )


def _begins_word(window: str, wanted: str, *, behind: bool) -> bool:
    return behind or any(squash(candidate) == wanted for candidate in _word_windows(window, len(wanted), behind=False))


def _word_windows(window: str, length: int, *, behind: bool) -> list[str]:
    """The stretches of whole words next to the name that have about as many letters."""
    words = list(re.finditer(r"\S+", window))
    stretches = [window[: word.end()] if behind else window[word.start() :] for word in words]
    return [s.strip(" ,-") for s in stretches if abs(len(squash(s)) - length) <= LONGEST_DIFFERENCE]


def longer_name(text: str, start: int, end: int, around: Iterable[LongerName]) -> str | None:
    """The key of the longest name that stands around the one at ``start`` to ``end``, or None."""
    left = BREAK.split(text[max(0, start - WINDOW) : start])[-1]
    right = BREAK.split(text[end : end + WINDOW])[0]
    for name in around:
        if _fits(left, name.before, cut=name.cut, behind=False) and _fits(right, name.after, cut=name.cut, behind=True):
            return name.key
    return None
