"""Elements of a web page: which of them are shown, run along, or stand within a line; words and colours."""

import re
from typing import Any

from ingest.page.characters import as_seen
from ingest.readers.passages import colour_of

DROPPED = frozenset({"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "form", "button",
                     "input", "select", "textarea", "dialog", "canvas", "audio", "video"})  # fmt: skip
OF_PAGES = ("h1", "h2", "article", "main", "table")
"""Elements that show a form to be a whole page."""

RUNNING = frozenset({"nav", "header", "footer", "aside"})
EDGES = ("header", "footer")
RUNNING_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
RUNNING_NAMES = frozenset({"header", "footer", "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs",
                           "sidebar", "skip", "skiplink", "skiplinks", "cookie", "cookies", "masthead", "leftnav",
                           "rightnav", "topnav", "sitenav", "share", "social", "toolbar"})  # fmt: skip
"""Names by which pages that mark their navigation by no element of its own call its parts: ``id="leftnav"``."""
OF_CONTENT = ("h1", "table", "main", "article")
MOST_OF_PAGE = 3
"""What holds a third of the words of its page is no navigation, whatever it is called."""
NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
SKIP_LINK = re.compile(
    r"(?:skip|jump)\s+to\s+(?:the\s+)?(?:(?:main|primary|page)\s+)?(?:content|navigation|search|menu|footer|results)"
    r"|view the background to item\b.{0,10}|(?:back|return) to (?:the )?top",
    re.I,
)
"""Links that only lead about the page, or out of it."""
INLINE = frozenset({"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
                    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
                    "tt", "u", "var", "wbr", "br"})  # fmt: skip
STRUCK = frozenset({"s", "strike", "del"})
LINE_THROUGH = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.I)
BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*(rgba?\([^)]*\)|#?\w+)", re.I)
RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})[^)]*\)")
COLOUR_NAMES = {
    "red": "FF0000", "orange": "FFA500", "amber": "FFC000", "gold": "FFD700", "yellow": "FFFF00", "green": "008000",
    "lime": "00FF00", "limegreen": "32CD32", "blue": "0000FF", "lightgreen": "90EE90", "darkorange": "FF8C00",
}  # fmt: skip
SHORT = 3
"""Figures of a colour in its short form, of which each stands for two."""

HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def is_inline(element: Any) -> bool:
    """Tell whether an element stands within a line; one that holds a block of its own does not."""
    if not isinstance(element.tag, str):
        return True  # a comment
    return element.tag in INLINE and not any(
        isinstance(one.tag, str) and one.tag not in INLINE for one in element.iter()
    )


def is_dropped(element: Any) -> bool:
    """Tell whether an element is not shown."""
    return is_no_text(element) or is_hidden(element)


def is_no_text(element: Any) -> bool:
    """Tell whether an element is none of text; some systems put a whole page into one form."""
    if not isinstance(element.tag, str):
        return True
    return element.tag in DROPPED and not (element.tag == "form" and next(element.iter(*OF_PAGES), None) is not None)


def is_hidden(element: Any) -> bool:
    """Tell whether an element with words is hidden, from readers or from those who have pages read to them."""
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or bool(HIDDEN.search(element.get("style") or ""))


def is_struck(element: Any) -> bool:
    """Tell whether the words of an element are struck through."""
    return element.tag in STRUCK or bool(LINE_THROUGH.search(element.get("style") or ""))


def colour_behind(cell: Any) -> str:
    """The colour behind a cell of a table, as six hexadecimal figures; "" for none."""
    found = BACKGROUND.search(cell.get("style") or "")
    given = (found[1] if found else cell.get("bgcolor") or "").strip().casefold()
    if rgb := RGB.fullmatch(given):
        return colour_of("".join(f"{min(int(part), 255):02x}" for part in rgb.groups()))
    figures = COLOUR_NAMES.get(given, given.removeprefix("#"))
    return colour_of("".join(sign * 2 for sign in figures) if len(figures) == SHORT else figures)


def labels_of(description: Any) -> list[tuple[Any, Any]]:
    """The labels of a list of descriptions, each with its one description; [] where the list is of another form."""
    parts = [one for one in description.iter("dt", "dd") if not is_dropped(one)]
    labels, values = parts[::2], parts[1::2]
    plain = all(one.tag == "dt" for one in labels) and all(one.tag == "dd" for one in values)
    return [*zip(labels, values, strict=True)] if plain and len(labels) == len(values) else []


def is_running(element: Any) -> bool:
    """Tell whether an element is navigation, a header or a footer."""
    if element.tag in EDGES and next(element.iterancestors("main", "article", "section"), None) is not None:
        return False  # the header of an article holds its title
    return element.tag in RUNNING or element.get("role") in RUNNING_ROLES or _is_called_running(element)


def _is_called_running(element: Any) -> bool:
    """Tell whether an element is called navigation, holds no content of the page, and few of its words."""
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    parts = {part.casefold() for part in NAME_PARTS.findall(names)} | set(names.casefold().split())
    if not parts & RUNNING_NAMES or next(element.iter(*OF_CONTENT), None) is not None:
        return False
    page = element.getroottree().getroot()
    return MOST_OF_PAGE * _size(element) < _size(page)


def _size(element: Any) -> int:
    return sum(len(text) for text in element.itertext())


def leads_about(text: str) -> bool:
    """Tell whether words are those of a link that only leads about the page."""
    return SKIP_LINK.fullmatch(as_seen(text).strip()) is not None


def is_main(element: Any) -> bool:
    """Tell whether an element is marked as the main part of its page."""
    return isinstance(element.tag, str) and (element.tag == "main" or element.get("role") == "main")


def words_of(element: Any) -> str:
    """The words of an element within a line; a break is a line end, a figure of a footnote is dropped."""
    if not isinstance(element.tag, str) or is_dropped(element):
        return ""
    if element.tag == "br":
        return "\n"
    if element.tag == "sup" and "".join(element.itertext()).strip(" []()").isdecimal():
        return ""
    pieces = [flat(element.text, element)]
    for child in element:
        pieces += [words_of(child), flat(child.tail, element)]
    return "".join(pieces)


def flat(text: str | None, element: Any) -> str:
    """Words of an element as a browser prints them: the line ends of the file are spaces, save in ``pre``."""
    return (text or "") if element.tag == "pre" else re.sub(r"\s+", " ", text or "")
