"""What a file prints that no reading makes good: dates that are no dates, an end within a sentence, a line twice.

Dates count the days and name the months of inspections; one that is misspelt is passed over by all readers of dates, so
that the date of a report may be another or a shorter one. Both are errors. A line that stands twice may have been
copied twice; that is a warning, and of a heading an information.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from ingest.blocks import Block, BlockKind
from ingest.notices import NoticeDraft
from ingest.wording.closings import OFFICE
from ingest.wording.dates import MONTHS
from ingest.wording.joining import BETWEEN, ends_like_a_sentence
from inspections.notice_codes import NoticeCode
from inspections.vocabulary import NoticeLevel

DATE = re.compile(r"(\d(?<!\w\d)\d{0,2})(?:st|nd|rd|th)?\s+([a-z]{3,10})\s+(\d{1,6})\b", re.I)
"""A day, a word and a figure, whether they are a date or not; it begins with the figure, for which a search is fast."""

DAYS = range(1, 32)
YEARS = range(1900, 2040)
YEAR_DIGITS = 4
SHORT_YEAR = re.compile(r"(?:19|20)\d")
"""A year that has lost a figure."""

LIKE_A_MONTH = 70
"""By which a word resembles the name of a month, of 100."""

SHORT = 3
"""Letters of a shortened name of a month."""

PROSE = 60
"""Characters of a text that has sentences."""

TELLING = 3
"""The fewest words that do not stand twice by chance, one under the other."""

SHOWN = 60
WITHIN = re.compile(r"(?:^|\s)[a-z’'-]+,?$")
"""How a text ends that breaks off; one that ends with a name, an office or an address is whole."""


def check_dates(blocks: Sequence[Block]) -> Iterator[NoticeDraft]:
    """A notice (``dates-doubted``) for each date that is misspelt or has an impossible day or year."""
    for block in blocks:
        for match in DATE.finditer(block.text):
            if not _is_misprinted(*match.groups()):
                continue
            message = (
                f"“{match[0]}” is no date as it is printed; a date may be wrong or missing. Read it in the document."
            )
            yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.DATES_DOUBTED, message, block.place.page, block.place.line)


def check_end(blocks: Sequence[Block]) -> Iterator[NoticeDraft]:
    """A notice (``text-breaks-off``) where the last paragraph of a file ends within a sentence."""
    last = next((block for block in reversed(blocks) if block.kind not in BETWEEN), None)
    if last is None or last.kind is not BlockKind.PARAGRAPH or len(last.text) < PROSE or OFFICE.match(last.text):
        return
    if WITHIN.search(last.text) and not ends_like_a_sentence(last.text):
        message = "The document breaks off within a sentence; its end is missing. Find the whole document."
        page = last.place.boxes[-1].page if last.place.boxes else last.page
        yield NoticeDraft(NoticeLevel.ERROR, NoticeCode.TEXT_BREAKS_OFF, message, page, last.place.line)


def check_doubled(blocks: Sequence[Block]) -> Iterator[NoticeDraft]:
    """A notice (``text-repeated``) for each line, paragraph or row that is printed twice, one under the other."""
    before, kind, told = "", None, set[str]()
    for block in blocks:
        if block.kind in BETWEEN:
            continue
        before = before if block.kind is kind else ""
        kind = block.kind
        level = NoticeLevel.INFO if kind is BlockKind.HEADING else NoticeLevel.WARNING
        rows = [row for row in block.rows if sum(map(bool, row.texts)) > 1]  # a heading over a table comes again
        lines = [(" ".join(row.texts), row.place) for row in rows]
        lines = lines if block.rows else [(block.text, block.place)]
        for text, place in lines:
            if text == before and text.count(" ") + 1 >= TELLING and text not in told:
                told.add(text)
                message = (
                    f"“{text[:SHOWN]}” stands twice, one under the other; it may have been counted twice. Compare."
                )
                yield NoticeDraft(level, NoticeCode.TEXT_REPEATED, message, place.page, place.line)
            before = text


def _is_misprinted(day: str, word: str, year: str) -> bool:
    """Tell whether what looks like a date is one with a misspelt month, or with an impossible day or year."""
    name = word.lower()
    if any(month.startswith(name) for month in MONTHS) or name == "sept":
        if len(year) < YEAR_DIGITS and not SHORT_YEAR.fullmatch(year):
            return False  # "31 March 150 children" and the like
        return len(year) != YEAR_DIGITS or int(day) not in DAYS or int(year) not in YEARS
    if len(year) != YEAR_DIGITS or int(year) not in YEARS or len(name) <= SHORT or int(day) not in DAYS:
        return False
    return process.extractOne(name, MONTHS, scorer=fuzz.ratio, score_cutoff=LIKE_A_MONTH) is not None
