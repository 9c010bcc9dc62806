"""Recognition of words on pages that are pictures, by Tesseract, where it is installed.

The page is drawn in grey, and Tesseract gives each word with its box and how sure it is, in per cent. Words of a line
share its height; its size of type is that of its capitals, so that headings are told as on any other page. Rules of
tables are long black runs of the drawing. Where Tesseract is missing, fails or takes too long, nothing is recognised.
"""

import ctypes
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from statistics import median

import pypdfium2.raw as c
from PIL import Image

from ingest.page.tables import DrawnLine
from ingest.page.words import PrintedWord

DOTS = 300
POINTS = 72
SECONDS = 40
MAX_DOTS = 40_000_000
"""Dots of a drawing; a page that is so large is no page of a report."""

ALIKE = 0.08
"""Part of the usual size by which lines may differ that are set in one size of type."""

TALL = re.compile(r"[A-Zbdfhklt0-9]")
LOW = re.compile(r"[gjpqyQ,;()\[\]|/@]")
TAILS = re.compile(r"[gjpqy]")
CAPITALS, FROM_TOP_TO_TAIL = 0.72, 0.93
"""The height of capitals, and of words with letters below the line, too, as parts of the size of type."""

BULLET = "•"
BULLETS = frozenset({"m", "m™", "m@", "@", "™", "®", "©", "¢", "»", "«", "e", "°", "¥", "§", "*", "·", "•", "■", "▪"})
"""What a bullet in front of a line is often taken for."""

RULES = "|_"
"""Signs that rules of a table are taken for."""

DARK = 110
LONG = b"\0" * 150
"""Dots of a drawn line, in a row: half an inch."""

COLUMNS = 12
"""Columns of a row of Tesseract's table; the last ones are how sure it is, and the word."""

WHITE = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """A word as Tesseract gives it: its line, its box in dots, and how sure it is, in per cent."""

    text: str
    line: tuple[str, ...]
    left: int
    top: int
    right: int
    bottom: int
    sure: float


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """The words of a page in points, how sure each is, in per cent, and the lines that are drawn there."""

    words: list[PrintedWord]
    sure: list[float]
    rules: list[DrawnLine]

    @property
    def text(self) -> str:
        """The words as plain text."""
        return " ".join(word.text for word in self.words)


@cache
def tesseract() -> str | None:
    """The path of Tesseract, None where it is not installed."""
    return shutil.which("tesseract")


def recognise(page: object) -> RecognisedPage | None:
    """Recognise the words of an open page; None where that cannot be done."""
    program = tesseract()
    drawn = _drawn(page) if program else None
    if not program or drawn is None:
        return None
    picture = drawn.point(lambda dot: 255 * (dot > DARK))
    written = BytesIO()
    drawn.save(written, "PPM")
    try:
        command = [program, "stdin", "stdout", "--dpi", str(DOTS), "-l", "eng", "tsv"]
        environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
        run = subprocess.run(  # noqa: S603
            command, input=written.getvalue(), capture_output=True, timeout=SECONDS, check=True, env=environment
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return _in_points(words_of(run.stdout.decode("utf-8", "replace").splitlines()), _ruled(picture))


def _drawn(page: object) -> Image.Image | None:
    """The page in grey."""
    width, height = (round(size * DOTS / POINTS) for size in (c.FPDF_GetPageWidthF(page), c.FPDF_GetPageHeightF(page)))
    if not 0 < width * height <= MAX_DOTS:
        return None
    bitmap = c.FPDFBitmap_CreateEx(width, height, c.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    try:
        c.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
        c.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, c.FPDF_ANNOT | c.FPDF_GRAYSCALE)
        stride = c.FPDFBitmap_GetStride(bitmap)
        dots = ctypes.string_at(c.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        c.FPDFBitmap_Destroy(bitmap)
    return Image.frombuffer("L", (width, height), dots, "raw", "L", stride, 1)


def words_of(rows: Iterable[str]) -> list[RecognisedWord]:
    """The words in Tesseract's table; its rows of other kinds have no word, and -1 for how sure it is."""
    words = []
    for row in rows:
        cells = row.split("\t")
        if len(cells) != COLUMNS or not cells[11].strip() or not cells[10].replace(".", "", 1).isdigit():
            continue
        left, top, width, height = map(int, cells[6:10])
        words.append(
            RecognisedWord(
                cells[11].strip(), tuple(cells[1:5]), left, top, left + width, top + height, float(cells[10])
            )
        )
    return words


def _in_points(words: list[RecognisedWord], rules: list[DrawnLine]) -> RecognisedPage:
    lines: dict[tuple[str, ...], list[RecognisedWord]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    sizes = {name: _size(line) for name, line in lines.items()}
    usual = median([size for size in sizes.values() if size] or [0.0])
    scale = POINTS / DOTS
    printed, sure = [], []
    for name, line in lines.items():
        size = sizes[name] or usual
        size = round((usual if abs(size - usual) <= ALIKE * usual else size) * 2) / 2
        top, bottom = min(word.top for word in line) * scale, max(word.bottom for word in line) * scale
        for place, word in enumerate(line):
            text = BULLET if place == 0 and word.text in BULLETS and len(line) > 1 else word.text.strip(RULES)
            if text:
                box = word.left * scale, top, word.right * scale, bottom
                printed.append(PrintedWord(text, *box, size, bold=False, spaced=True))
                sure.append(word.sure)
    return RecognisedPage(printed, sure, rules)


def _size(line: list[RecognisedWord]) -> float:
    """The size of type of a line in points, by the height of its tall letters; 0 where it has none."""
    tall = [word for word in line if TALL.search(word.text)]
    upright = [(word.bottom - word.top) / CAPITALS for word in tall if not LOW.search(word.text)]
    deep = [(word.bottom - word.top) / FROM_TOP_TO_TAIL for word in tall if TAILS.search(word.text)]
    return median(upright or deep) * POINTS / DOTS if upright or deep else 0.0


def _ruled(picture: Image.Image) -> list[DrawnLine]:
    """The lines drawn on a picture in black and white, in points: long runs of black across, and down."""
    across = [(left, at, right, at) for at, left, right in _runs(picture)]
    down = [(at, top, at, bottom) for at, top, bottom in _runs(picture.transpose(Image.Transpose.TRANSPOSE))]
    scale = POINTS / DOTS
    return [DrawnLine(*(edge * scale for edge in line)) for line in (*across, *down)]


def _runs(picture: Image.Image) -> Iterator[tuple[int, int, int]]:
    """Rows with a long black run, each as its number, beginning and end; of a thick line only the first."""
    width, height = picture.size
    dots = picture.tobytes()
    before: list[tuple[int, int]] = []
    for at in range(height):
        found: list[tuple[int, int]] = []
        row = dots[at * width : (at + 1) * width]
        left = row.find(LONG)
        while left >= 0:
            end = row.find(b"\xff", left)
            right = end if end >= 0 else width
            found.append((left, right))
            if not any(left < stop and start < right for start, stop in before):
                yield at, left, right
            left = row.find(LONG, right)
        before = found
