"""Printed words and lines for tests of the page: every letter is half as wide as its type is high."""

from ingest.page.lines import PrintedLine, make_line
from ingest.page.words import PrintedWord


def word(
    text: str, x0: float = 72.0, top: float = 100.0, size: float = 12.0, bold: bool = False, **more
) -> PrintedWord:
    """A word at a place; ``more`` are further fields of it."""
    return PrintedWord(text, x0, top, x0 + size / 2 * len(text), top + size, size, bold, **more)


def words(*pairs: tuple[str, float], **more) -> list[PrintedWord]:
    """Words side by side: the text and the left edge of each."""
    return [word(text, x0, **more) for text, x0 in pairs]


def row(text: str, x0: float = 72.0, top: float = 100.0, size: float = 12.0, bold: bool = False) -> list[PrintedWord]:
    """The words of a text, one after the other with a space between; a tab leaves 20 points."""
    made = []
    for stretch in text.split("\t"):
        for part in stretch.split():
            made.append(word(part, x0, top, size, bold))
            x0 = made[-1].x1 + size / 2
        x0 += 20 - size / 2
    return made


def line(
    text: str, x0: float = 72.0, top: float = 100.0, page: int = 1, *, size: float = 12.0, bold: bool = False
) -> PrintedLine:
    """A line of text."""
    return make_line(page, row(text, x0, top, size, bold))
