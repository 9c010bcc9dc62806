"""Printed words of a page, with the place and the type of each."""

from collections.abc import Iterable
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


def spell(words: Iterable[PrintedWord], raised: bool = False) -> str:
    """Write words on one line, without raised figures unless ``raised`` is True."""
    pieces: list[str] = []
    for word in words:
        if word.raised and not raised:
            continue
        if pieces and not word.glued:
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces).strip()
