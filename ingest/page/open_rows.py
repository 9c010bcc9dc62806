"""Rows that go on over the end of a page, where the page break draws no line: three or more upright lines end together.

They end near the foot of the page, or begin near its head, and no level line is there. The row is then closed with a
line of its own, and is known to go on at the other page.
"""

from collections.abc import Iterator, Sequence
from typing import Any

NEAR_END = 0.2
"""The part of the height of a page, from its head and its foot, in which the lines of a row end that goes on."""

FEWEST_LINES = 3
SHORTEST = 12.0
"""Points; the height of a line of words, below which an upright line stands beside none."""


def closing_edges(edges: Sequence[dict[str, Any]], height: float, tolerance: float) -> Iterator[dict[str, Any]]:
    """The level edges that are missing at the foot and at the head of a page; lengths are in points."""
    upright = [edge for edge in edges if edge["orientation"] == "v" and edge["height"] >= SHORTEST]
    level = [edge for edge in edges if edge["orientation"] == "h"]
    for end in ("top", "bottom"):
        near = [edge for edge in upright if _is_near(edge[end], end, height)]
        for y in sorted({edge[end] for edge in near}):
            group = [edge for edge in near if abs(edge[end] - y) <= tolerance]
            x0, x1 = min(edge["x0"] for edge in group), max(edge["x1"] for edge in group)
            drawn = any(abs(edge["top"] - y) <= tolerance and edge["x0"] < x1 and edge["x1"] > x0 for edge in level)
            if len(group) >= FEWEST_LINES and not drawn:
                level.append(_edge(x0, x1, y))
                yield level[-1]


def _is_near(y: float, end: str, height: float) -> bool:
    return y < height * NEAR_END if end == "top" else y > height * (1 - NEAR_END)


def _edge(x0: float, x1: float, y: float) -> dict[str, Any]:
    return {"orientation": "h", "x0": x0, "top": y, "x1": x1, "bottom": y, "width": x1 - x0, "height": 0.0}
