"""Printed words for tests of the page."""

from ingest.page.words import PrintedWord


def word(
    text: str, x0: float = 72.0, top: float = 100.0, size: float = 12.0, bold: bool = False, **more
) -> PrintedWord:
    """A word whose letters are half as wide as high; ``more`` are further fields of it, ``width`` among them."""
    width = more.pop("width", size / 2 * len(text))
    return PrintedWord(text, x0, top, x0 + width, top + size, size, bold, **more)


def words(*pairs: tuple[str, float], **more) -> list[PrintedWord]:
    """Words side by side: the text and the left edge of each."""
    return [word(text, x0, **more) for text, x0 in pairs]
