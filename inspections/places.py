"""Where something stands in its document, in words: "page 3", "line 120", "sheet Actions, row 14". No Django."""

from typing import Protocol


class Placed(Protocol):
    """A row or a draft with a place: page and line count from 1, ``where`` is the place in words, or ""."""

    @property
    def page(self) -> int | None:
        """The page, None in a file without pages."""

    @property
    def line(self) -> int | None:
        """The line, None in a file without lines."""

    @property
    def where(self) -> str:
        """The words for it in a file that has neither."""


def place_words(placed: Placed) -> str:
    """Return where something stands, "" if that is not known."""
    if placed.where:
        return placed.where
    parts = [f"page {placed.page}"] if placed.page else []
    parts += [f"line {placed.line}"] if placed.line else []
    return ", ".join(parts)
