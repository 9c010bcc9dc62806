"""The numbers and bullets that Word sets in front of paragraphs: counted as Word counts, printed as Word prints.

A paragraph names a list and a level, by itself or by its style. Lists that share a definition share their counters,
except that the first paragraph of a list that restarts a level begins there. Each level has a pattern such as
"%1.%2" or "(%3)", a way to write its number, and a first number. A paragraph on a level begins all deeper levels anew.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACE = re.compile(r"%(\d)")
BULLET = "•"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
LETTERS = 26


def roman(number: int) -> str:
    """A number in small Roman figures."""
    written = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        written += sign * times
    return written


def letter(number: int) -> str:
    """A number as a small letter: "a" to "z", then "aa", "bb", as Word goes on."""
    times, place = divmod(number - 1, LETTERS)
    return chr(ord("a") + place) * (times + 1)


WRITTEN: dict[str, Callable[[int], str]] = {
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": lambda number: f"{number:02}",
    "none": lambda number: "",
}
"""How a number is written, by the name that Word has for it; any other is written in figures."""


BRIEFLY: dict[str, Callable[[int], str]] = {
    "a": WRITTEN["lowerLetter"], "A": WRITTEN["upperLetter"], "i": WRITTEN["lowerRoman"], "I": WRITTEN["upperRoman"],
}  # fmt: skip
"""The same by the names that web pages and OpenDocument have for them."""


@dataclass(slots=True)
class ListLevel:
    """How one level of a list is numbered."""

    pattern: str
    written: str
    start: int


@dataclass(slots=True)
class WordList:
    """A list: its definition, whose counters it shares, its levels, and the levels that it begins anew."""

    definition: str
    levels: dict[int, ListLevel]
    restarts: dict[int, int] = field(default_factory=dict)


class WordNumbers:
    """Counts the paragraphs of a document. ``numbering`` is its part of that name, None when it has none."""

    def __init__(self, numbering: Any | None) -> None:
        self._lists: dict[str, WordList] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._styles: dict[str, tuple[str, int]] = {}
        if numbering is not None:
            self._read(numbering)

    def _read(self, numbering: Any) -> None:
        definitions = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
        links = {value_of(one, "styleLink"): name for name, one in definitions.items() if value_of(one, "styleLink")}
        for one in numbering.iter(f"{W}num"):
            name = value_of(one, "abstractNumId") or ""
            definition = definitions.get(name)
            if definition is not None and (link := value_of(definition, "numStyleLink")) in links:
                name = links[link]
                definition = definitions[name]
            if definition is None:
                continue
            found = WordList(name, {int(e.get(f"{W}ilvl", 0)): _level(e) for e in definition.iter(f"{W}lvl")})
            for override in one.iter(f"{W}lvlOverride"):
                level = int(override.get(f"{W}ilvl", 0))
                if (changed := override.find(f"{W}lvl")) is not None:
                    found.levels[level] = _level(changed)
                if (start := value_of(override, "startOverride")) is not None:
                    found.restarts[level] = int(start)
            list_id = one.get(f"{W}numId") or ""
            self._lists[list_id] = found
            for level in definition.iter(f"{W}lvl"):
                if style := value_of(level, "pStyle"):
                    self._styles.setdefault(style, (list_id, int(level.get(f"{W}ilvl", 0))))

    def of_style(self, style: str) -> tuple[str, int] | None:
        """The list and level that a list definition gives to a style."""
        return self._styles.get(style)

    def next(self, list_id: str, level: int) -> str:
        """Count a paragraph of a list: what is printed in front of it, "" where that is nothing."""
        found = self._lists.get(list_id)
        own = found.levels.get(level) if found else None
        if found is None or own is None:
            return ""
        if own.written == "bullet":
            return BULLET
        counters = self._counters.setdefault(found.definition, {})
        if level in found.restarts:
            counters[level] = found.restarts.pop(level)
        else:
            counters[level] = counters[level] + 1 if level in counters else own.start
        for deeper in [one for one in counters if one > level]:
            del counters[deeper]
        return PLACE.sub(lambda match: self._written(found, counters, int(match[1]) - 1), own.pattern).strip()

    @staticmethod
    def _written(found: WordList, counters: dict[int, int], level: int) -> str:
        how = found.levels.get(level)
        if how is None or how.written == "bullet":
            return ""
        return WRITTEN.get(how.written, str)(counters.get(level, how.start))


def value_of(element: Any, name: str) -> str | None:
    """The value of a child of an element, None when it has no such child."""
    child = element.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}val")


def _level(element: Any) -> ListLevel:
    start = value_of(element, "start")
    return ListLevel(value_of(element, "lvlText") or "", value_of(element, "numFmt") or "", int(start or 1))
