"""Elements of a web page: which of them are shown, run along, or stand within a line, and their words."""

import re
from typing import Any

DROPPED = frozenset({"script", "style", "noscript", "template", "head", "iframe", "object", "svg", "form", "button",
                     "input", "select", "textarea", "dialog", "canvas", "audio", "video"})  # fmt: skip
RUNNING = frozenset({"nav", "header", "footer", "aside"})
EDGES = ("header", "footer")
RUNNING_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
INLINE = frozenset({"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
                    "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
                    "tt", "u", "var", "wbr", "br"})  # fmt: skip
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
    if not isinstance(element.tag, str) or element.tag in DROPPED:
        return True
    hidden = element.get("hidden") is not None or element.get("aria-hidden") == "true"
    return hidden or bool(HIDDEN.search(element.get("style") or ""))


def is_running(element: Any) -> bool:
    """Tell whether an element is navigation, a header or a footer."""
    if element.tag in EDGES and next(element.iterancestors("main", "article", "section"), None) is not None:
        return False  # the header of an article holds its title
    return element.tag in RUNNING or element.get("role") in RUNNING_ROLES


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
    pieces = [_flat(element.text)]
    for child in element:
        pieces += [words_of(child), _flat(child.tail)]
    return "".join(pieces)


def _flat(text: str | None) -> str:
    """Words as a browser prints them: the line ends of the file are spaces."""
    return re.sub(r"\s+", " ", text or "")
