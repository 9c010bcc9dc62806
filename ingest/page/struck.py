"""Words of a page that a drawn line strikes through.

Such a line goes through the middle of words, not along their feet, and begins and ends where words do: a rule of a
table that runs through words by mistake goes on beyond them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from ingest.page.tables import DrawnLine
from ingest.page.words import PrintedWord, spell

THICKEST = 2.5
"""Points; what is thicker covers words."""

MIDDLE = (0.35, 0.75)
"""The part of the height of a word, from its top, through which a line strikes it."""

TOP = attrgetter("top")

ENDS = 3.0
"""Points by which a line may be longer or shorter than the words that it strikes."""


def struck_texts(words: Sequence[PrintedWord], lines: Iterable[DrawnLine]) -> tuple[str, ...]:
    """The texts that lines strike through, each as one line strikes it, in the order of the lines."""
    flat = [line for line in lines if line.bottom - line.top <= THICKEST and line.x1 - line.x0 > 2 * ENDS]
    if not flat or not words:
        return ()
    ordered = sorted(words, key=TOP)
    tops = list(map(TOP, ordered))
    tallest = max(word.bottom - word.top for word in ordered)
    found = []
    for line in flat:
        near = ordered[bisect_left(tops, line.top - tallest) : bisect_left(tops, line.bottom)]
        found.append(_struck(line, near))
    return tuple(dict.fromkeys(text for text in found if any(map(str.isalnum, text))))


def _struck(line: DrawnLine, near: Sequence[PrintedWord]) -> str:
    """The words that a line strikes, "" if it strikes none or goes on beyond them."""
    words = sorted(_through(line, near), key=lambda word: word.x0)
    if not words or abs(words[0].x0 - line.x0) > ENDS or abs(words[-1].x1 - line.x1) > ENDS:
        return ""
    return spell(words, raised=True)


def _through(line: DrawnLine, words: Iterable[PrintedWord]) -> Iterator[PrintedWord]:
    y = (line.top + line.bottom) / 2
    for word in words:
        height = word.bottom - word.top
        inside = line.x0 - ENDS <= word.x0 and word.x1 <= line.x1 + ENDS
        if inside and MIDDLE[0] * height < y - word.top < MIDDLE[1] * height:
            yield word
