"""The day by which an action is due, if its plan prints a date that can be read.

Plans print anything: "31 March 2020", "By the end of January 2020", "Ongoing", "From November 2019". Rules, in this
order:

1. the wording is one date, apart from "by" and "the end of": that date;
2. the wording names months or dates, each right after "by" or "by the end of", and the last of them is a date that no
   other is later than ("Paper by May; decision by June 2019"): the last one, by which all has to be done;
3. anything else (a start, a range, a month without a year, a season, "ongoing") gives no date.

A month counts to its last day. Days are printed before months, as in the United Kingdom.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from inspections.months import MONTHS

_NAMES = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_WRITTEN = rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{_NAMES}|Sept)\.?,?\s+(?P<year>20\d\d)"
_FIGURES = r"(?P<d>\d{1,2})(?P<sign>[./])(?P<m>\d{1,2})(?P=sign)(?P<y>(?:20)?\d\d)"
_DATE = rf"(?<![\w./])(?:{_WRITTEN}|{_FIGURES})(?![\w/]|\.\d)"
DATE = re.compile(_DATE, re.I)
END = r"(?:the\s+)?end(?:\s+of)?\s+"
ALONE = re.compile(rf"(?:by\s+)?(?:{END})?{_DATE}\.?", re.I)
DATE_OR_MONTH = re.compile(rf"{_DATE}|\b(?:{_NAMES}|Sept)\b", re.I)
BEFORE_A_DATE = re.compile(rf"\bby\s+(?:{END})?$", re.I)


def due_by(wording: str) -> date | None:
    """The last day on which an action is on time; None if the wording gives none."""
    text = " ".join(wording.split())
    if found := ALONE.fullmatch(text):
        return _day(found)
    dates = list(DATE.finditer(text))
    named = [found.start() for found in DATE_OR_MONTH.finditer(text)]
    if not dates or dates[-1].start() != named[-1] or not all(BEFORE_A_DATE.search(text[:place]) for place in named):
        return None
    days = [_day(found) for found in dates]
    return days[-1] if all(day and days[-1] and day <= days[-1] for day in days) else None


def _day(found: re.Match[str]) -> date | None:
    if found["year"]:
        month = next(n for n, name in enumerate(MONTHS, 1) if name[:3].lower() == found["month"][:3].lower())
        year, day = int(found["year"]), found["day"]
    else:
        year, month, day = int(found["y"]) % 100 + 2000, int(found["m"]), found["d"]
    try:
        return date(year, month, int(day) if day else monthrange(year, month)[1])
    except ValueError:
        return None
