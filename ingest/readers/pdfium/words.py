"""The words of a page: box, size and weight of type, raised figures.

Only what is cheap is asked of pdfium: the plain text of a page in one call, the boxes of the first and the last
letter of each word, the weight once a word, the size once for each height of letters. A word whose first and last
letters differ in height, or in which a digit follows a letter or a mark, is taken apart letter by letter, because it
may carry a raised figure.
"""

import ctypes
import math
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import pypdfium2.raw as c

from ingest.page.characters import BEYOND_PLAIN, as_seen, unreadable
from ingest.page.words import PrintedWord, printed_word
from ingest.readers.pdfium import calls
from ingest.readers.pdfium.letter_boxes import letter_boxes
from ingest.readers.pdfium.space import PageSpace
from ingest.readers.pdfium.stated_heights import boxes_with_room, lacks_heights

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

CROOKED = 10.0
"""Degrees by which upright text may lean."""

SAMPLED = 40
"""Of so many letters one is asked whether its font says what it is."""

VISIBLE = re.compile(r"\S")
BEYOND_ASCII = re.compile(r"[^\x00\x20-\x7e\s]")
ALONE = re.compile(r"(?<!\S)\S(?!\S)")

HYPHENS = "\x02\ufffe"
"""What pdfium gives for a hyphen at the end of a line."""

WORD = re.compile("[^\\s\x00\x02\ufffe\ufffd]+[\x02\ufffe]?|[\x02\ufffe]")
MAY_HOLD_RAISED = re.compile(r"(?:[^\W\d]|[)\]’”'\".,;:?!])\d").search
DIGITS = re.compile(r"\d{1,3}")


@dataclass(slots=True)
class _WordPiece:
    """Letters of one height inside a word, in points; heights grow from the bottom to the top of the page."""

    letters: str
    index: int
    x0: float
    low: float
    x1: float
    high: float

    @property
    def height(self) -> float:
        return self.high - self.low

    def goes_on(self, letter: "_WordPiece") -> bool:
        """Tell whether a letter stands beside the last one and is as high."""
        level = abs(letter.low - self.low) < LEVEL and abs(letter.high - self.high) < LEVEL
        return level and letter.x0 > self.x0 - OVERLAP

    def raised_beside(self, tallest: "_WordPiece") -> bool:
        """Tell whether the letters are smaller than the tallest and their base line is higher."""
        higher_by = self.low + DESCENT * self.height - tallest.low - DESCENT * tallest.height
        return self.height < SMALL * tallest.height and higher_by > RAISED * tallest.height


class PageText:
    """The text of an open page; ``plain`` is all of it as pdfium gives it, one character for each of its positions."""

    def __init__(self, text_page: Any, space: PageSpace) -> None:
        self._text = text_page
        self._at = ctypes.c_void_p(calls.address_of(text_page))
        self.space = space
        self._rect = c.FS_RECTF()
        self._rect_at = ctypes.byref(self._rect)
        self._matrix = c.FS_MATRIX()
        self.plain = self._plain_text()
        self._bare = lacks_heights(self._at, self.plain, self.size)

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

    def hide(self, letters: Collection[int]) -> None:
        """Take letters out of the plain text; the others keep their positions."""
        self.plain = "".join("\0" if index in letters else sign for index, sign in enumerate(self.plain))

    def owner(self, index: int) -> int:
        """The address of the object of pdfium that paints a letter; 0 for a letter that pdfium put in."""
        return calls.painter_of(self._at, index) or 0

    def tight_box(self, letters: Iterable[int]) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the ink of letters, in the space of the file."""
        edges = [ctypes.c_double() for _ in range(4)]
        boxes = []
        for index in letters:
            c.FPDFText_GetCharBox(self._text, index, *edges)
            boxes.append([edge.value for edge in edges])
        lefts, rights, lows, highs = zip(*boxes, strict=True)
        return min(lefts), min(lows), max(rights), max(highs)

    def unreadable(self) -> int:
        """How many letters cannot be read: the font does not say which they are, or says what is no letter.

        Letters beyond plain ones are asked for, and of the others a sample; if one of it is unreadable, all are. A sign
        that stands alone is a bullet or the like.
        """
        sampled = range(0, len(self.plain), SAMPLED)
        everywhere = 1 in map(calls.is_unmapped, repeat(self._at), (i for i in sampled if self.plain[i].isascii()))
        asked = VISIBLE.finditer(self.plain) if everywhere else BEYOND_ASCII.finditer(self.plain)
        unmapped = {match.start() for match in asked if self._is_unmapped(match.start())}
        alone = {match.start() for match in ALONE.finditer(self.plain)} if unmapped else set()
        return len((unmapped - alone) | unreadable(self.plain))

    def _is_unmapped(self, index: int) -> bool:
        return calls.is_unmapped(self._at, index) == 1

    def angle(self, index: int) -> float:
        """By how many degrees, clockwise, a letter is turned in the file."""
        return math.degrees(c.FPDFText_GetCharAngle(self._text, index))

    def upright_words(self) -> list[PrintedWord] | None:
        """The words in the order of the file, on the page as it is shown; a line-end hyphen stays with its word.

        None if the page or some of its words are turned: then ask for each word where it stands (``words_at``).
        """
        if self.space.turns:
            return None
        weight, page, text = calls.font_weight, self._at, self.plain
        beyond_plain, hyphened = BEYOND_PLAIN.search(text) is not None, any(sign in text for sign in HYPHENS)
        left, bottom, height = self.space.left, self.space.bottom, self.space.height
        sizes: dict[tuple[int, int], float] = {}
        high_before = heavy_before = 0.0
        words: list[PrintedWord] = []
        spans = [match.span() for match in WORD.finditer(text)]
        boxes = boxes_with_room if self._bare else letter_boxes
        firsts = boxes(page, [start for start, _ in spans])
        lasts = boxes(page, [end - 1 for _, end in spans])
        for (start, end), (x0, high, _, low), (_, last_high, x1, last_low) in zip(spans, firsts, lasts, strict=True):
            printed = text[start:end]
            if end - start > 1:
                level = last_low == low and last_high == high
                level = level or (abs(last_low - low) < LEVEL and abs(last_high - high) < LEVEL)
                if (not level or x1 < x0) and self._turned(start):
                    return None
                if not level or (not printed.isalpha() and MAY_HOLD_RAISED(printed)):
                    words += self._taken_apart(start, printed, self.space)
                    continue
            heavy = weight(page, start)
            if high - low != high_before or heavy != heavy_before:
                high_before, heavy_before = high - low, heavy
                key = (round((high - low) * 8), heavy)
                if key not in sizes:
                    sizes[key] = self.size(start)
                size = sizes[key]
            bold = heavy == BOLD or (heavy != REGULAR and self._bold(start))
            if beyond_plain or (hyphened and printed[-1] in HYPHENS):
                printed = _clean_letters(printed)
            spaced = start > 0 and text[start - 1] not in "\r\n"
            # As ``space.shown`` turns a box, written out because it is asked for each word.
            top, foot = height - (high - bottom), height - (low - bottom)
            words.append(printed_word((printed, x0 - left, top, x1 - left, foot, size, bold, False, False, spaced)))
        return words

    def _turned(self, index: int) -> bool:
        """Tell whether a letter is not upright in the file; text of a crooked scan counts as upright."""
        return CROOKED < self.angle(index) < 360 - CROOKED

    def words_at(self, start: int, printed: str, space: PageSpace) -> list[PrintedWord]:
        """The word that begins at an index, on the page as a space turns it; several where it holds raised figures."""
        first, last = self._letter(start, space), self._letter(start + len(printed) - 1, space)
        level = abs(first.low - last.low) < LEVEL and abs(first.high - last.high) < LEVEL
        if len(printed) > 1 and (not level or (not printed.isalpha() and MAY_HOLD_RAISED(printed))):
            return list(self._taken_apart(start, printed, space))
        spaced = start > 0 and self.plain[start - 1] not in "\r\n"
        box = first.x0, -first.high, last.x1, -first.low
        return [PrintedWord(_clean_letters(printed), *box, self.size(start), self._bold(start), spaced=spaced)]

    def whole_word(self, start: int, printed: str, space: PageSpace) -> PrintedWord:
        """The word that begins at an index in one box, however its letters stand."""
        pieces = [self._letter(start + offset, space) for offset in range(len(printed))]
        x0, x1 = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
        top, bottom = -max(piece.high for piece in pieces), -min(piece.low for piece in pieces)
        return PrintedWord(_clean_letters(printed), x0, top, x1, bottom, self.size(start), self._bold(start))

    def _letter(self, index: int, space: PageSpace) -> _WordPiece:
        """A letter on the page as a space turns it; its heights are negative and count from the top."""
        rect = self._rect
        if self._bare:
            ((left, high, right, low),) = boxes_with_room(self._at, (index,))
        else:
            calls.loose_box(self._at, index, self._rect_at)
            left, low, right, high = rect.left, rect.bottom, rect.right, rect.top
        x0, top, x1, bottom = space.shown(left, low, right, high)
        return _WordPiece(self.plain[index], index, x0, -bottom, x1, -top)

    def _taken_apart(self, start: int, printed: str, space: PageSpace) -> Iterator[PrintedWord]:
        """Cut a word where the height of its letters changes; small high figures in it are raised."""
        pieces: list[_WordPiece] = []
        for index in range(start, start + len(printed)):
            letter = self._letter(index, space)
            if pieces and (unicodedata.combining(letter.letters) or pieces[-1].goes_on(letter)):
                pieces[-1].letters += letter.letters
                pieces[-1].x1 = max(pieces[-1].x1, letter.x1)
            else:
                pieces.append(letter)
        tallest = max(pieces, key=lambda piece: piece.height)
        before: _WordPiece | None = None
        for piece in pieces:
            raised = piece.raised_beside(tallest) and bool(DIGITS.fullmatch(piece.letters))
            bold = self._bold(piece.index)
            near = before is not None and abs(piece.x0 - before.x1) < tallest.height * NEAR
            box = piece.x0, -piece.high, piece.x1, -piece.low
            yield PrintedWord(_clean_letters(piece.letters), *box, self.size(piece.index), bold, raised, glued=near)
            before = piece

    def size(self, index: int) -> float:
        """The size of a letter in points, to the half point."""
        size = float(calls.font_size(self._at, index))
        if calls.letter_matrix(self._at, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return round(size * 2) / 2

    def _bold(self, index: int) -> bool:
        """Tell whether a letter is bold by the weight of its font, or by the font's name where it states no weight."""
        weight = calls.font_weight(self._at, index)
        if weight > 0:
            return bool(weight >= LIGHTEST_BOLD)
        name = ctypes.create_string_buffer(NAME_LENGTH)
        c.FPDFText_GetFontInfo(self._text, index, name, NAME_LENGTH, None)
        return b"bold" in name.value.lower()


def _clean(printed: str) -> str:
    """The word with a printed hyphen for pdfium's sign of one."""
    return printed[:-1] + "-" if printed[-1] in HYPHENS else printed


def _clean_letters(printed: str) -> str:
    """The word as a person sees it."""
    return as_seen(_clean(printed))
