"""Dates as reports print them: "27 November 2015", "January 2013", "14 September to 8 October 2015", "15-19 July 2013".

A range is a run of days joined by "to", "and", a dash or a comma; the last day carries the month and the year. A day
that leaves out its month or year takes it from the day to its right. If a day with its own month would then come after
the end of the range, it takes the year before, unless the range would be longer than half a year (``LONGEST_GAP``, in
days); in that case the range runs backwards, as printed. A date that does not exist (31 June) is not
read, and neither is a range that contains one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from ingest.drafts import PartialDate
from inspections.months import MONTHS as MONTH_NAMES

LONGEST_GAP = 183
EXACT = 10
"""Characters of a date that is exact to the day."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = tuple(month.lower() for month in MONTH_NAMES)
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
CENTURIES = ("20", "19")
"""Without one of these a text has no year, and no date: a test that saves the patterns on most texts."""

_YEAR = r"(?P<year>(?:19|20)\d{2})(?!\d)"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?<![\d.])(?P<day>\d{1,2})(?:\s?(?:st|nd|rd|th)\b)?"
_FULL = re.compile(rf"{_DAY}\s*(?:of\s+)?{_MONTH},?\s*{_YEAR}", re.I)
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}", re.I)
_MONTHS = re.compile(
    rf"\b{_MONTH.replace('month', 'first')}\s*(?:(?P<dated>,?\s*(?:19|20)\d\d)\s*(?:to|until|[-\u2010-\u2015\u2212])"
    rf"|to|until|and|[-\u2010-\u2015\u2212/&])\s*{_MONTH},?\s*(?:of\s+)?{_YEAR}",
    re.I,
)
"""Two months of one time: "February and March 2024", "December 2021 to January 2022"."""
_NAMED_DAY = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+{_FULL.pattern}", re.I)
_OF_MONTH = re.compile(rf"\b{_MONTH},?\s*(?:of\s+)?{_YEAR}", re.I)
_OF_YEAR = re.compile(rf"(?<![\d./-]){_YEAR}(?![./-]\d)")
_PART = re.compile(rf"{_DAY}(?:\s*(?:of\s+)?{_MONTH})?(?:,?\s*{_YEAR})?", re.I)
_DIGIT = re.compile(r"\d")
_LOOSE_DAY = re.compile(rf"(?<!\d)(?<!\d )([0-3]) (\d)(?=\s+{_MONTH})", re.I)
_LOOSE_YEAR = re.compile(rf"(?<=[a-z] )(19|20) (\d\d)(?!\d|\s+{_MONTH})", re.I)
_FIGURES = re.compile(
    r"(?<![\d/.-])(?:(?P<day1>\d{1,2})(?P<sign>[/.])(?P<month1>\d{1,2})(?P=sign)(?P<year1>(?:19|20)\d\d)"
    r"|(?P<year2>(?:19|20)\d\d)-(?P<month2>\d\d)-(?P<day2>\d\d))(?![\d/-])"
)
_JOIN = re.compile(
    r"\s*(?:[,;]\s*and\b|\bto\b|\band\b|\buntil\b|&|,|;|[-\u2010-\u2015\u2212])\s*(?:the\s+(?=\d))?", re.I
)


def _iso(day: int | None, month: int | None, year: int) -> str | None:
    if month is None:
        return f"{year:04}"
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(word: str) -> int:
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(word[:3].lower()))


def _inside(span: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    """Whether the span lies in one of these, which are in order and do not overlap."""
    at = bisect_right(spans, span[0], key=itemgetter(0)) - 1
    return at >= 0 and span[1] <= spans[at][1]


def find_date(text: str) -> PartialDate | None:
    """Return the first date in the text, as exact as printed: a day, a month or a year; None when there is no date."""
    if not any(century in text for century in CENTURIES):
        return None
    taken: list[list[tuple[int, int]]] = []
    found: list[tuple[int, PartialDate]] = []
    for pattern in (_FULL, _MONTH_FIRST, _OF_MONTH, _OF_YEAR):
        matches = [m for m in pattern.finditer(text) if not any(_inside(m.span(), spans) for spans in taken)]
        taken.append([match.span() for match in matches])
        for match in matches:
            parts = match.groupdict()
            day = int(parts["day"]) if parts.get("day") else None
            month = _month(parts["month"]) if parts.get("month") else None
            if iso := _iso(day, month, int(parts["year"])):
                found.append((match.start(), PartialDate(iso, match.group())))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def find_time(text: str) -> PartialDate | None:
    """Return when something was held: the first date as ``find_date`` gives it, but of a range of days the first day.

    It is then printed as the whole range, from which ``last_day`` tells the last day.
    """
    found = find_date(text)
    if found is None:
        return None
    if len(found.iso) < EXACT:
        return (_time_of_months(text, found) or (found, None))[0]
    at = text.index(found.printed)
    for run in _runs(text):
        begins, ends = run[0].start(), run[-1].end()
        if begins <= at < ends and (dates := _dates_of_run(run)):
            return PartialDate(dates[0].iso, text[begins:ends])
    return found


def last_day(held: PartialDate | None) -> PartialDate | None:
    """Return the last day, or month, of a range that ``find_time`` gives; None for a single date."""
    return find_range(held.printed)[1] if held else None


def _time_of_months(text: str, found: PartialDate) -> tuple[PartialDate, PartialDate | None] | None:
    """Return the first and the last month of a time whose month or year was found; None where only one is printed.

    Months that do not follow each other are those of two times: of them only the year is known.
    """
    if len(found.iso) != len("2024-02"):
        return None
    at = text.index(found.printed)
    for match in _MONTHS.finditer(text):
        if not match.start() <= at < match.end():
            continue
        first, last, year = _month(match["first"]), _month(match["month"]), int(match["year"])
        begun = year - (first > last)
        if (first % 12) + 1 != last or (match["dated"] and int(match["dated"][-4:]) != begun):
            return None if match["dated"] else (PartialDate(f"{year:04}", match.group()), None)
        return (
            PartialDate(f"{begun:04}-{first:02}", match.group()),
            PartialDate(f"{year:04}-{last:02}", match.group()),
        )
    return None


def misnamed_days(text: str) -> Iterator[tuple[str, str]]:
    """Yield each date that is printed with a weekday that it was not on, as printed, and the weekday that it was."""
    if "day" not in text:
        return
    for match in _NAMED_DAY.finditer(text):
        iso = _iso(int(match["day"]), _month(match["month"]), int(match["year"]))
        weekday = WEEKDAYS[date.fromisoformat(iso).weekday()] if iso else ""
        if iso and match["weekday"].capitalize() != weekday:
            yield match.group(), weekday


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Runs of days joined to each other, each cut after its last day that has month and year."""
    at = 0
    while match := _PART.search(text, at):
        run = [match]
        while (join := _JOIN.match(text, run[-1].end())) and (following := _PART.match(text, join.end())):
            run.append(following)
        at = run[-1].end()
        while run and not (run[-1]["month"] and run[-1]["year"]):
            run.pop()
        if run:
            yield run


def shown(iso: str) -> str:
    """An ISO date as people write it, as exact as it is: "7 July 2026", "July 2026", "2026"."""
    year, month, day = [*map(int, iso.split("-")), 0, 0][:3]
    return f"{day or ''} {MONTH_NAMES[month - 1] if month else ''} {year}".strip()


def days_between(first: str, second: str) -> int:
    """How many days lie between two ISO dates; negative when the second is the earlier."""
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def _dates_of_run(run: list[re.Match[str]]) -> list[PartialDate] | None:
    """Return the days of a run with month and year filled in; None when one of them does not exist."""
    dates: list[PartialDate] = []
    month, year = 0, 0
    for match in reversed(run):
        month = _month(match["month"]) if match["month"] else month
        year = int(match["year"]) if match["year"] else year
        iso = _iso(int(match["day"]), month, year)
        if iso and dates and match["month"] and not match["year"] and iso > dates[0].iso:
            before = _iso(int(match["day"]), month, year - 1)
            if before and days_between(before, dates[0].iso) <= LONGEST_GAP:
                iso, year = before, year - 1
        if iso is None:
            return None
        dates.insert(0, PartialDate(iso, match.group()))
    return dates


def find_ranges(text: str) -> Iterator[tuple[PartialDate, PartialDate | None]]:
    """Yield the first and the last day of each run in the text; the last is None for a single day."""
    for run in _runs(text):
        if dates := _dates_of_run(run):
            yield dates[0], dates[-1] if len(dates) > 1 else None


def find_range(text: str) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the first and the last day of the first run of days in the text.

    A run that joins two visits gives the start of the first and the end of the last. A single day gives that day and
    None. A text without any day gives the month or year found by ``find_date``, and None, or two months. Days that do
    not exist give (None, None).
    """
    if run := next(find_ranges(text), None):
        return run
    if any(True for _ in _runs(text)):
        return None, None
    found = find_date(text)
    return (_time_of_months(text, found) if found else None) or (found, None)


def write_out(text: str) -> str:
    """Return the text with its dates in words: "19/6/2023" and "2023-06-19" become "19 June 2023".

    Figures that recognition has separated are joined first, so "1 9 June 20 23" becomes "19 June 2023" too.
    """
    if not _DIGIT.search(text):
        return text
    text = _LOOSE_YEAR.sub(r"\1\2", _LOOSE_DAY.sub(r"\1\2", text))
    return _FIGURES.sub(_in_words, text)


def _in_words(match: re.Match[str]) -> str:
    day, month, year = (int(match[f"{part}1"] or match[f"{part}2"]) for part in ("day", "month", "year"))
    return f"{day} {MONTH_NAMES[month - 1]} {year}" if 0 < month <= len(MONTHS) else match.group()


def days_behind(text: str) -> str | None:
    """Return, as printed, the first day with a month that follows the first run of days; None when there is none.

    Such a day means that the first run does not cover all the days in the text.
    """
    run = next((run for run in _runs(text) if _dates_of_run(run)), None)
    behind = (match for match in _PART.finditer(text, run[-1].end()) if match["month"]) if run else ()
    return next((match.group() for match in behind), None)
