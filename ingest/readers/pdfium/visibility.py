"""Which letters of a page nobody sees, told by the pixels of the page with and without its suspect texts.

The page is painted twice, the second time without the texts that may be hidden. A word is visible when the two pictures
differ where it stands. So every way of hiding is found alike: invisible or transparent type, white on white, a layer
that is off, a box or a picture over the text, an annotation over it. Words outside of the page, and those under a
redaction that was marked and not applied, are hidden whatever is painted.

The text of a scan that was recognised by machine is invisible too, or stands under the picture of the page; people
search and copy it. It counts as visible where the picture has ink under it.
"""

import ctypes
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple, cast

import pypdfium2.raw as c
from PIL import Image, ImageChops

from ingest.page.words import PrintedWord
from ingest.readers.pdfium import calls
from ingest.readers.pdfium.objects import PaintedObject, Rectangle
from ingest.readers.pdfium.suspicion import (
    SMALLEST,
    Suspicion,
    holds,
    keep_covering,
    paints_over,
    suspect,
    words_in_doubt,
)
from ingest.readers.pdfium.words import WORD, PageText

SCALE = 1.5
"""Pixels for a point."""

MOST_PIXELS = 2400
"""Of the longer side of a page; larger pages are painted smaller."""

CONTRAST = 24
"""By which a pixel differs, of 255, if a person sees the difference."""

SHARE = 0.02
"""Of the pixels of a visible word: the least that differ."""

INK = 70
"""Between the darkest and the lightest pixel where a picture has letters."""

SCAN = 0.6
"""The share of the page that the picture of a scan covers."""

RECOGNISED = 0.7
"""Of the words that are not painted: the share that stands on ink in a scan."""


@dataclass(frozen=True, slots=True)
class LetterVisibility:
    """The positions of letters that nobody sees, and whether the page is a scan with its recognised text."""

    hidden: frozenset[int] = frozenset()
    recognised: bool = False


def look(
    page: Any, text: PageText, words: Sequence[PrintedWord], objects: Sequence[PaintedObject], layers: bool
) -> LetterVisibility:
    """Find out which letters of an open page are hidden."""
    found = suspect(page, objects, layers)
    away, inside = words_in_doubt(words, found, text.space)
    if inside:
        keep_covering(found, objects)
    if not (found.texts or away or (inside and found.areas)):
        return LetterVisibility()
    return _Closer(page, text, objects, found).visibility(away)


@dataclass(frozen=True, slots=True)
class _PlacedLetters:
    """Letters of one word and one text, with their box on the page as it is shown.

    ``covered`` letters stand under or on something filled.
    """

    letters: range
    box: Rectangle
    covered: bool = False


class _Closer:
    """A page that is looked at closely."""

    def __init__(self, page: Any, text: PageText, objects: Sequence[PaintedObject], found: Suspicion) -> None:
        self._page = page
        self._text = text
        self._space = text.space
        self._found = found
        self._areas = [area._replace(box=self._space.shown(*area.box)) for area in found.areas]
        self._redacted = [self._space.shown(*box) for box in found.redacted]
        self._texts = {
            item.handle: (order, item.handle) for order, item in enumerate(objects) if item.kind == c.FPDF_PAGEOBJ_TEXT
        }

    def visibility(self, away: bool) -> LetterVisibility:
        """The letters that are hidden; ``away`` tells whether some may be by their place or size alone."""
        hidden: list[_PlacedLetters] = []
        doubted: list[_PlacedLetters] = []
        removed: set[int] = set()
        for match in WORD.finditer(self._text.plain):
            word = range(*match.span())
            ends = [self._box(word[:1]), self._box(word[-1:])] if away or self._areas else []
            if away and (all(map(self._is_away, ends)) or self._text.size(word.start) < SMALLEST):
                hidden.append(_PlacedLetters(word, ends[0]))
                continue
            for owner, letters in self._by_text(word):
                covered = any(self._is_painted_over(owner, end) for end in ends)
                if covered or owner in self._found.texts:
                    doubted.append(_PlacedLetters(letters, self._box(letters), covered))
                    removed.add(owner)
        unseen = self._unseen(doubted, removed) if doubted else []
        recognised = self._is_recognised(unseen)
        if recognised:
            unseen = [part for part in unseen if not self._stands_on_ink(part.box)]
        return LetterVisibility(frozenset(index for part in (*hidden, *unseen) for index in part.letters), recognised)

    def _box(self, letters: range) -> Rectangle:
        return self._space.shown(*self._text.tight_box(letters))

    def _by_text(self, word: range) -> Iterator[tuple[int, range]]:
        """The letters of a word by the texts that paint them, each with its address."""
        first, last = self._text.owner(word[0]), self._text.owner(word[-1])
        if first == last:
            yield first, word
            return
        for owner, group in groupby(word, self._text.owner):
            letters = list(group)
            yield owner, range(letters[0], letters[-1] + 1)

    def _is_away(self, box: Rectangle) -> bool:
        """Tell whether letters stand outside of the page or under a redaction that was not applied."""
        width, height = self._space.shown_size
        outside = box[2] <= 0 or box[3] <= 0 or box[0] >= width or box[1] >= height
        return outside or any(holds(area, box) for area in self._redacted)

    def _is_painted_over(self, owner: int, box: Rectangle) -> bool:
        """Tell whether something filled stands over letters, or under them in nearly their colour."""
        order, handle = self._texts.get(owner, (0, None))
        return any(holds(area.box, box) and paints_over(area, order, handle) for area in self._areas if handle)

    def _unseen(self, doubted: Sequence[_PlacedLetters], removed: set[int]) -> list[_PlacedLetters]:
        """The letters that make no difference to the page as it is painted."""
        whole = self._painted([part.box for part in doubted])
        for owner in removed & self._texts.keys():
            calls.set_active(self._texts[owner][1], False)
        self._without = self._painted([part.box for part in doubted])
        differences = _Painting(ImageChops.difference(whole.picture, self._without.picture), whole.x, whole.y)
        return [part for part in doubted if not self._is_seen(differences, part)]

    def _is_seen(self, differences: "_Painting", part: _PlacedLetters) -> bool:
        """Tell whether letters make a difference, and if they may be covered in part, most of them do."""
        seen = _share(self._part(differences, part.box)) >= SHARE
        if not part.covered or not seen:
            return seen
        unseen = sum(
            _share(self._part(differences, self._box(part.letters[n : n + 1]))) < SHARE
            for n in range(len(part.letters))
        )
        return unseen * 2 < len(part.letters)

    def _is_recognised(self, unseen: Sequence[_PlacedLetters]) -> bool:
        """Tell whether unseen letters are the recognised text of a scan."""
        width, height = self._space.shown_size
        pictures = [self._space.shown(*box) for box in self._found.pictures]
        sizes = [(min(x1, width) - max(x0, 0)) * (min(y1, height) - max(y0, 0)) for x0, y0, x1, y1 in pictures]
        if not unseen or max(sizes, default=0) < SCAN * width * height:
            return False
        return sum(self._stands_on_ink(part.box) for part in unseen) >= RECOGNISED * len(unseen)

    def _stands_on_ink(self, box: Rectangle) -> bool:
        darkest, lightest = cast("tuple[int, int]", self._part(self._without, box).getextrema())
        return lightest - darkest >= INK

    @property
    def _scale(self) -> float:
        return min(SCALE, MOST_PIXELS / max(1.0, *self._space.shown_size))

    def _painted(self, boxes: Sequence[Rectangle]) -> "_Painting":
        """The part of the page in which the boxes lie as it is shown now, in shades of grey."""
        scale, (width, height) = self._scale, (max(1, round(side * self._scale)) for side in self._space.shown_size)
        x0, y0 = (max(0, math.floor(min(box[side] for box in boxes) * scale)) for side in (0, 1))
        x1, y1 = (math.ceil(max(box[side] for box in boxes) * scale) for side in (2, 3))
        across, down = max(1, min(x1, width) - x0), max(1, min(y1, height) - y0)
        bitmap = c.FPDFBitmap_CreateEx(across, down, c.FPDFBitmap_Gray, None, 0)
        try:
            c.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, 0xFFFFFFFF)
            c.FPDF_RenderPageBitmap(bitmap, self._page, -x0, -y0, width, height, 0, c.FPDF_ANNOT)
            stride = c.FPDFBitmap_GetStride(bitmap)
            pixels = ctypes.string_at(c.FPDFBitmap_GetBuffer(bitmap), stride * down)
        finally:
            c.FPDFBitmap_Destroy(bitmap)
        return _Painting(Image.frombuffer("L", (across, down), pixels, "raw", "L", stride, 1), x0, y0)

    def _part(self, painting: "_Painting", box: Rectangle) -> Image.Image:
        """What a painting shows in a box; at least one pixel."""
        picture = painting.picture
        x0, x1 = (min(max(round(edge * self._scale) - painting.x, 0), picture.width) for edge in (box[0], box[2]))
        y0, y1 = (min(max(round(edge * self._scale) - painting.y, 0), picture.height) for edge in (box[1], box[3]))
        x0, y0 = min(x0, picture.width - 1), min(y0, picture.height - 1)
        return picture.crop((x0, y0, max(x1, x0 + 1), max(y1, y0 + 1)))


class _Painting(NamedTuple):
    """A part of a painted page, and the pixels of the page left of it and above it."""

    picture: Image.Image
    x: int
    y: int


def _share(differences: Image.Image) -> float:
    """The share of the pixels that differ visibly."""
    counts = differences.histogram()
    return sum(counts[CONTRAST:]) / max(1, sum(counts))
