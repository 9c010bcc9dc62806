"""Dates and periods printed in a text, in ISO form: "2014-09", "2014-15", "2015-04-01/2015-09-30"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from inspections.months import MONTHS

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_YEAR = r"(?:19|20)\d\d"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"""
    \b(?=[\dJFMASONDbfQq])  # nothing else is tried in the middle of words
    (?:\b(?P<from>(?:{_DAY}\ )?{_MONTH}(?:,?\ {_YEAR})?)\ ?(?:to|and|until|[-–])\ ?
      (?P<to>(?:{_DAY}\ )?{_MONTH}\ {_YEAR})\b
    | \b(?:{_DAY}(?:\ ?(?:to|and|[-–])\ ?{_DAY})?\ )(?P<no_year>{_MONTH})\b(?!,?\ {_YEAR})
    | \b(?:(?P<days>{_DAY})(?:\ ?(?:to|and|[-–])\ ?(?P<until>{_DAY}))?\ )?
      (?P<month>{_MONTH})(?:\ of)?,?\ (?P<year>{_YEAR})\b
    | \b(?P<day_first>[0-3]?\d)[./](?P<month_number>[01]?\d)[./](?P<year_last>(?:19|20)?\d\d)\b
    | (?<![\d.,£])(?P<first>{_YEAR})\ ?[-–−/]\ ?(?P<second>\d\d(?:\d\d)?)(?![\d%]|[.,]\d)
    | \b(?:between|from)\ (?P<start>{_YEAR})\ (?:and|to)\ (?P<end>{_YEAR})\b
    | (?<![\d.,£])(?P<only>{_YEAR})(?![\d%]|[.,]\d)
    | \b(?:Q[1-4]|quarter\ [1-4])(?:\ (?:of\ )?\d\d(?:\d\d)?(?:[-–/]\d\d(?:\d\d)?)?)?
    | \b{_MONTH}\b(?<!\bMay))
    """,
    re.VERBOSE | re.ASCII,
)
_PARTIAL = re.compile(rf"(?:(?P<day>[0-3]?\d)(?:st|nd|rd|th)? )?(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date or period as ISO 8601, "" where the print leaves the year open, with the characters that print it."""

    iso: str
    start: int
    end: int


def dates_in(text: str) -> list[PrintedDate]:
    """The dates printed in a text, in its order."""
    return [PrintedDate(_iso(found), *found.span()) for found in _DATE.finditer(text)]


def _partial(printed: str, year: str = "") -> str:
    parts = _PARTIAL.fullmatch(printed)
    if parts is None or not (parts["year"] or year):
        return ""
    month = f"{parts['year'] or year}-{MONTHS.index(parts['month']) + 1:02}"
    return f"{month}-{int(parts['day']):02}" if parts["day"] else month


def _iso(found: re.Match[str]) -> str:
    if found["to"]:
        last = _partial(found["to"])
        return f"{_partial(found['from'], last[:4])}/{last}"
    if found["month"]:
        month = f"{found['year']}-{MONTHS.index(found['month']) + 1:02}"
        days = [f"{month}-{int(re.sub(r'[a-z]+', '', day)):02}" for day in (found["days"], found["until"]) if day]
        return "/".join(days) or month
    if found["day_first"]:
        year = found["year_last"] if len(found["year_last"]) == 4 else f"20{found['year_last']}"
        day, month_number = int(found["day_first"]), int(found["month_number"])
        return f"{year}-{month_number:02}-{day:02}" if 0 < month_number <= len(MONTHS) and 0 < day <= 31 else ""
    if found["first"]:
        return f"{found['first']}-{found['second'][-2:]}"
    if found["start"]:
        return f"{found['start']}/{found['end']}"
    return found["only"] or ""
