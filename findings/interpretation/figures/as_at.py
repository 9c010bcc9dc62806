"""The date or period for which a figure is stated: the one printed after it, else the last one before it.

Words such as "currently" or "the previous year" end what an earlier date is said of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from findings.interpretation.figures.dates import PrintedDate
from findings.interpretation.figures.groups import Group

_WITHOUT_DATE = re.compile(
    r"\b(?:current(?:ly)?|now|this (?:month|year|quarter)|previous year|last year|year (?:earlier|before)|to date|"
    r"(?:at the )?time of (?:the|this) inspection|so far this|today|last (?:\w{1,12} )?inspection)\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|from|until|before|after) (?:the )?\Z", re.IGNORECASE)
_LEADS_ON = re.compile(r",? ?(?:[a-z]{1,12} ){0,3}")


def moments_in(text: str, dates: Sequence[PrintedDate]) -> list[PrintedDate]:
    """The dates of a text, and as dates without ISO form the words that stand for another time."""
    others = [PrintedDate("", *found.span()) for found in _WITHOUT_DATE.finditer(text)]
    return sorted([*dates, *others], key=lambda date: date.start)


def as_at(text: str, group: Group, following: int, moments: Sequence[PrintedDate]) -> str:
    """The date of a group's figures, "" if none is printed. ``following`` is where the next group starts.

    A date that stands directly before the next figure is said of that one, if another date precedes this figure.
    """
    place = bisect_left(moments, group.end, key=lambda moment: moment.start)
    before = moments[place - 1] if place and moments[place - 1].start >= group.begin else None
    after = moments[place] if place < len(moments) and moments[place].start < min(following, group.stop) else None
    if after and not _is_since(text, after) and not (before and _LEADS_ON.fullmatch(text, after.end, following)):
        return after.iso
    return "" if before is None or _is_since(text, before) else before.iso


def _is_since(text: str, moment: PrintedDate) -> bool:
    is_no_period = bool(moment.iso) and "/" not in moment.iso
    return is_no_period and _SINCE.search(text[max(0, moment.start - 12) : moment.start]) is not None
