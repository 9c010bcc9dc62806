"""The references of actions, as plans print them: "1.10", "1.1.1", "R1.1", "1a", "A3", "7", or none.

A plan keeps to one form. What is printed in the column of another form is not taken for a reference where the plan
numbers with points: a figure alone there is the number of a page.
"""

import re
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum


class RefForm(StrEnum):
    """How a plan numbers its actions."""

    DOTTED = "dotted"
    PLAIN = "plain"
    LETTERED = "lettered"


DOTTED = re.compile(r"(?P<ref>(?:[A-Z]{1,6}[ .-]?)?\d{1,2}(?:\s?\.\s?\d{1,3})+(?!\d)(?:[a-z](?!\w))?)")
PLAIN = re.compile(r"(?:(?:action|no|item)\b\.?\s*)?(?P<ref>\d{1,4})\s?[.):]?", re.I)
LETTERED = re.compile(
    r"(?P<ref>\d{1,2}\s?[.(-]?\s?[a-z]\)?|[A-Z]{1,6}[ .\-/]?\d{1,3}[a-z]?|\(?[A-Za-z]\)?|\(?[ivx]{1,5}\)?)[.):]?"
)
LEADING = re.compile(
    r"(?P<ref>(?:[A-Z]{1,4}[ .-]?)?\d{1,2}(?:\.\d{1,3})+[a-z]?|\d{1,2}[a-z]|[A-Z]{1,4}\d{1,2}[a-z]?|\d{1,2}(?=[.)])"
    r"|\(?[a-z](?=\)))[.):]*\s+(?P<rest>[^\W\d_].*|[“\"'‘(].*)",
    re.S,
)
POINTED = re.compile(r"\d{1,2}\.\d{1,2}")
LONGEST = 20
"""Characters; what is longer is no reference."""


def bare(ref: str) -> str:
    """A reference without the spaces and signs around its letters and figures: "1. 10" gives "1.10", "1(a)" "1a"."""
    return re.sub(r"[\s()]|[.):-]+$", "", ref)


def read_ref(text: str) -> tuple[str, RefForm] | None:
    """The reference that a cell prints, with its form; None for anything else.

    Behind a reference with points may stand what was printed over it.
    """
    text = text.strip()
    if match := DOTTED.match(text):
        return bare(match["ref"]), RefForm.DOTTED
    for form, pattern in ((RefForm.PLAIN, PLAIN), (RefForm.LETTERED, LETTERED)):
        if len(text) <= LONGEST and (match := pattern.fullmatch(text)):
            return bare(match["ref"]), form
    return None


def form_of(cells: Iterable[str]) -> RefForm | None:
    """The form of most references among the cells of a plan; None where it prints none."""
    found = Counter(read[1] for cell in cells if (read := read_ref(cell)))
    return found.most_common(1)[0][0] if found else None


def accepted(text: str, form: RefForm | None) -> str | None:
    """The reference of a cell in a plan of a form, or None."""
    found = read_ref(text)
    if found is None or (form is RefForm.DOTTED and found[1] is not RefForm.DOTTED and found[0].isdigit()):
        return None
    return found[0]


def parted(text: str) -> tuple[str, str] | None:
    """The reference in front of the words of an action ("1a Appoint a director"), and the words; None without one."""
    match = LEADING.fullmatch(text)
    return (bare(match["ref"]), match["rest"]) if match else None


def split_ref(ref: str) -> tuple[str, int] | None:
    """What stands in front of the last number of a reference and that number: "1.10" gives ("1", 10)."""
    match = re.fullmatch(r"(?:(?P<head>.*?)\.)?(?P<number>\d{1,4})", ref)
    return (match["head"] or "", int(match["number"])) if match else None
