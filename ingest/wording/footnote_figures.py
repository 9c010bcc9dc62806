"""Headings and sentences without the figures that call footnotes."""

import re

FOOTNOTE_FIGURE = re.compile(
    r"(?=[\d\[\u00b9\u00b2\u00b3\u2070\u2074-\u2079])"  # what else begins so is looked at no further
    r"(?:(?<=[A-Za-z)?'])\d{1,2}$"
    r"|(?:(?<=[a-z]{3})|(?<=[A-Za-z]\)))\d{1,2}(?=[.,;:]*(?:\s|$))"
    r"|(?<=[a-z]{3}\.)\d{1,2}$"
    r"|(?<=[A-Za-z)])\[\d{1,2}\]"
    r"|(?<=[A-Za-z).])[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,2})"
)
"""The figure that calls a footnote, printed close behind a word, its bracket or its full stop."""
FIGURE = re.compile(r"[\d\[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]")
"""How each of them begins. To look for one sign is quick, and most texts have none."""


def without_footnote_figures(text: str) -> str:
    """Return a heading or a sentence without the figures that call footnotes."""
    return FOOTNOTE_FIGURE.sub("", text) if FIGURE.search(text) else text
