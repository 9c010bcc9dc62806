"""From which day a judgement counts, by one of two rules, and which of an authority's judgements is the latest on it.

``INSPECTED``: from the first day of the inspection, if its report was published by the end of the third month after
that of the day that is asked for. So Ofsted counts in its official statistics ("inspections as at 31 March 2025, with a
report published by 30 June 2025": cover of the outcomes as at 31 March 2025). ``PUBLISHED``: from the day of
publication, as the matrix counts (``inspections.judgements.latest``): what everybody could know on the day.

A date that is printed as a month or a year counts from the first day that it can mean; a day that is asked for as a
month or a year stands for its last. Judgements of inspections without any date never count on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Protocol, TypeVar

from inspections.models.inspection_days import InspectionDays, counting_day, first_day
from inspections.vocabulary import Term

MONTHS_TO_PUBLICATION = 3


class CountedFrom(Term):
    """From when a judgement counts."""

    INSPECTED = "inspected", "The inspection, as Ofsted’s statistics count"
    PUBLISHED = "published", "The publication of its report, as the matrix counts"


class Dated(InspectionDays, Protocol):
    """A judgement with the partial dates of its inspection; ``key`` grows with the order of loading."""

    @property
    def key(self) -> int:
        """The key of the judgement."""

    @property
    def place(self) -> tuple[int, str]:
        """Whom and what it is about: the key of the authority and the code of the domain of today."""


Judged = TypeVar("Judged", bound=Dated)


def last_day(partial_date: str) -> str:
    """Return the last day that a partial date can mean. The day need not exist, only sort after those that do."""
    return partial_date + "9999-12-31"[len(partial_date) :]


@lru_cache(maxsize=20_000)
def months_before(day: str, months: int) -> str:
    """Return the first day of the month that lies so many months before that of a partial date; "" for ""."""
    if not day:
        return ""
    total = int(day[:4]) * 12 + int(day[5:7] or 1) - 1 - months
    return f"{total // 12:04}-{total % 12 + 1:02}-01"


def counts_from(row: Dated, rule: CountedFrom) -> str:
    """Return the partial date from which a judgement counts, "" where its inspection has no date."""
    if rule is CountedFrom.PUBLISHED:
        return counting_day(row)
    began = first_day(row)
    return max(began, months_before(row.published, MONTHS_TO_PUBLICATION)) if began else ""


def _order(row: Dated, rule: CountedFrom) -> tuple[str, str, int]:
    """The order in which judgements follow each other; the last is the latest."""
    if rule is CountedFrom.PUBLISHED:
        return counts_from(row, rule), row.started, row.key
    return first_day(row), row.published, row.key


def in_order(rows: Iterable[Judged], rule: CountedFrom) -> list[Judged]:
    """Return the judgements that have a date, from the oldest to the latest."""
    return sorted(filter(first_day, rows), key=lambda row: _order(row, rule))


def latest_on(rows: Iterable[Judged], day: str, rule: CountedFrom) -> list[Judged]:
    """Return the latest judgement of each authority and domain on a day, a month or a year."""
    (found,) = latest_on_each(rows, [day], rule)
    return found


def latest_on_each(rows: Iterable[Judged], days: Sequence[str], rule: CountedFrom) -> list[list[Judged]]:
    """Return, for each of some days from the earliest on, the latest judgement of each authority and domain."""
    waiting = sorted(((since, row) for row in rows if (since := counts_from(row, rule))), key=itemgetter(0))
    newest: dict[tuple[int, str], tuple[tuple[str, str, int], Judged]] = {}
    found, place = [], 0
    for day in days:
        last = last_day(day)
        while place < len(waiting) and waiting[place][0] <= last:
            row = waiting[place][1]
            order = _order(row, rule)
            if row.place not in newest or order > newest[row.place][0]:
                newest[row.place] = (order, row)
            place += 1
        found.append([row for _, row in newest.values()])
    return found
