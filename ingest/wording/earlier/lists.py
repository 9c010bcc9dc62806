"""Sentences that are a list of services with their grades: "Overall effectiveness: inadequate; adoption: good".

A list counts where an inspection announces it: one in front of its colon, in the sentences before, or in the heading of
past inspections above it. Each grade belongs to the date behind it, else to the one inspection that was announced. A
list that is not clear in one item is none. What is left over is for the caller to report.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.drafts import PartialDate
from ingest.wording.dates import find_time
from ingest.wording.earlier.claims import Claim, Context, listed_in
from ingest.wording.earlier.events import Event
from ingest.wording.earlier.previous_inspections import PreviousInspection, grades_of
from ingest.wording.earlier.shapes import LISTED_ALONE
from ingest.wording.earlier.tokens import Token, letters

SHORT_ITEM = 12
LONGEST_ITEM = 20
"""Tokens of an item under a heading of past inspections, and of a sentence that is a list of one."""
ANNOUNCES = re.compile("[IEJ]")
"""What announces a list in front of its colon: an inspection, "inspected", "judgements"."""
JUDGES = re.compile("[VKARw]")
"""Behind the colon these make a sentence of it, which is read as one."""
DATE_BEHIND = re.compile(r",?p?(?P<d>D)")


@dataclass(frozen=True, slots=True)
class ListedGrades:
    """The grades of a list; ``left`` tells that one of them, or of its other words, could not be given to a service."""

    grades: tuple[PreviousInspection, ...]
    left: bool


@dataclass(frozen=True, slots=True)
class Announcements:
    """What may announce a list: the inspections ``told`` of before, an open announcement, a heading of past ones."""

    told: tuple[Event, ...] = ()
    is_open: bool = False
    headed: bool = False


def is_list_alone(row: tuple[Token, ...]) -> bool:
    """Tell whether a sentence is nothing but a list of services with their grades."""
    return LISTED_ALONE.fullmatch(letters(row)) is not None


def listed_grades(
    sentence: str,
    row: tuple[Token, ...],
    events: Sequence[Event],
    context: Context,
    announcements: Announcements,
) -> ListedGrades | None:
    """Return the grades of a list that an inspection announces; None where the sentence is no such list."""
    taken = frozenset(at for event in events for at in range(event.start, event.end))
    claims = listed_in(row, context, taken)
    if not claims or not _is_list(row, claims, announcements):
        return None
    about = [one for event in (*events, *announcements.told) if not event.others for one in event.each()]
    found: list[PreviousInspection] = []
    left = _has_other_grades(row, claims)
    for claim in claims:
        event = _inspection_of(claim, row, about)
        if event is None:
            return None
        grades = grades_of(claim, event, sentence)
        found += grades
        left = left or not grades
    return ListedGrades(tuple(found), left)


def _is_list(row: tuple[Token, ...], claims: Sequence[Claim], announcements: Announcements) -> bool:
    """Tell whether the claims of a sentence are the items of a list, and something announces it."""
    text = letters(row)
    if JUDGES.search(text[text.find(":") + 1 :]) or (len(claims) == 1 and len(text) > LONGEST_ITEM):
        return False
    headed = announcements.headed and len(text) <= SHORT_ITEM
    told_before = len(announcements.told) == 1 and is_list_alone(row)
    return announcements.is_open or headed or told_before or _announces_itself(text, claims)


def _announces_itself(text: str, claims: Sequence[Claim]) -> bool:
    """Tell whether an inspection in front of a colon announces all claims: "Inspected in 2019: leadership good"."""
    colon = text.find(":")
    return colon >= 0 and ANNOUNCES.search(text[:colon]) is not None and all(claim.end > colon for claim in claims)


def _inspection_of(claim: Claim, row: tuple[Token, ...], about: Sequence[Event]) -> Event | None:
    """Return the inspection of an item: that of the date behind it, else the only one; None where it may be several."""
    date = _date_behind(row, claim.end)
    if date is None:
        return about[0] if len(about) == 1 else None
    return replace(about[0], date=date) if about else Event(date.printed, claim.start, claim.end, date)


def _date_behind(row: tuple[Token, ...], at: int) -> PartialDate | None:
    match = DATE_BEHIND.match(letters(row), at)
    return find_time(row[match.start("d")].printed) if match else None


def _has_other_grades(row: tuple[Token, ...], claims: Sequence[Claim]) -> bool:
    read = {at for claim in claims for at in range(claim.start, claim.end)}
    return any(token.letter == "G" and at not in read for at, token in enumerate(row))
