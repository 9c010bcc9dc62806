"""What the opening sentences of a letter say of the visit itself: its days and its inspectors.

Days are printed with or without their year ("Between 20 and 24 June"); a year that is left out is that of the
letter, or the one before where the visit would else end after the letter was written. The opening may speak of an earlier
inspection first: the first days that lie close before the letter are those of the visit.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ingest.blocks import Block, Place
from ingest.drafts import PartialDate
from ingest.notices import NoticeDraft
from ingest.wording.dates import MONTHS, find_range, find_ranges
from ingest.wording.inspectors import person
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

YEARLESS = re.compile(rf"(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)}))\b(?!,?\s*\d{{4}})", re.I)
EXACT = 10
LONGEST_WAIT = 275
EARLIER = re.compile(r"\b(?:since|following|after|previous|last)\b[^.,;]*$", re.I)
SINCERELY = re.compile(r"^\s*yours\s+(?:sincerely|faithfully)\b", re.I)


@dataclass(frozen=True, slots=True)
class VisitDates:
    """The first and the last day, where and how the letter prints them; ``notices`` tell of a year that it does not print."""

    started: PartialDate | None = None
    ended: PartialDate | None = None
    place: Place = Place()
    printed: str = ""
    notices: tuple[NoticeDraft, ...] = ()


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


def _days(text: str, published: PartialDate | None) -> Iterator[tuple[Days, bool]]:
    """The days in the text, and whether a year was put in: where none is printed, or none for the last day of a range."""
    found = [(first, last or first) for first, last in find_ranges(text)]
    filled = _with_year(text, published) if published and YEARLESS.search(text) else None
    first = found[0] if found else None
    if filled and (first is None or (first[0] == first[1] and filled[0] == first[0] and filled[1] != first[1])):
        yield filled, True
        found = found[1:]
    for days in found:
        yield days, False


def _close(days: Days, published: PartialDate | None) -> bool:
    """Tell whether a letter of that day would be about these days."""
    if published is None or len(published.iso) != EXACT:
        return True
    age = date.fromisoformat(published.iso) - date.fromisoformat(days[1].iso)
    return age.days <= LONGEST_WAIT


def _bare(text: str, days: Days) -> bool:
    """Tell whether a block is a date and nothing else: that of the letter, not of the visit."""
    return text.strip(" .,") == days[0].printed


def _as_printed(day: PartialDate, text: str) -> str:
    """The day in the words of the text, which may leave out the year."""
    return day.printed if day.printed in text else day.printed[: -len(" 2018")]


def _in_front(day: PartialDate, text: str) -> str:
    """The words of the text in front of a day."""
    return text.partition(_as_printed(day, text))[0]


def find_visit(blocks: Iterable[Block], published: PartialDate | None) -> VisitDates:
    """The days of the visit: the first of those printed to the day in the opening blocks that lie close before the letter.

    Days that only tell what the visit follows are passed over if there are others. A single day is both first and last. Where no days lie close, the first are taken, with the notice ``dates-doubted``.
    """
    found = [
        (block, *days) for block in blocks for days in _days(block.text, published) if not _bare(block.text, days[0])
    ]
    if not found:
        return VisitDates()
    close = [entry for entry in found if _close(entry[1], published)]
    its_own = (entry for entry in close if not EARLIER.search(_in_front(entry[1][0], entry[0].text)))
    block, days, inferred = next(its_own, (close or found)[0])
    words = [_as_printed(day, block.text) for day in dict.fromkeys(days)]
    notices = []
    if inferred:
        message = f"The days of the visit are printed without their year; {days[1].iso[:4]} follows from the day of the letter."
        notices.append(
            NoticeDraft(NoticeLevel.INFO, NoticeCode.YEAR_INFERRED, message, block.place.page, block.place.line)
        )
    if published and days[0].iso == published.iso:
        message = f"The visit is dated {days[0].iso}, the day of the letter. Compare with the document."
        notices.append(
            NoticeDraft(NoticeLevel.WARNING, NoticeCode.DATES_DOUBTED, message, block.place.page, block.place.line)
        )
    if not close and published:
        message = (
            f"The visit ended on {days[1].iso}, long before the letter of {published.iso}. Compare with the document."
        )
        notices.append(
            NoticeDraft(NoticeLevel.WARNING, NoticeCode.DATES_DOUBTED, message, block.place.page, block.place.line)
        )
    return VisitDates(*days, block.place, " to ".join(words), tuple(notices))


def _signs(name: str, opening: str) -> bool:
    """Tell whether the opening names who signs, as signed or with another form of the first name ("Jo", "Joanna")."""
    if name in opening:
        return True
    initial, surname = name[0], name.rsplit(maxsplit=1)[-1]
    return (
        re.search(rf"\b{re.escape(initial)}[\w'’-]*\.?\s+(?:[\w'’.()-]+\s+)?{re.escape(surname)}\b", opening)
        is not None
    )


def find_signatory(signature: Iterable[Block], opening: str) -> str | None:
    """The inspector who signs and is named in the opening as one who visited; None where the two do not agree."""
    for block in signature:
        if words := SINCERELY.sub("", block.text).strip(" ,"):
            name = person(words)
            return name if name and _signs(name, opening) else None
    return None
