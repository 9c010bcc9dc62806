"""What a web page marks and leaves out: words hidden, struck, in drawings and forms; pictures; pages inside it."""

import re
from collections.abc import Iterator
from typing import Any

from ingest.readers.markup import Markup
from ingest.readers.pictures import Picture, centimetres
from ingest.readers.web_elements import HIDDEN, is_hidden, is_no_text, is_running, is_struck

BRACE = re.compile(r"[{}]")
CLASS = re.compile(r"\.[\w-]+")
DRAWN = ("text", "tspan", "textarea", "option", "input")
"""Elements of drawings and forms that show words."""

INSIDE = ("iframe", "object", "embed")
"""Elements that show other pages or files."""


def markup_of(element: Any, main: Any | None) -> Markup:
    """The words of a page that are hidden or struck, those that run along left out.

    ``main`` is the main part of the page, None where it marks none.
    """
    found = Markup()
    _mark(element if main is None else main, found, hidden_classes(element.getroottree()))
    return found


def hidden_classes(page: Any) -> frozenset[str]:
    """The classes whose elements the styles of a page hide on a screen, before any script shows them."""
    styles = _without_comments(" ".join(style.text or "" for style in page.iter("style")))
    selectors = (one.strip() for chosen, looks in _rules(styles) if HIDDEN.search(looks) for one in chosen.split(","))
    return frozenset(one[1:] for one in selectors if CLASS.fullmatch(one))


def _without_comments(styles: str) -> str:
    first, *others = styles.split("/*")
    return " ".join((first, *(other.partition("*/")[2] for other in others)))


def _rules(styles: str) -> Iterator[tuple[str, str]]:
    """The selectors and looks of style rules, those left out that hold on paper or on some screens only."""
    depth = start = body = 0
    chosen = ""
    for brace in BRACE.finditer(styles):
        if brace[0] == "{":
            if depth == 0:
                chosen, body = styles[start : brace.start()].strip(), brace.end()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                start = brace.end()
                if not chosen.startswith("@"):
                    yield chosen, styles[body : brace.start()]


def _mark(element: Any, found: Markup, classes: frozenset[str]) -> None:
    for child in element:
        if is_no_text(child):
            _leave_out(child, found)
        elif is_running(child):
            continue
        elif is_hidden(child):
            found.hidden.append(_all_words(child))
        elif is_struck(child):
            found.strike([_all_words(child)], "")
        elif not classes.isdisjoint((child.get("class") or "").split()):
            found.unseen.append(_all_words(child))
        else:
            if child.tag == "img":
                found.pictures.append(_picture(child))
            _mark(child, found, classes)


def _leave_out(element: Any, found: Markup) -> None:
    """Note what an element shows whose words are none of the page: drawings, fields of forms, other pages in it."""
    for one in element.iter(*DRAWN, *INSIDE) if isinstance(element.tag, str) else ():
        if one.tag in INSIDE:
            found.files.append(one.get("src") or one.get("data") or "a page")
        elif one.tag == "input":
            found.drawn.append((one.get("value") or "") if (one.get("type") or "text") == "text" else "")
        elif one.tag != "option" or one.get("selected") is not None:
            found.drawn.append(" ".join((one.text or "").split()))


def _picture(image: Any) -> Picture:
    """A picture; one that the page calls an ornament, by an empty description, has no size."""
    if image.get("alt") is not None and not image.get("alt").strip():
        return Picture(0.0, 0.0)
    return Picture(centimetres(image.get("width")), centimetres(image.get("height")), image.get("alt") or "")


def _all_words(element: Any) -> str:
    """The words of an element, those of scripts and forms in it left out."""
    pieces = [element.text or ""]
    for child in element:
        if not is_no_text(child):
            pieces.append(_all_words(child))
        pieces.append(child.tail or "")
    return " ".join(word for word in " ".join(pieces).split() if any(map(str.isalnum, word)))
