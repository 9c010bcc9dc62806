"""The styles of a Word document: which paragraphs are headings, contents lists, bold, and members of a list.

A style says what it does not get from the style it is based on. A heading is told by its outline level, or by its name
("heading 2", "Title"); the names are the same in every language of Word.
"""

import re
from dataclasses import dataclass, replace
from typing import Any

from ingest.readers.word_numbers import W, WordNumbers, value_of

HEADING = re.compile(r"heading (\d)$", re.I)
CONTENTS = re.compile(r"(?:toc|table of figures)\b(?! heading)", re.I)
TITLES = ("title", "book title")
DEEPEST = 9
MOST_STEPS = 20
"""Styles in a chain of those that are based on each other."""

OFF = ("0", "false", "off", "none")
NO_LIST = "0"


@dataclass(frozen=True, slots=True)
class WordStyle:
    """What a style says: the rank of a heading (0 is none), and the list and level of its paragraphs."""

    heading: int = 0
    is_contents: bool = False
    bold: bool = False
    hidden: bool = False
    struck: bool = False
    list_id: str | None = None
    level: int = 0


def is_on(properties: Any | None, name: str, default: bool = False) -> bool:
    """Tell whether a property that is on or off is on."""
    found = None if properties is None else properties.find(f"{W}{name}")
    return default if found is None else found.get(f"{W}val") not in OFF


class WordStyles:
    """The styles of a document. ``styles`` is its part of that name, None when it has none."""

    def __init__(self, styles: Any | None) -> None:
        self._elements = {} if styles is None else {one.get(f"{W}styleId"): one for one in styles.iter(f"{W}style")}
        self._known: dict[str, WordStyle] = {}

    def by_name(self, name: str | None, steps: int = 0) -> WordStyle:
        """What a style says, with the styles that it is based on."""
        if name is None or name not in self._elements or steps > MOST_STEPS:
            return WordStyle()
        if name not in self._known:
            element = self._elements[name]
            self._known[name] = _own(element, self.by_name(value_of(element, "basedOn"), steps + 1))
        return self._known[name]

    def of(self, paragraph: Any) -> WordStyle:
        """What the style of a paragraph and its own properties say of it."""
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return WordStyle()
        style = self.by_name(value_of(own, "pStyle"))
        level = value_of(own, "outlineLvl")
        return replace(style, heading=_rank(level)) if level is not None else style

    def list_of(self, paragraph: Any, numbers: WordNumbers) -> tuple[str, int] | None:
        """The list of a paragraph and its level there; None if it is in none."""
        own = paragraph.find(f"{W}pPr")
        if own is None:
            return None
        name = value_of(own, "pStyle")
        style = self.by_name(name)
        set_here = own.find(f"{W}numPr")
        list_id = style.list_id if set_here is None else value_of(set_here, "numId") or style.list_id
        if list_id is None:
            return numbers.of_style(name) if name else None
        if list_id == NO_LIST:
            return None
        own_level = None if set_here is None else value_of(set_here, "ilvl")
        linked = numbers.of_style(name) if name else None
        if own_level is None and linked and linked[0] == list_id:
            return linked
        return list_id, int(own_level or style.level)


def _own(element: Any, base: WordStyle) -> WordStyle:
    name = value_of(element, "name") or ""
    style = base
    if heading := HEADING.match(name):
        style = replace(style, heading=int(heading[1]))
    elif name.casefold() in TITLES:
        style = replace(style, heading=1)
    elif CONTENTS.match(name):
        style = replace(style, is_contents=True, heading=0)
    look, form = element.find(f"{W}rPr"), element.find(f"{W}pPr")
    struck = is_on(look, "strike", style.struck) or is_on(look, "dstrike")
    style = replace(style, bold=is_on(look, "b", style.bold), hidden=is_on(look, "vanish", style.hidden), struck=struck)
    if form is None:
        return style
    if (level := value_of(form, "outlineLvl")) is not None and not style.is_contents:
        style = replace(style, heading=_rank(level))
    if (numbered := form.find(f"{W}numPr")) is not None:
        list_id, level = value_of(numbered, "numId"), value_of(numbered, "ilvl")
        style = replace(style, list_id=list_id or style.list_id, level=int(level or style.level))
    return style


def _rank(level: str) -> int:
    """The rank of a heading by its outline level; level 9 is that of text."""
    return int(level) + 1 if level.isdigit() and int(level) < DEEPEST else 0
