"""Check by the printed page numbers that no page is missing, repeated or out of order.

A page number is a figure that stands alone in the furniture of a page or ends a line of it ("17 to 28 July 2023 2").
A figure that stands on many pages is not one. Pages without a number are skipped, and a count that begins again at 1
is that of a report bound into the document. Nothing is concluded from figures that do not count the pages.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from ingest.blocks import Block, BlockKind
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

NUMBER = re.compile(r"(?:^(?:page\s+)?|\s)(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?$", re.I)
OFTEN = 3  # pages on which a figure that is no page number stands
TRUSTED = 0.3  # of the steps from page to page: the share that counts on where figures are page numbers
FIRST = 2  # the highest number with which a bound-in report begins, its cover having none


class PrintedNumber(NamedTuple):
    """A page of the file, from 1, and the number that is printed on it."""

    page: int
    number: int


def printed_numbers(blocks: Iterable[Block]) -> tuple[PrintedNumber, ...]:
    """The pages that print a number of their own, in the order of the file."""
    figures: dict[int, list[int]] = {}
    for block in blocks:
        if block.kind is BlockKind.FURNITURE and block.page and (match := NUMBER.search(block.text)):
            figures.setdefault(block.page, []).append(int(match[1]))
    often = Counter(figure for found in figures.values() for figure in set(found))
    printed = []
    for page, found in sorted(figures.items()):
        own = {figure for figure in found if often[figure] < OFTEN}
        if len(own) == 1:
            printed.append(PrintedNumber(page, own.pop()))
    return tuple(printed)


def check_pages(blocks: Iterable[Block], before: int = 0) -> tuple[NoticeDraft, ...]:
    """A notice for each place where the printed numbers do not count on; ``before`` pages of the file precede them.

    Codes: ``pages-missing`` (an error), ``page-repeated`` and ``page-out-of-order`` (warnings).
    """
    printed = printed_numbers(blocks)
    steps = list(pairwise(printed))
    counting = sum(after.number - before.number == after.page - before.page for before, after in steps)
    if not steps or (counting < TRUSTED * len(steps) and printed[0].number != printed[0].page - before):
        return ()
    first = (PrintedNumber(before, 0), printed[0])
    steps = [first, *steps] if printed[0].number > printed[0].page - before else steps
    return tuple(notice for before, after in steps if (notice := _doubt(before, after)))


def _doubt(before: PrintedNumber, after: PrintedNumber) -> NoticeDraft | None:
    expected = before.number + after.page - before.page
    if after.number == expected or (after.number <= min(FIRST, after.page - before.page) and before.number > 1):
        return None
    where = f"page {after.page} of the file is printed as page {after.number}"
    where += f", after page {before.number}." if before.number else "."
    if after.number > expected:
        names = str(expected) if after.number == expected + 1 else f"{expected} to {after.number - 1}"
        message = f"Pages are missing: {names}; {where} Find the whole document."
        return NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGES_MISSING, message, after.page)
    if after.number == before.number:
        message = f"A page comes twice: {where} What stands on it may have been read twice."
        return NoticeDraft(NoticeLevel.WARNING, NoticeCode.PAGE_REPEATED, message, after.page)
    message = (
        f"The pages stand in another order than they are numbered: {where} Put them in order and read the file again."
    )
    return NoticeDraft(NoticeLevel.WARNING, NoticeCode.PAGE_OUT_OF_ORDER, message, after.page)
