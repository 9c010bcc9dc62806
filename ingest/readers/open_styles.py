"""What the styles of an OpenDocument file do: a colour behind cells, a line through words, words that are not shown.

A style has what its parent has and it does not say itself. Automatic styles stand in the contents, all others in a part
of their own.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from ingest.readers.open_names import STYLE, TABLE, TEXT
from ingest.readers.passages import colour_of

FORMATTING = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"

MOST_STEPS = 20
"""Styles in a chain of those that are based on each other."""


@dataclass(frozen=True, slots=True)
class OpenStyle:
    """What a style does: ``hidden`` words or sheets are not shown at all."""

    colour: str = ""
    struck: bool = False
    hidden: bool = False


class OpenStyles:
    """The styles of a document by their names; those that are given later come first."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._elements = {
            one.get(f"{STYLE}name"): one for root in roots if root is not None for one in root.iter(f"{STYLE}style")
        }
        self._known: dict[str, OpenStyle] = {}

    def of(self, name: str | None, steps: int = 0) -> OpenStyle:
        """What a style does, with its parents."""
        element = self._elements.get(name)
        if name is None or element is None or steps > MOST_STEPS:
            return OpenStyle()
        if name not in self._known:
            self._known[name] = _own(element, self.of(element.get(f"{STYLE}parent-style-name"), steps + 1))
        return self._known[name]


def _own(element: Any, parent: OpenStyle) -> OpenStyle:
    style = parent
    for looks in element:
        if (colour := looks.get(f"{FORMATTING}background-color")) is not None and "cell" in looks.tag:
            style = replace(style, colour=colour_of(colour.removeprefix("#")))
        line = looks.get(f"{STYLE}text-line-through-style") or looks.get(f"{STYLE}text-line-through-type")
        if line is not None:
            style = replace(style, struck=line != "none")
        shown = looks.get(f"{TEXT}display") or looks.get(f"{TABLE}display")
        if shown is not None:
            style = replace(style, hidden=shown in ("none", "false"))
    return style
