"""Words: what a page gives, with the place and the type of each."""

from collections.abc import Iterable
from typing import NamedTuple


class PrintedWord(NamedTuple):
    """A word and where it stands, in points from the top left corner of its page.

    ``size`` is the size of type in points; ``raised`` marks figures that stand above the line: footnote markers.
    ``glued`` tells that no space stands between this word and the one before, ``spaced`` that the file has one there.
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
    """Write words on one line; raised figures only if they are asked for."""
    pieces: list[str] = []
    for word in words:
        if word.raised and not raised:
            continue
        if pieces and not word.glued:
            pieces.append(" ")
        pieces.append(word.text)
    return "".join(pieces).strip()
