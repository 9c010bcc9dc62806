"""What the opening sentences of a letter say of the visit itself: its days and its inspectors.

Days are printed with or without their year ("Between 20 and 24 June"); a year that is left out is that of the
letter, or the one before where the visit would else end after the letter was written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.blocks import Block, Place
from ingest.drafts import PartialDate
from ingest.notices import Level, Notice
from ingest.wording.dates import MONTHS, find_range
from ingest.wording.inspectors import person

YEARLESS = re.compile(rf"(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)}))\b(?!,?\s*\d{{4}})", re.I)
EXACT = 10
SINCERELY = re.compile(r"^\s*yours\s+(?:sincerely|faithfully)\b", re.I)


@dataclass(frozen=True, slots=True)
class VisitDates:
    """The first and the last day, where and how the letter prints them; ``notices`` tell of a year that it does not print."""

    started: PartialDate | None = None
    ended: PartialDate | None = None
    place: Place = Place()
    printed: str = ""
    notices: tuple[Notice, ...] = ()


Days = tuple[PartialDate, PartialDate]


def _exact(found: tuple[PartialDate | None, PartialDate | None]) -> Days | None:
    first, last = found
    if first is None or len(first.iso) != EXACT:
        return None
    return first, last or first


def _with_year(text: str, published: PartialDate) -> Days | None:
    """The days with the year of the letter, or the year before, put in where none is printed."""
    year = int(published.iso[:4])
    for candidate in (year, year - 1):
        found = _exact(find_range(YEARLESS.sub(rf"\g<1> {candidate}", text)))
        if found and found[1].iso <= published.iso:
            return found
    return None


def _days(text: str, published: PartialDate | None) -> tuple[Days | None, bool]:
    """The days in the text, and whether a year was put in: where none is printed, or none for the last day of a range."""
    printed = _exact(find_range(text))
    filled = _with_year(text, published) if published and YEARLESS.search(text) else None
    if printed is None or (filled and printed[0] == printed[1] and filled[0] == printed[0] and filled[1] != printed[1]):
        return filled, filled is not None
    return printed, False


def find_visit(blocks: Iterable[Block], published: PartialDate | None) -> VisitDates:
    """The days of the visit: the first that the opening blocks print to the day; a single day is both first and last."""
    for block in blocks:
        days, inferred = _days(block.text, published)
        if days is None:
            continue
        words = [day.printed if day.printed in block.text else day.printed[:-5] for day in dict.fromkeys(days)]
        message = f"The days of the visit are printed without their year; {days[1].iso[:4]} follows from the day of the letter."
        notice = Notice(Level.INFO, "year-inferred", message, block.place.page, block.place.line)
        return VisitDates(*days, block.place, " to ".join(words), (notice,) if inferred else ())
    return VisitDates()


def find_signatory(signature: Iterable[Block], opening: str) -> str | None:
    """The inspector who signs and is named in the opening as one who visited; None where the two do not agree."""
    for block in signature:
        if words := SINCERELY.sub("", block.text).strip(" ,"):
            name = person(words)
            return name if name and name in opening else None
    return None
