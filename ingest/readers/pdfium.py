"""PDF pages by pdfium: words with box, size and weight, and the rules drawn on the page.

Only what is cheap is asked of pdfium: the text of a page in one call, the boxes of the first and the last letter of each word,
the weight once a word, the size when the height of the letters changes. A word whose first and last letter differ in height is taken
apart letter by letter, for it carries a raised figure. Pages are opened one at a time and closed again.

pdfium is not safe with threads; use processes. Importing pypdfium2 starts the library.
"""

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2  # noqa: F401  (starts the library)
import pypdfium2.raw as c

from ingest.notices import Refused
from ingest.page.tables import DrawnLine
from ingest.page.words import PrintedWord
from inspections.notice_codes import NoticeCode

MAX_PAGES = 1500
MAX_BYTES = 100_000_000
THICK = 3.5
LEVEL = 0.4
NAME_LENGTH = 96
NORMAL, HEAVY, HEAVIER = 400, 700, 600
HYPHENS = "\x02\ufffe"
WORD = re.compile("[^\\s\x00\x02\ufffe\ufffd]+[\x02\ufffe]?|[\x02\ufffe]")
HIDES_RAISED = re.compile(r"(?:[^\W\d]|[)\]’”'\".,;:?!])\d").search
DIGITS = re.compile(r"\d{1,3}")
LAST_ERROR = {3: NoticeCode.NOT_A_PDF, 4: NoticeCode.ENCRYPTED, 5: NoticeCode.ENCRYPTED}


class PdfPage(NamedTuple):
    """What stands on one page: ``number`` from 1, size in points, words in the order of the file, rules, pdfium's own text."""

    number: int
    width: float
    height: float
    words: list[PrintedWord]
    rules: list[DrawnLine]
    text: str


class PdfDocument:
    """An open PDF; use it as a context manager. Raises Refused when pdfium cannot open the bytes."""

    def __init__(self, data: bytes) -> None:
        if len(data) > MAX_BYTES:
            raise Refused(
                NoticeCode.TOO_LARGE,
                f"The file is larger than {MAX_BYTES // 1_000_000} MB. Split it and read the parts.",
            )
        self._data = data
        self._handle = c.FPDF_LoadMemDocument64(data, len(data), None)
        if not self._handle:
            code = LAST_ERROR.get(c.FPDF_GetLastError(), NoticeCode.NOT_A_PDF)
            if code == NoticeCode.ENCRYPTED:
                raise Refused(code, "The PDF is locked with a password. Save it without one and read that file.")
            raise Refused(code, "The file begins like a PDF but cannot be opened as one. Download it again.")
        self.pages = c.FPDF_GetPageCount(self._handle)

    def __enter__(self) -> "PdfDocument":
        return self

    def __exit__(self, *_: object) -> None:
        c.FPDF_CloseDocument(self._handle)

    def read(self) -> Iterator[PdfPage | None]:
        """Each page in turn; None for a page that pdfium cannot open."""
        for index in range(self.pages):
            handle = c.FPDF_LoadPage(self._handle, index)
            if not handle:
                yield None
                continue
            text_page = c.FPDFText_LoadPage(handle)
            try:
                yield _PageReader(handle, text_page).page(index + 1) if text_page else None
            finally:
                if text_page:
                    c.FPDFText_ClosePage(text_page)
                c.FPDF_ClosePage(handle)


@dataclass(slots=True)
class _WordPiece:
    """Letters of one height inside a word, in the page's own space: heights count from the bottom."""

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
        """Tell whether a letter of that box stands beside the last and is as high."""
        level = abs(rect.bottom - self.low) < LEVEL and abs(rect.top - self.high) < LEVEL
        return bool(level and rect.left > self.x0 - 0.5)

    def raised_beside(self, tallest: "_WordPiece") -> bool:
        """Tell whether the letters are smaller and their base line is higher; a base line is a fifth up from the bottom."""
        base = self.low + 0.2 * self.height - tallest.low - 0.2 * tallest.height
        return self.height < 0.85 * tallest.height and base > 0.12 * tallest.height


class _PageReader:
    """One open page."""

    def __init__(self, handle: Any, text_page: Any) -> None:
        self._page = handle
        self._text = text_page
        box = c.FS_RECTF()
        if not c.FPDF_GetPageBoundingBox(handle, box):
            box = c.FS_RECTF(0, 842, 595, 0)
        self._left, self._bottom = box.left, box.bottom
        self._wide, self._high = box.right - box.left, box.top - box.bottom
        self._turn = c.FPDFPage_GetRotation(handle)
        self._rect = c.FS_RECTF()
        self._matrix = c.FS_MATRIX()

    def page(self, number: int) -> PdfPage:
        count = c.FPDFText_CountChars(self._text)
        text = self._all_text(count)
        width, height = (self._wide, self._high) if self._turn % 2 == 0 else (self._high, self._wide)
        return PdfPage(number, width, height, list(self._words(text)), self._rules(), text)

    def _all_text(self, count: int) -> str:
        buffer = (ctypes.c_ushort * (count + 1))()
        written = c.FPDFText_GetText(self._text, 0, count, buffer)
        text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
        return text if written - 1 == count == len(text) else self._slow(count)

    def _slow(self, count: int) -> str:
        """The letters one by one, so that the text has one sign for each of pdfium's positions."""
        codes = (c.FPDFText_GetUnicode(self._text, i) for i in range(count))
        return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)

    def _turned(self, x0: float, low: float, x1: float, high: float) -> tuple[float, float, float, float]:
        """A box of the page's own space as (x0, top, x1, bottom) on the page as it is shown."""
        x0, x1, low, high = x0 - self._left, x1 - self._left, low - self._bottom, high - self._bottom
        if self._turn == 0:
            return x0, self._high - high, x1, self._high - low
        if self._turn == 1:
            return low, x0, high, x1
        if self._turn == 2:
            return self._wide - x1, low, self._wide - x0, high
        return self._high - high, self._wide - x1, self._high - low, self._wide - x0

    def _size(self, index: int) -> float:
        size = float(c.FPDFText_GetFontSize(self._text, index))
        if c.FPDFText_GetMatrix(self._text, index, self._matrix):
            size *= math.hypot(self._matrix.c, self._matrix.d)
        return round(size * 2) / 2

    def _bold(self, index: int) -> bool:
        """Tell by the weight of the letter's font whether it is bold, or by the font's name where it states no weight."""
        weight = c.FPDFText_GetFontWeight(self._text, index)
        if weight > 0:
            return bool(weight >= HEAVIER)
        name = ctypes.create_string_buffer(NAME_LENGTH)
        c.FPDFText_GetFontInfo(self._text, index, name, NAME_LENGTH, None)
        return b"bold" in name.value.lower()

    def _words(self, text: str) -> Iterator[PrintedWord]:
        rect, loose, weight, page = self._rect, c.FPDFText_GetLooseCharBox, c.FPDFText_GetFontWeight, self._text
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
                if not level or (not printed.isalpha() and HIDES_RAISED(printed)):
                    yield from self._taken_apart(start, printed)
                    continue
            heavy = weight(page, start)
            key = (round((high - low) * 8), heavy)
            if key not in sizes:
                sizes[key] = self._size(start)
            bold = heavy == HEAVY or (heavy != NORMAL and self._bold(start))
            spaced = start > 0 and text[start - 1] not in "\r\n"
            box = self._turned(x0, low, x1, high)
            yield PrintedWord(_clean(printed), *box, sizes[key], bold, False, False, spaced)

    def _taken_apart(self, start: int, printed: str) -> Iterator[PrintedWord]:
        """A word of letters of several heights, cut where the height changes."""
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
            near = before is not None and abs(piece.x0 - before.x1) < tallest.height * 0.3
            box = self._turned(piece.x0, piece.low, piece.x1, piece.high)
            yield PrintedWord(_clean(piece.letters), *box, self._size(piece.index), bold, raised, glued=near)
            before = piece

    def _rules(self) -> list[DrawnLine]:
        rules: list[DrawnLine] = []
        for i in range(c.FPDFPage_CountObjects(self._page)):
            item = c.FPDFPage_GetObject(self._page, i)
            if c.FPDFPageObj_GetType(item) == c.FPDF_PAGEOBJ_PATH:
                rules.extend(self._rules_of(item))
        return rules

    def _rules_of(self, item: Any) -> Iterator[DrawnLine]:
        left, low, right, high = (ctypes.c_float() for _ in range(4))
        if not c.FPDFPageObj_GetBounds(item, left, low, right, high):
            return
        x0, top, x1, bottom = self._turned(left.value, low.value, right.value, high.value)
        if x1 - x0 <= THICK or bottom - top <= THICK:
            yield DrawnLine(x0, top, x1, bottom)
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(item, fill, stroke)
        if not stroke.value:
            return
        if c.FPDFPath_CountSegments(item) <= 6:
            yield from (
                DrawnLine(x0, top, x1, top),
                DrawnLine(x0, bottom, x1, bottom),
                DrawnLine(x0, top, x0, bottom),
                DrawnLine(x1, top, x1, bottom),
            )
            return
        yield from self._segments(item)

    def _segments(self, item: Any) -> Iterator[DrawnLine]:
        """The straight pieces of a path with many."""
        matrix = self._matrix
        c.FPDFPageObj_GetMatrix(item, matrix)
        x, y = ctypes.c_float(), ctypes.c_float()
        before: tuple[float, float] | None = None
        for i in range(min(c.FPDFPath_CountSegments(item), 2000)):
            segment = c.FPDFPath_GetPathSegment(item, i)
            c.FPDFPathSegment_GetPoint(segment, x, y)
            at = (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
            if before and c.FPDFPathSegment_GetType(segment) == c.FPDF_SEGMENT_LINETO:
                box = self._turned(
                    min(before[0], at[0]), min(before[1], at[1]), max(before[0], at[0]), max(before[1], at[1])
                )
                if box[2] - box[0] <= THICK or box[3] - box[1] <= THICK:
                    yield DrawnLine(*box)
            before = at


def _clean(printed: str) -> str:
    return printed[:-1] + "-" if printed[-1] in HYPHENS else printed
