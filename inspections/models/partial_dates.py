"""Dates to the precision that is printed: "2023-07-17", "2013-01" or "2019".

They are stored as ISO 8601 strings of reduced precision, which sort and compare as strings. "" means not stated.
"""

import calendar
import re
from datetime import date

from inspections.months import MONTHS

PATTERN = r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$"
FULL = len("2023-07-17")


def is_partial_date(text: str) -> bool:
    """Return whether the text is an existing date, month or year, or empty."""
    if not re.match(PATTERN, text):
        return False
    parts = [int(part) for part in text.split("-")] if text else []
    if not parts:
        return True
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return False
    return True


def display(text: str) -> str:
    """Return the date as people write it: "27 November 2015", "January 2013", "2019"; "" stays ""."""
    parts = text.split("-") if text else []
    if len(parts) == 3:
        return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]} {parts[0]}"
    if len(parts) == 2:
        return f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return text


def year_of(text: str) -> int | None:
    """Return the year, or None when no date is stated."""
    return int(text[:4]) if text else None


def agree(first: str, second: str) -> bool:
    """Return whether two dates can be the same day, compared to the precision of the less precise one."""
    length = min(len(first), len(second))
    return first[:length] == second[:length]


def earliest_day(partial_date: str) -> date:
    """Return the first day that a partial date can mean; it must not be empty."""
    if len(partial_date) == FULL:
        return date.fromisoformat(partial_date)
    year, month = [*map(int, partial_date.split("-")), 1][:2]
    return date(year, month, 1)


def latest_day(partial_date: str) -> date:
    """Return the last day that a partial date can mean; it must not be empty."""
    if len(partial_date) == FULL:
        return date.fromisoformat(partial_date)
    year, month = [*map(int, partial_date.split("-")), 12][:2]
    return date(year, month, calendar.monthrange(year, month)[1])
