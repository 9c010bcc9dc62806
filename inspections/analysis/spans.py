"""The time between two partial dates: exact where both are days, else as little and as much as it can be."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from inspections.models.partial_dates import earliest_day, latest_day

DAYS_A_YEAR = 365.25
LEAP = 0.75
"""By how many days a whole number of years can be longer than so many years of this length."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days between two dates: the fewest and the most that they can be."""

    fewest: int
    most: int

    @property
    def is_exact(self) -> bool:
        """Whether both dates are known to the day."""
        return self.fewest == self.most

    def is_within_years(self, years: int) -> bool:
        """Whether it is certainly no longer than so many years."""
        return self.most <= years * DAYS_A_YEAR

    def may_be_within_years(self, years: int) -> bool:
        """Whether it can be no longer than so many years, but need not be."""
        return self.fewest <= years * DAYS_A_YEAR < self.most

    def is_years_or_longer(self, years: int) -> bool:
        """Whether it is certainly so many years or longer."""
        return self.fewest >= years * DAYS_A_YEAR

    @property
    def words(self) -> str:
        """The time in words: "3 years 2 months", "45 days", or "between 3 and 4 years" where dates are partial.

        A little more than whole years says so: "4 years 2 days".
        """
        if not self.is_exact:
            return f"between {_in_words(self.fewest)} and {_in_words(self.most)}"
        return _in_words(self.fewest)


def _in_words(days: int) -> str:
    months = int(days * 12 / DAYS_A_YEAR)
    if abs(days) < 92:  # three months
        return f"{days} day{'' if days == 1 else 's'}"
    beyond = 0 if months % 12 else max(0, ceil(days - months * DAYS_A_YEAR / 12 - LEAP))
    parts = [(months // 12, "year"), (months % 12, "month"), (beyond, "day")]
    return " ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in parts if number)


def between(first: str, second: str) -> Span | None:
    """Return the time from one partial date to another, None where one is not known."""
    if not first or not second:
        return None
    return Span((earliest_day(second) - latest_day(first)).days, (latest_day(second) - earliest_day(first)).days)
