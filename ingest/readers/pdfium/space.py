"""The coordinates of a page: from the space of the file to the page as it is shown."""

from dataclasses import dataclass
from typing import Any, Self

import pypdfium2.raw as c

A4 = (0.0, 842.0, 595.0, 0.0)
"""Left, top, right and bottom of a page that states no size, in points."""


@dataclass(frozen=True, slots=True)
class PageSpace:
    """Where the visible part of a page lies in the space of the file, and by how many quarter turns it is shown.

    In the file, heights count from the bottom and the page is not turned; on the page as it is shown they count from
    the top. All lengths are in points.
    """

    left: float
    bottom: float
    width: float
    height: float
    turns: int = 0

    @classmethod
    def of(cls, page: Any) -> Self:
        """The space of an open page of pdfium."""
        box = c.FS_RECTF()
        if not c.FPDF_GetPageBoundingBox(page, box):
            box = c.FS_RECTF(*A4)
        return cls(box.left, box.bottom, box.right - box.left, box.top - box.bottom, c.FPDFPage_GetRotation(page))

    @property
    def shown_size(self) -> tuple[float, float]:
        """Width and height of the page as it is shown."""
        return (self.width, self.height) if self.turns % 2 == 0 else (self.height, self.width)

    def shown(self, x0: float, low: float, x1: float, high: float) -> tuple[float, float, float, float]:
        """Turn a box of the file into (x0, top, x1, bottom) on the page as it is shown."""
        left, bottom, height = self.left, self.bottom, self.height
        if self.turns == 0:
            return x0 - left, height - (high - bottom), x1 - left, height - (low - bottom)
        x0, x1, low, high = x0 - left, x1 - left, low - bottom, high - bottom
        if self.turns == 1:
            return low, x0, high, x1
        if self.turns == 2:
            return self.width - x1, low, self.width - x0, high
        return height - high, self.width - x1, height - low, self.width - x0
