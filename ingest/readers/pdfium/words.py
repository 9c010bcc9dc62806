"""The words of a page: box, size and weight of type, raised figures.

Only what is cheap is asked of pdfium: the plain text of a page in one call, the boxes of the first and the last
letter of each word, the weight once a word, the size once for each height of letters. A word whose first and last
letters differ in height, or in which a digit follows a letter or a mark, is taken apart letter by letter, because it
may carry a raised figure.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as c

from ingest.page.words import PrintedWord
from ingest.readers.pdfium.space import PageSpace

# Points.
LEVEL = 0.4  # by which letters of one height may differ
OVERLAP = 0.5  # by which a letter may stand left of the one before

# Parts of the height of the tallest letters of a word.
DESCENT = 0.2  # from the bottom of a letter's box to its base line
SMALL = 0.85  # raised letters are lower than this
RAISED = 0.12  # and their base line is higher by more than this
NEAR = 0.3  # a piece that follows closer stands in the same word

NAME_LENGTH = 96
"""Bytes of the name of a font that are looked at."""

REGULAR, BOLD, LIGHTEST_BOLD = 400, 700, 600
"""Weights of fonts, as CSS counts them."""

HYPHENS = "\x02\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""

WORD = re.compile("[^\\s\x00\x02\ufffe\ufffd]+[\x02\ufffe]?|[\x02\ufffe]")
MAY_HOLD_RAISED = re.compile(r"(?:[^\W\d]|[)\]’”'\".,;:?!])\d").search
DIGITS = re.compile(r"\d{1,3}")


@dataclass(slots=True)
class _WordPiece:
    """Letters of one height inside a word, in the space of the file: heights count from the bottom, in points."""

    letters: str
    index: int
    x0: float
    low: float
    x1: float
    high: float

    @property
    def height(self) -> float:
        return self.high - self.low

    def goes_on(self, rect: Any) -> bool:
        """Tell whether the letter with that box stands beside the last one and is as high."""
        level = abs(rect.bottom - self.low) < LEVEL and abs(rect.top - self.high) < LEVEL
        return bool(level and rect.left > self.x0 - OVERLAP)

    def raised_beside(self, tallest: "_WordPiece") -> bool:
        """Tell whether the letters are smaller than the tallest and their base line is higher."""
        higher_by = self.low + DESCENT * self.height - tallest.low - DESCENT * tallest.height
        return self.height < SMALL * tallest.height and higher_by > RAISED * tallest.height


class PageText:
    """The text of an open page; ``plain`` is all of it as pdfium gives it, one character for each of its positions."""

    def __init__(self, text_page: Any, space: PageSpace) -> None:
        self._text = text_page
        self._space = space
        self._rect = c.FS_RECTF()
        self._matrix = c.FS_MATRIX()
        self.plain = self._plain_text()

    def _plain_text(self) -> str:
        count = c.FPDFText_CountChars(self._text)
        buffer = (ctypes.c_ushort * (count + 1))()
        written = c.FPDFText_GetText(self._text, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        return text if written - 1 == count == len(text) else self._character_by_character(count)

    def _character_by_character(self, count: int) -> str:
        """The plain text where pdfium's positions and the characters of its text do not match one to one."""
        codes = (c.FPDFText_GetUnicode(self._text, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def words(self) -> Iterator[PrintedWord]:
        """The words in the order of the file, on the page as it is shown; a line-end hyphen stays with its word."""
        rect, loose, weight, page = self._rect, c.FPDFText_GetLooseCharBox, c.FPDFText_GetFontWeight, self._text
        text, shown = self.plain, self._space.shown
        sizes: dict[tuple[int, int], float] = {}
        for match in WORD.finditer(text):
            start, end = match.span()
            printed = match.group()
            if not loose(page, start, rect):
                continue
            x0, low, high, x1 = rect.left, rect.bottom, rect.top, rect.right
            if end - start > 1:
                loose(page, end - 1, rect)
                x1 = rect.right
                level = abs(rect.bottom - low) < LEVEL and abs(rect.top - high) < LEVEL
                if not level or (not printed.isalpha() and MAY_HOLD_RAISED(printed)):
                    yield from self._taken_apart(start, printed)
                    continue
            heavy = weight(page, start)
            key = (round((high - low) * 8), heavy)
            if key not in sizes:
                sizes[key] = self._size(start)
            bold = heavy == BOLD or (heavy != REGULAR and self._bold(start))
            spaced = start > 0 and text[start - 1] not in "\r\n"
            box = shown(x0, low, x1, high)
            yield PrintedWord(_clean(printed), *box, sizes[key], bold, False, False, spaced)

    def _taken_apart(self, start: int, printed: str) -> Iterator[PrintedWord]:
        """Cut a word where the height of its letters changes; small high figures in it are raised."""
        rect = self._rect
        pieces: list[_WordPiece] = []
        for offset, letter in enumerate(printed):
            c.FPDFText_GetLooseCharBox(self._text, start + offset, rect)
            if pieces and pieces[-1].goes_on(rect):
                pieces[-1].letters += letter
                pieces[-1].x1 = rect.right
            else:
                pieces.append(_WordPiece(letter, start + offset, rect.left, rect.bottom, rect.right, rect.top))
        tallest = max(pieces, key=lambda piece: piece.height)
        before: _WordPiece | None = None
        for piece in pieces:
            raised = piece.raised_beside(tallest) and bool(DIGITS.fullmatch(piece.letters))
            bold = self._bold(piece.index)
            near = before is not None and abs(piece.x0 - before.x1) < tallest.height * NEAR
            box = self._space.shown(piece.x0, piece.low, piece.x1, piece.high)
            yield PrintedWord(_clean(piece.letters), *box, self._size(piece.index), bold, raised, glued=near)
            before = piece

    def _size(self, index: int) -> float:
        """The size of a letter in points, to the half point."""
        size = float(c.FPDFText_GetFontSize(self._text, index))
        if c.FPDFText_GetMatrix(self._text, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return round(size * 2) / 2

    def _bold(self, index: int) -> bool:
        """Tell whether a letter is bold by the weight of its font, or by the font's name where it states no weight."""
        weight = c.FPDFText_GetFontWeight(self._text, index)
        if weight > 0:
            return bool(weight >= LIGHTEST_BOLD)
        name = ctypes.create_string_buffer(NAME_LENGTH)
        c.FPDFText_GetFontInfo(self._text, index, name, NAME_LENGTH, None)
        return b"bold" in name.value.lower()


def _clean(printed: str) -> str:
    """The word with a printed hyphen for pdfium's sign of one."""
    return printed[:-1] + "-" if printed[-1] in HYPHENS else printed
