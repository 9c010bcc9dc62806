"""The numbers and bullets that OpenDocument sets in front of the items of lists.

A list has a style, which says for each level whether it has numbers or bullets, how numbers are written, what stands
around them, with which one they begin, and how many outer levels are printed in front of them.
"""

from dataclasses import dataclass
from typing import Any

from ingest.readers.open_names import STYLE, TEXT
from ingest.readers.word_numbers import BRIEFLY

BULLET = "•"


@dataclass(frozen=True, slots=True)
class OpenLevel:
    """How a level of a list is numbered; ``written`` is "" for bullets."""

    written: str
    before: str
    after: str
    start: int
    shown: int


class OpenLists:
    """Counts the items of the lists of a document by style and level."""

    def __init__(self, *roots: Any) -> None:
        self._levels: dict[tuple[str, int], OpenLevel] = {}
        self._counters: dict[tuple[str, int], int] = {}
        for root in roots:
            for style in root.iter(f"{TEXT}list-style"):
                for level in style:
                    self._add(style.get(f"{STYLE}name") or "", level)

    def _add(self, style: str, level: Any) -> None:
        place = int(level.get(f"{TEXT}level") or 1) - 1
        numbers = level.tag == f"{TEXT}list-level-style-number"
        self._levels[style, place] = OpenLevel(
            (level.get(f"{STYLE}num-format") or "") if numbers else "",
            level.get(f"{STYLE}num-prefix") or "",
            level.get(f"{STYLE}num-suffix") or "",
            int(level.get(f"{TEXT}start-value") or 1),
            int(level.get(f"{TEXT}display-levels") or 1),
        )

    def begin(self, style: str, level: int) -> None:
        """Begin the numbers of a level and of those below it anew."""
        for key in [key for key in self._counters if key[0] == style and key[1] >= level]:
            del self._counters[key]

    def next(self, style: str, level: int, start: int | None = None) -> str:
        """Count an item: what is printed in front of it."""
        how = self._levels.get((style, level))
        if how is None or not how.written:
            return BULLET
        number = start if start is not None else self._counters.get((style, level), how.start - 1) + 1
        self._counters[style, level] = number
        outer = range(max(0, level - how.shown + 1), level + 1)
        printed = ".".join(self._written(style, one) for one in outer)
        return f"{how.before}{printed}{how.after}".strip()

    def _written(self, style: str, level: int) -> str:
        how = self._levels.get((style, level))
        number = self._counters.get((style, level), 1)
        return BRIEFLY.get(how.written if how else "", str)(number)
