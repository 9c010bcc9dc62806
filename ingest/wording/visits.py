"""What the opening sentences of a letter state about the visit: its days and its inspectors.

Days are printed with or without their year ("Between 20 and 24 June"). A missing year is that of the letter, or the
year before if the visit would otherwise end after the letter was written. The opening may mention an earlier inspection
first: the visit took place on the first days that are at most ``LONGEST_WAIT`` days before the letter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ingest.blocks import Block, Place
from ingest.drafts import PartialDate
from ingest.notices import NoticeDraft
from ingest.wording.closings import VALEDICTION
from ingest.wording.dates import EXACT, MONTHS, find_range, find_ranges
from ingest.wording.inspectors import person
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

YEARLESS = re.compile(rf"(\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)}))\b(?!,?\s*\d{{4}})", re.I)
LONGEST_WAIT = 275
USUAL_WAIT = 100
COMPARE = " Compare with the document."
EARLIER = re.compile(r"\b(?:since|following|after|previous|last)\b[^.,;]*$", re.I)


@dataclass(frozen=True, slots=True)
class VisitDates:
    """The first and the last day of a visit, with the place and the words in which the letter prints them.

    ``notices`` report a year that was inferred and dates that are doubtful.
    """

    started: PartialDate | None = None
    ended: PartialDate | None = None
    place: Place = Place()
    printed: str = ""
    notices: tuple[NoticeDraft, ...] = ()


Days = tuple[PartialDate, PartialDate]
Told = tuple[Block, Days, bool]
"""Days with the block that prints them, and whether a year was filled in."""


def _exact_days(found: tuple[PartialDate | None, PartialDate | None]) -> Days | None:
    first, last = found
    if first is None or len(first.iso) != EXACT:
        return None
    return first, last or first


def _with_year(text: str, published: PartialDate) -> Days | None:
    """Return the days, with the year of the letter or the year before filled in where none is printed."""
    year = int(published.iso[:4])
    for candidate in (year, year - 1):
        found = _exact_days(find_range(YEARLESS.sub(rf"\g<1> {candidate}", text)))
        if found and found[1].iso <= published.iso:
            return found
    return None


def _days_in(text: str, published: PartialDate | None) -> Iterator[tuple[Days, bool]]:
    """Yield the days in the text, each with True when a year was filled in.

    A year is filled in where none is printed, or where the last day of a range has none.
    """
    found = [(first, last or first) for first, last in find_ranges(text)]
    filled = _with_year(text, published) if published and YEARLESS.search(text) else None
    first = found[0] if found else None
    if filled and (first is None or (first[0] == first[1] and filled[0] == first[0] and filled[1] != first[1])):
        yield filled, True
        found = found[1:]
    for days in found:
        yield days, False


def _is_shortly_before(days: Days, published: PartialDate | None) -> bool:
    """Tell whether the days are at most ``LONGEST_WAIT`` days before the letter, or its day is not known exactly."""
    if published is None or len(published.iso) != EXACT:
        return True
    age = date.fromisoformat(published.iso) - date.fromisoformat(days[1].iso)
    return age.days <= LONGEST_WAIT


def _is_misprinted(days: Days, published: PartialDate | None) -> bool:
    """Tell whether the days would lie at most ``USUAL_WAIT`` days before the letter, were only their year another."""
    if published is None or len(published.iso) != EXACT or _is_shortly_before(days, published):
        return False
    letter = date.fromisoformat(published.iso)
    for year in (letter.year, letter.year - 1):
        try:
            ended = date.fromisoformat(days[1].iso).replace(year=year)
        except ValueError:  # 29 February
            continue
        if 0 < (letter - ended).days <= USUAL_WAIT:
            return True
    return False


def _is_only_a_date(text: str, days: Days) -> bool:
    """Tell whether a block is only a date, which is then that of the letter and not of the visit."""
    return text.strip(" .,") == days[0].printed


def _as_printed(day: PartialDate, text: str) -> str:
    """Return the day in the words of the text, which may leave out the year."""
    return day.printed if day.printed in text else day.printed[: -len(" 2018")]


def _text_before(day: PartialDate, text: str) -> str:
    """Return the text before a day."""
    return text.partition(_as_printed(day, text))[0]


def _is_earlier(entry: Told) -> bool:
    """Tell whether the words in front of the days say that they are those of an earlier event."""
    return EARLIER.search(_text_before(entry[1][0], entry[0].text)) is not None


def find_visit(blocks: Iterable[Block], published: PartialDate | None) -> VisitDates:
    """Return the days of the visit: the first in the opening blocks that are shortly before the letter.

    Only dates that are exact to the day count. Days of an earlier event ("since", "following") are passed over if there
    are others. A single day is both first and last. Where no days are shortly before the letter, the first days are
    taken, with the notice ``dates-doubted``. The same notice is given for a visit on the day of the letter, and for
    days that were passed over and would be shortly before the letter, were only their year another.
    """
    found = [
        (block, *days)
        for block in blocks
        for days in _days_in(block.text, published)
        if not _is_only_a_date(block.text, days[0])
    ]
    if not found:
        return VisitDates()
    close = [entry for entry in found if _is_shortly_before(entry[1], published)]
    block, days, inferred = next((entry for entry in close if not _is_earlier(entry)), (close or found)[0])
    words = [_as_printed(day, block.text) for day in dict.fromkeys(days)]
    notices = tuple(_doubts((block, days, inferred), found, published))
    return VisitDates(*days, block.place, " to ".join(words), notices)


def _doubts(chosen: Told, found: list[Told], published: PartialDate | None) -> Iterator[NoticeDraft]:
    """Notices on the days that were chosen, beside the others that the opening tells."""
    block, days, inferred = chosen
    if inferred:
        message = (
            f"The days of the visit are printed without their year; {days[1].iso[:4]} follows from the day of the "
            "letter."
        )
        yield _notice(NoticeCode.YEAR_INFERRED, message, block, NoticeLevel.INFO)
    if published is None:
        return
    if not _is_shortly_before(days, published):
        message = f"The visit ended on {days[1].iso}, long before the letter of {published.iso}."
        yield _notice(NoticeCode.DATES_DOUBTED, message + COMPARE, block)
        return
    if days[0].iso == published.iso:
        message = f"The visit is dated {days[0].iso}, the day of the letter."
        yield _notice(NoticeCode.DATES_DOUBTED, message + COMPARE, block)
    for other in found:
        if _is_misprinted(other[1], published) and not _is_earlier(other):
            message = (
                f"The letter of {published.iso} tells of {other[1][0].iso}, which with another year would be shortly "
                f"before it; {days[0].iso} was taken."
            )
            yield _notice(NoticeCode.DATES_DOUBTED, message + COMPARE, other[0])


def _notice(code: NoticeCode, message: str, block: Block, level: NoticeLevel = NoticeLevel.WARNING) -> NoticeDraft:
    return NoticeDraft(level, code, message, block.place.page, block.place.line)


def _signs(name: str, opening: str) -> bool:
    """Tell whether the opening names the signatory, as signed or with another first name of the same initial."""
    if name in opening:
        return True
    initial, surname = name[0], name.rsplit(maxsplit=1)[-1]
    return (
        re.search(rf"\b{re.escape(initial)}[\w'’-]*\.?\s+(?:[\w'’.()-]+\s+)?{re.escape(surname)}\b", opening)
        is not None
    )


def find_signatory(signature: Iterable[Block], opening: str) -> str | None:
    """Return the inspector who signs the letter and is named in its opening; None when the two do not agree."""
    for block in signature:
        if words := VALEDICTION.sub("", block.text).strip(" ,"):
            name = person(words)
            return name if name and _signs(name, opening) else None
    return None
