"""Printed words of a page, with the place and the type of each."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple


class PrintedWord(NamedTuple):
    """A word and its box, in points from the top left corner of the page.

    ``size`` is the size of its type in points. ``raised`` marks a footnote figure, which stands above the line.
    ``glued`` is True when no space stands between the word and the one before it; ``spaced`` is True when the file
    has a space there, whatever the distance on the page.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    raised: bool = False
    glued: bool = False
    spaced: bool = False


printed_word: Callable[[tuple[str, float, float, float, float, float, bool, bool, bool, bool]], PrintedWord]
printed_word = partial(tuple.__new__, PrintedWord)
"""A word of all its fields, for the readers of many: more than twice as fast as the class itself."""


def spell(words: Iterable[PrintedWord], raised: bool = False) -> str:
    """Write words on one line, without raised figures unless ``raised`` is True."""
    pieces = [word.text if word.glued else f" {word.text}" for word in words if raised or not word.raised]
    return "".join(pieces).strip()
