"""Text that stands on its side: the frame in which it is upright, and the way back to the page as it is shown.

Lines are made, and blocks found, in a frame in which the text is upright. The boxes of blocks are those of the page as
it is shown.
"""

from typing import NamedTuple

Corners = tuple[float, float, float, float]
"""Left, top, right and bottom of a box, in points from the top left corner."""


class Turn(NamedTuple):
    """The quarter turns, clockwise, from the page as it is shown to the frame, and the size of the page as shown."""

    quarters: int
    width: float
    height: float

    def shown(self, box: Corners) -> Corners:
        """A box of the frame on the page as it is shown."""
        x0, top, x1, bottom = box
        if self.quarters == 1:
            return top, self.height - x1, bottom, self.height - x0
        if self.quarters == 2:
            return self.width - x1, self.height - bottom, self.width - x0, self.height - top
        if self.quarters == 3:
            return self.width - bottom, x0, self.width - top, x1
        return box

    def framed(self, box: Corners) -> Corners:
        """A box of the page as it is shown in the frame."""
        if self.quarters % 2 == 0:
            return self.shown(box)
        return Turn(4 - self.quarters, self.height, self.width).shown(box)
