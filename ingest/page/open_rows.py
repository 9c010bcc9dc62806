"""Sides of tables that are not drawn: at the end of a page that a row goes over, and around lines that cross.

In this order: level lines that cross several upright ones and end together beyond the outermost of them have an upright
line there, as in a table with lines between its cells alone. Where none have, three or more upright lines that end
together near the foot of a page, or begin together near its head, without a level line are those of a row that goes on
at the other page. Then upright lines that cross several level ones and end together beyond them have a level line.
"""

from collections.abc import Iterator, Sequence
from typing import Any

Edge = dict[str, Any]
NEAR_END = 0.2
"""The part of the height of a page, from its head and its foot, in which the lines of a row end that goes on."""

FEWEST_LINES = 3
FEWEST_CROSSED = 2
SHORTEST = 12.0
"""Points; the height of a line of words, below which a line stands beside none."""


def missing_sides(edges: Sequence[Edge], height: float, tolerance: float) -> tuple[list[Edge], list[Edge]]:
    """The outer edges that are missing, and those of them at which a row goes on at another page.

    ``height`` is that of the page, 0 where it is not known; lengths are in points.
    """
    beside = [*_sides(edges, tolerance, "v")]
    ends = [*_closing_edges(edges, height, tolerance)] if height and not beside else []
    return [*beside, *ends, *_sides([*edges, *ends], tolerance, "h")], ends


def _sides(edges: Sequence[Edge], tolerance: float, missing: str) -> Iterator[Edge]:
    """The outer edges of an orientation that are missing around lines that cross."""
    lines = [edge for edge in edges if edge["orientation"] != missing]
    others = [edge for edge in edges if edge["orientation"] == missing]
    for outer in ("x0", "x1") if missing == "v" else ("top", "bottom"):
        dangling = [(line, crossed) for line in lines if (crossed := _crossed(line, others, tolerance, outer))]
        for place in sorted({line[outer] for line, _ in dangling}):
            group = [of_line for line, of_line in dangling if abs(line[outer] - place) <= tolerance]
            crossed = [one for of_line in group for one in of_line]
            if len(group) >= FEWEST_CROSSED and missing == "v":
                yield upright_edge(place, min(one["top"] for one in crossed), max(one["bottom"] for one in crossed))
            elif len(group) >= FEWEST_CROSSED:
                yield level_edge(place, min(one["x0"] for one in crossed), max(one["x1"] for one in crossed))


def _crossed(line: Edge, others: Sequence[Edge], tolerance: float, outer: str) -> list[Edge]:
    """The edges that a line crosses if it ends beyond the outermost of them, and they are several."""
    crossed = [
        one
        for one in others
        if line["x0"] - tolerance <= one["x1"]
        and one["x0"] <= line["x1"] + tolerance
        and line["top"] - tolerance <= one["bottom"]
        and one["top"] <= line["bottom"] + tolerance
    ]
    beyond = all(abs(line[outer] - one[outer]) >= SHORTEST for one in crossed)
    return crossed if len(crossed) >= FEWEST_CROSSED and beyond else []


def _closing_edges(edges: Sequence[Edge], height: float, tolerance: float) -> Iterator[Edge]:
    """The level edges that are missing at the foot and at the head of a page of a height; lengths are in points."""
    upright = [edge for edge in edges if edge["orientation"] == "v" and edge["height"] >= SHORTEST]
    level = [edge for edge in edges if edge["orientation"] == "h"]
    for end in ("top", "bottom"):
        near = [edge for edge in upright if _is_near(edge[end], end, height)]
        for y in sorted({edge[end] for edge in near}):
            group = [edge for edge in near if abs(edge[end] - y) <= tolerance]
            x0, x1 = min(edge["x0"] for edge in group), max(edge["x1"] for edge in group)
            drawn = any(abs(edge["top"] - y) <= tolerance and edge["x0"] < x1 and edge["x1"] > x0 for edge in level)
            if len(group) >= FEWEST_LINES and not drawn:
                level.append(level_edge(y, x0, x1))
                yield level[-1]


def _is_near(y: float, end: str, height: float) -> bool:
    return y < height * NEAR_END if end == "top" else y > height * (1 - NEAR_END)


def level_edge(y: float, x0: float, x1: float) -> Edge:
    """A level edge at a height, from the left to the right."""
    return {"orientation": "h", "x0": x0, "top": y, "x1": x1, "bottom": y, "width": x1 - x0, "height": 0.0}


def upright_edge(x: float, top: float, bottom: float) -> Edge:
    """An upright edge at a place, from the top to the bottom."""
    return {"orientation": "v", "x0": x, "top": top, "x1": x, "bottom": bottom, "width": 0.0, "height": bottom - top}
