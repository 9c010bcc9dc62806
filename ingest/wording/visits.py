"""What the opening sentences of a letter say of the visit itself: its days and its inspectors.

Days are printed with or without their year ("Between 20 and 24 June"); a year that is left out is that of the
letter, or the one before where the visit would else end after the letter was written.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.blocks import Block, Place
from ingest.drafts import PartialDate
from ingest.wording.dates import MONTHS, find_range
from ingest.wording.inspectors import person

YEARLESS = re.compile(rf"(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)}))\b(?!,?\s*\d{{4}})", re.I)
EXACT = 10
SINCERELY = re.compile(r"^\s*yours\s+(?:sincerely|faithfully)\b", re.I)


@dataclass(frozen=True, slots=True)
class VisitDates:
    """The first and the last day, and where and how the letter prints them."""

    started: PartialDate | None = None
    ended: PartialDate | None = None
    place: Place = Place()
    printed: str = ""


def _exact(found: tuple[PartialDate | None, PartialDate | None]) -> tuple[PartialDate, PartialDate] | None:
    first, last = found
    if first is None or len(first.iso) != EXACT:
        return None
    return first, last or first


def _with_year(text: str, published: PartialDate) -> tuple[PartialDate, PartialDate] | None:
    year = int(published.iso[:4])
    for candidate in (year, year - 1):
        found = _exact(find_range(YEARLESS.sub(rf"\g<1> {candidate}", text)))
        if found and found[1].iso <= published.iso:
            return found
    return None


def find_visit(blocks: Iterable[Block], published: PartialDate | None) -> VisitDates:
    """The days of the visit: the first that the opening blocks print to the day; a single day is both first and last."""
    for block in blocks:
        found = _exact(find_range(block.text)) or (_with_year(block.text, published) if published else None)
        if found:
            return VisitDates(*found, block.place, " to ".join(dict.fromkeys(date.printed for date in found)))
    return VisitDates()


def find_signatory(signature: Iterable[Block], opening: str) -> str | None:
    """The inspector who signs and is named in the opening as one who visited; None where the two do not agree."""
    for block in signature:
        if words := SINCERELY.sub("", block.text).strip(" ,"):
            name = person(words)
            return name if name and name in opening else None
    return None
