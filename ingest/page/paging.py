"""Check by the printed page numbers that no page is missing, repeated or out of order.

A page number is a figure that stands alone in the furniture of a page or ends a line of it ("17 to 28 July 2023 2").
A figure that stands on many pages is not one. Pages without a number are skipped, and a count that begins again at 1
is that of a report bound into the document. Figures that would count the pages in another order tell that the pages
were reversed or mixed up; nothing else is concluded from figures that do not count them.

Where no pages are numbered, the numbers of paragraphs tell the order: if those of each page count by one, and those of
all pages would do so in another order.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest.blocks import Block, BlockKind
from ingest.notices import NoticeDraft
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

NUMBER = re.compile(
    r"(?:^[-–—|\[(]?\s*(?:p(?:age|\.)?\s*\|?\s*)?|\s)(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?(?:\s*[-–—|\])](?:\s*page)?)?$",
    re.I,
)
OFTEN = 3  # pages on which a figure that is no page number stands
TRUSTED = 0.3  # of the steps from page to page: the share that counts on where figures are page numbers
FIRST = 2  # the highest number with which a bound-in report begins, its cover having none
FEWEST = 3  # pages with numbers of paragraphs that tell an order
SHOWN = 30  # pages that a notice lists


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


def check_bound_pages(documents: Sequence[tuple[Sequence[Block], int]]) -> tuple[NoticeDraft, ...]:
    """The notices of ``check_pages`` for each document that is bound into a file, with the pages that precede it.

    A cover that was moved into the middle of its report looks like the beginning of another. Where a document is
    doubted and the numbers of the whole file count on in another order, that alone is told.
    """
    doubts = tuple(notice for blocks, before in documents for notice in check_pages(blocks, before))
    mixed_up = _check_order(printed_numbers(block for blocks, _ in documents for block in blocks))
    return mixed_up if doubts and mixed_up else doubts


def check_pages(blocks: Iterable[Block], before: int = 0) -> tuple[NoticeDraft, ...]:
    """A notice for each place where the printed numbers do not count on, or one for pages in another order.

    ``before`` pages of the file precede them. Codes, all of them errors: ``pages-missing``, ``page-repeated`` and
    ``page-out-of-order``.
    """
    blocks = tuple(blocks)
    printed = printed_numbers(blocks)
    if mixed_up := _check_order(printed):
        return mixed_up
    steps = list(pairwise(printed))
    counting = sum(after.number - before.number == after.page - before.page for before, after in steps)
    if not steps or (counting < TRUSTED * len(steps) and printed[0].number != printed[0].page - before):
        return _check_paragraphs(blocks)
    first = (PrintedNumber(before, 0), printed[0])
    steps = [first, *steps] if printed[0].number > printed[0].page - before else steps
    worded = {block.page for block in blocks if block.kind is not BlockKind.FURNITURE}
    return tuple(notice for one, after in steps if (notice := _doubt(one, after) or _passed_over(one, after, worded)))


def _passed_over(before: PrintedNumber, after: PrintedNumber, worded: Container[int | None]) -> NoticeDraft | None:
    """The notice of pages with words and without a number that the numbers around them do not count."""
    between = [page for page in range(before.page + 1, after.page) if page in worded]
    if not between or not before.number < after.number <= after.page - before.page - len(between) + before.number:
        return None
    is_one = len(between) == 1
    pages = f"Page {between[0]} of the file has" if is_one else f"Pages {between[0]} to {between[-1]} of the file have"
    message = (
        f"{pages} no number, and page {after.number} follows page {before.number} without counting "
        f"{'it' if is_one else 'them'}. What stands there may belong to another document: compare it with the original."
    )
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_OUT_OF_ORDER, message, between[0])


def _check_order(printed: Sequence[PrintedNumber]) -> tuple[NoticeDraft, ...]:
    """The notice that pages stand in another order than they are numbered."""
    if not _mixed_up([(one.page, one.number, one.number) for one in printed]):
        return ()
    return (_order([one.number for one in printed], "numbered", printed[0].page),)


def _mixed_up(stretches: Sequence[tuple[int, int, int]]) -> bool:
    """Tell whether stretches of numbers, each with its page, first and last, count on only in another order.

    Two of them must begin with 1, because two figures follow each other by chance.
    """
    ordered = sorted(stretches, key=lambda one: one[1])
    if len(stretches) < FEWEST and not (len(stretches) == 2 and ordered[0][1] == 1):
        return False
    return ordered != list(stretches) and all(b[1] == a[2] + 1 for a, b in pairwise(ordered))


def _check_paragraphs(blocks: Iterable[Block]) -> tuple[NoticeDraft, ...]:
    """The notice that pages stand in another order than the numbers of their paragraphs count."""
    pages: dict[int, list[int]] = {}
    for block in blocks:
        if block.page and block.number and block.number.isdigit():
            pages.setdefault(block.page, []).append(int(block.number))
    if any(b != a + 1 for numbers in pages.values() for a, b in pairwise(numbers)):
        return ()
    stretches = [(page, numbers[0], numbers[-1]) for page, numbers in sorted(pages.items())]
    if not _mixed_up(stretches):
        return ()
    return (_order([first for _, first, _ in stretches], "numbered by their paragraphs", stretches[0][0]),)


def _order(numbers: Sequence[int], how: str, page: int) -> NoticeDraft:
    """The notice of pages in another order, with their numbers in the order of the file."""
    names = ", ".join(map(str, numbers[:SHOWN])) + (" …" if len(numbers) > SHOWN else "")
    message = (
        f"The pages stand in another order than they are {how}: {names}. "
        "Records may be cut, lost or in the wrong section. Put the pages in order and read the file again."
    )
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_OUT_OF_ORDER, message, page)


def _doubt(before: PrintedNumber, after: PrintedNumber) -> NoticeDraft | None:
    """The notice of a page that does not follow the one before, however many pages without a number stand between."""
    expected = before.number + after.page - before.page
    begins = after.number <= min(FIRST, after.page - before.page) and before.number > 1
    if after.number == expected or before.number < after.number < expected or begins:
        return None
    where = f"page {after.page} of the file is printed as page {after.number}"
    where += f", after page {before.number}." if before.number else "."
    if after.number > expected:
        names = str(expected) if after.number == expected + 1 else f"{expected} to {after.number - 1}"
        message = f"Pages are missing: {names}; {where} Find the whole document."
        return NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGES_MISSING, message, after.page)
    if after.number == before.number:
        message = f"A page comes twice: {where} What stands on it may have been read twice."
        return NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_REPEATED, message, after.page)
    message = (
        f"The pages stand in another order than they are numbered: {where} Put them in order and read the file again."
    )
    return NoticeDraft(NoticeLevel.ERROR, NoticeCode.PAGE_OUT_OF_ORDER, message, after.page)
