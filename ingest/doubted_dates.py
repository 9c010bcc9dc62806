"""Dates of inspections that the rest of their document contradicts. They are kept as printed, and each gives a notice.

Looked at are four kinds: a weekday that is not that of the day; an inspection in a year in which its framework was not
in use; an inspection that a report tells of and that begins after the report is dated; and the days of the inspection
that stand in another paragraph with another year. A profile tells what its own form shows, such as an end before a
beginning, and no date is doubted twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ingest.blocks import Block, Place
from ingest.drafts import InspectionDraft, PartialDate, ReportDraft
from ingest.notices import NoticeDraft
from ingest.wording.dates import EXACT, MONTHS, find_ranges, misnamed_days, shown
from inspections.notice_codes import NoticeCode
from inspections.reference.tables import frameworks
from inspections.vocabulary import NoticeLevel, ReportKind

TOLD_BY_PROFILE = (NoticeCode.DATES_DOUBTED, NoticeCode.DATES_OUT_OF_ORDER, NoticeCode.DATES_CONTRADICTION)
COMPARE = "Compare with the document."


def check_weekdays(blocks: Iterable[Block]) -> Iterator[NoticeDraft]:
    """A notice (``dates-doubted``) for each date that is printed with the name of another day of the week."""
    for block in blocks:
        for printed, weekday in misnamed_days(block.text):
            message = f"“{printed}” was a {weekday}: the day, the month or the year may be misprinted. {COMPARE}"
            yield _doubt(NoticeCode.DATES_DOUBTED, message, block.place)


def check_inspection_dates(report: ReportDraft, blocks: Sequence[Block]) -> tuple[NoticeDraft, ...]:
    """Notices on the dates of the inspections that a report tells of; ``blocks`` are those of the report."""
    if report.kind is ReportKind.OUTCOMES_TABLE:
        return ()
    later = tuple(_after_the_report(report))
    own = report.inspection
    if own is None or any(notice.code in TOLD_BY_PROFILE for notice in report.notices):
        return later
    return (*later, *_outside_its_framework(own), *_in_another_year(own, blocks))


def _after_the_report(report: ReportDraft) -> Iterator[NoticeDraft]:
    """Doubt each inspection besides the report's own that begins after the date of the report."""
    if report.published is None:
        return
    for told in report.mentions:
        if told.started and _is_after(told.started, report.published):
            message = (
                f"An inspection is dated {shown(told.started.iso)}, after the report, which is dated "
                f"{shown(report.published.iso)}. Both were kept as printed. {COMPARE}"
            )
            yield _doubt(NoticeCode.DATES_DOUBTED, message, told.place)


def _outside_its_framework(own: InspectionDraft) -> Iterator[NoticeDraft]:
    framework = next((one for one in frameworks() if one.code == own.framework), None)
    if framework is None or own.started is None:
        return
    last = framework.last_year
    if framework.first_year <= _year(own.started) <= (last or 9999):
        return
    used = f"from {framework.first_year} to {last}" if last else f"since {framework.first_year}"
    message = (
        f"The inspection is dated {shown(own.started.iso)}, but its framework ({framework.short_name}) is in use "
        f"{used}. The date was kept as printed. {COMPARE}"
    )
    yield _doubt(NoticeCode.DATES_DOUBTED, message, own.place)


def _in_another_year(own: InspectionDraft, blocks: Sequence[Block]) -> Iterator[NoticeDraft]:
    """Doubt the inspection's first and last day where they stand once more, with another year."""
    started, ended = own.started, own.ended
    if not (started and ended and started != ended and len(started.iso) == len(ended.iso) == EXACT):
        return
    month = MONTHS[int(ended.iso[5:7]) - 1]
    for block in blocks:
        if month not in block.text.lower():
            continue
        for first, last in find_ranges(block.text):
            if last and _days(first, last) == _days(started, ended) and _year(last) != _year(ended):
                message = (
                    f"The inspection is dated {shown(started.iso)} to {shown(ended.iso)}; here the same days stand "
                    f"with the year {_year(last)}. {COMPARE}"
                )
                yield _doubt(NoticeCode.DATES_CONTRADICTION, message, block.place)
                return


def _is_after(first: PartialDate, second: PartialDate) -> bool:
    """Tell whether a date is surely later than another, as far as both are printed."""
    exact = min(len(first.iso), len(second.iso))
    return first.iso[:exact] > second.iso[:exact]


def _days(first: PartialDate, last: PartialDate) -> tuple[str, str]:
    return first.iso[4:], last.iso[4:]


def _year(date: PartialDate) -> int:
    return int(date.iso[:4])


def _doubt(code: NoticeCode, message: str, place: Place) -> NoticeDraft:
    return NoticeDraft(NoticeLevel.WARNING, code, message, place.page, place.line)
